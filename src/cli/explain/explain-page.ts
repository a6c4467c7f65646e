/**
 * @file An explained report as one HTML file: no script, no other file, light and dark.
 */
import type { ObservationLabel } from "../../labels/report-labels.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import {
  comparisonOf,
  type ExplainedReport,
  type NamedLabel,
  RULES_TITLE,
  readByRules,
  ruledOut,
  splitLabels,
} from "./explained-report.ts";
import {
  CLASS_SIGNS,
  type MarkedMention,
  markText,
  signsOf,
  type TextPiece,
} from "./marked-text.ts";
import { modelSections } from "./model-page.ts";
import { escapeHtml, markHtml, signHtml } from "./page-html.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** Formats the page. */
export function formatPage(report: ExplainedReport): string {
  const title =
    report.row === undefined ? "Explained report" : `Report ${report.id ?? ""} (row ${report.row})`;
  const facts = [`chexbert ${PACKAGE_VERSION}`, `engine ${report.engine}`];
  const byRules = readByRules(report);
  const comparison = comparisonOf(report);
  const sections = [
    report.attributions === undefined
      ? ruleSections(report, { labels: "Labels" })
      : modelSections(report, report.attributions),
    ...(comparison === undefined
      ? []
      : [`<section aria-label="Comparison">${escapeHtml(comparison)}</section>`]),
    ...(byRules === undefined
      ? []
      : [ruleSections(byRules, { text: RULES_TITLE, labels: "Labels of the rules" })]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${sections.join("\n")}
</main>
<footer>${escapeHtml(facts.join(", "))}. Labels are made by a program; they are no diagnosis.</footer>
</body>
</html>
`;
}

function ruleSections(
  report: ExplainedReport,
  titles: { readonly text?: string; readonly labels: string },
): string {
  const { given, blank } = splitLabels(report);
  const pieces = markText(report.text, report.labels, report.observations);
  return `<section aria-label="${titles.text ?? "Report"}">
${titles.text === undefined ? "" : `<h2>${titles.text}</h2>\n`}<p class="report">${report.text.trim() === "" ? "<i>No text</i>" : pieces.map(formatPiece).join("")}</p>
<p class="legend">${LEGEND}</p>
</section>
<section aria-label="${titles.labels}">
<h2>${titles.labels}</h2>
${formatTable(report, given)}
${blank.length === 0 ? "" : `<p class="blank"><b>Blank:</b> ${escapeHtml(blank.join(", "))}</p>`}
</section>`;
}

const LEGEND = [
  ...(["positive", "negative", "uncertain"] as const).map(
    (labelClass) =>
      `<mark class="${labelClass}">${signHtml(CLASS_SIGNS[labelClass])}${labelClass}</mark>`,
  ),
  '<span class="cue">words that decide</span>',
].join(" ");

function formatPiece(piece: TextPiece): string {
  const words = escapeHtml(piece.text);
  if (piece.kind === "plain") return words;
  if (piece.kind === "cue") return `<span class="cue">${words}</span>`;
  const [first] = piece.mentions;
  const title = escapeHtml(piece.mentions.map(describeMention).join("; "));
  const sign = signHtml(signsOf(piece.mentions));
  return `<mark class="${first?.class ?? "blank"}" title="${title}">${sign}${words}</mark>`;
}

function describeMention({ observation, class: labelClass, ruleId }: MarkedMention): string {
  return `${observation}: ${labelClass} (${ruleId})`;
}

function formatTable(report: ExplainedReport, given: readonly NamedLabel[]): string {
  if (given.length === 0) return "<p>No label but blank.</p>";
  const rows = given.map(({ observation, label }) => {
    const remark = ruledOut({ observation, label });
    const details = remark ?? formatEvidence(report, label);
    return `<tr><th scope="row">${escapeHtml(observation)}</th><td>${markHtml(label.class, label.class)}</td><td>${details}</td></tr>`;
  });
  return `<table>
<thead><tr><th scope="col">Observation</th><th scope="col">Label</th><th scope="col">Mentions, cues and rules</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function formatEvidence(report: ExplainedReport, { evidence = [] }: ObservationLabel): string {
  const lines = evidence.map(({ mention, cue, ruleId, class: argued, section }) => {
    const words = escapeHtml(report.text.slice(mention.start, mention.end));
    const cueWords =
      cue === undefined
        ? ""
        : ` <span class="cue">${escapeHtml(report.text.slice(cue.start, cue.end))}</span>`;
    const place = section === undefined ? "" : ` in ${escapeHtml(section)}`;
    return `<li>${markHtml(argued, words)}${cueWords} <code>${escapeHtml(ruleId)}</code>${place}</li>`;
  });
  return lines.length === 0 ? "" : `<ul>${lines.join("")}</ul>`;
}
