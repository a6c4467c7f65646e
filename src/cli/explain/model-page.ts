/**
 * @file Model evidence on the page: the text shaded by what the labels miss, and a table.
 */
import type { Attribution } from "../../labeler/occlusion.ts";
import { type ExplainedReport, percentOf, splitLabels } from "./explained-report.ts";
import { escapeHtml, markHtml } from "./page-html.ts";
import {
  type AttributionsByName,
  MODEL_EVIDENCE_TITLE,
  MOST_SHOWN,
  points,
  type ShadedPiece,
  shadeText,
  telling,
  times,
} from "./shaded-text.ts";

const LEGEND = `<span class="missed drop-4">words&nbsp;<small>−99</small></span> without them the probability of a label falls by so many points; ×2: said twice, and measured where the other clause is gone`;

/** The sections about a model's labels. */
export function modelSections(report: ExplainedReport, attributions: AttributionsByName): string {
  const { given, blank } = splitLabels(report);
  const pieces = shadeText(report.text, attributions);
  const rows = given.map(({ observation, label }) => {
    const shown = telling(attributions[observation] ?? []).slice(0, MOST_SHOWN);
    const items = shown.map((one) => formatItem(report.text, one)).join("");
    return `<tr><th scope="row">${escapeHtml(observation)}</th><td>${markHtml(label.class, label.class)}</td><td>${percentOf(label)}</td><td>${items === "" ? "none is missed" : `<ul>${items}</ul>`}</td></tr>`;
  });
  return `<section aria-label="Model evidence">
<h2>${MODEL_EVIDENCE_TITLE}</h2>
<p class="report">${report.text.trim() === "" ? "<i>No text</i>" : pieces.map(formatPiece).join("")}</p>
<p class="legend">${LEGEND}</p>
</section>
<section aria-label="Labels">
<h2>Labels</h2>
${
  rows.length === 0
    ? "<p>No label but blank.</p>"
    : `<table>
<thead><tr><th scope="col">Observation</th><th scope="col">Label</th><th scope="col">Probability</th><th scope="col">Words, drop in points, label without them</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`
}
${blank.length === 0 ? "" : `<p class="blank"><b>Blank:</b> ${escapeHtml(blank.join(", "))}</p>`}
</section>`;
}

function formatPiece({ text, missedBy }: ShadedPiece): string {
  const words = escapeHtml(text);
  const [most] = missedBy;
  if (most === undefined || text.trim() === "") return words;
  const title = missedBy
    .map(
      ({ observation, attribution: one }) =>
        `${observation}: −${points(one)}${times(one)}, ${one.classWithout} without`,
    )
    .join("; ");
  return `<span class="missed ${shade(most.attribution)}" title="${escapeHtml(title)}">${words}&nbsp;<small>−${points(most.attribution)}</small></span>`;
}

function formatItem(text: string, one: Attribution): string {
  const words = escapeHtml(text.slice(one.start, one.end));
  return `<li><span class="missed ${shade(one)}">${words}</span> −${points(one)}${times(one)} ${markHtml(one.classWithout, one.classWithout)}</li>`;
}

/** Four shades, so that the contrast of each is known. */
function shade({ drop }: Attribution): string {
  if (drop < 0.1) return "drop-1";
  if (drop < 0.3) return "drop-2";
  return drop < 0.6 ? "drop-3" : "drop-4";
}
