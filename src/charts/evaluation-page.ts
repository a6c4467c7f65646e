/**
 * @file A report on a score as one HTML file: tables, figures and the signature under each, without
 * scripts and remote assets.
 */
import { LABEL_CLASSES } from "../labels/label-class.ts";
import type { ProbabilityScores } from "../metrics/probabilities/probability-scores.ts";
import { type FigureGroup, isAverage, type ScoreResult } from "../metrics/score-tables.ts";
import { confusionMatrixFigure } from "./confusion-matrix.ts";
import { type ForestLine, forestPlot } from "./forest-plot.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { reliabilityDiagram } from "./reliability-diagram.ts";
import {
  averageTables,
  formatBounds,
  formatScore,
  isWeak,
  observationTables,
  type ResultTable,
  scoreName,
} from "./result-tables.ts";
import { riskCoveragePlot } from "./risk-coverage-plot.ts";

export interface EvaluationPage {
  readonly title: string;
  readonly result: ScoreResult;
  readonly probabilities?: ProbabilityScores;
  /** Facts shown on top, for example counts of reports. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** Renders the page. */
export function evaluationPage({ title, result, probabilities, facts }: EvaluationPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="lead">${result.reportCount.toLocaleString("en-US")} reports, convention ${escapeHtml(result.convention.name)}</p>
${factList([...headlineFact(result), ...facts])}
<p>${signatureCode(result.signature)}</p>
</header>
<main>
${averageTables(result).map(tableSection).join("\n")}
${forestSections(result)}
${observationTables(result).map(tableSection).join("\n")}
${confusionSection(result)}
${probabilities === undefined ? "" : probabilitySection(probabilities, result.signature)}
</main>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function headlineFact(result: ScoreResult): readonly (readonly [string, string])[] {
  const { headline } = result.convention;
  const group = result.aggregate.find(
    (one) => one.block === headline?.block && one.group === headline.group,
  );
  if (headline === undefined || group === undefined) return [];
  const interval = group.intervals?.[headline.score];
  const name = `${headline.group} ${scoreName(headline.score)} over ${headline.block}`;
  const bounds = interval === undefined ? "" : ` (${formatBounds(interval)})`;
  return [[name, `${formatScore(group.values[headline.score] ?? Number.NaN)}${bounds}`]];
}

function factList(facts: EvaluationPage["facts"]): string {
  const items = facts.map(
    ([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<dl class="facts">${items.join("")}</dl>`;
}

function tableSection({ title, columns, rows, notes }: ResultTable): string {
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const body = rows.map(([name = "", ...cells]) => {
    const rest = cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join("");
    return `<tr><th scope="row">${escapeHtml(name)}</th>${rest}</tr>`;
  });
  const below = notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join("");
  return `<section><h2>${escapeHtml(title)}</h2><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>${below}</section>`;
}

/** An interval goes below its value, so that wide tables fit. */
function cellHtml(cell: string): string {
  return escapeHtml(cell).replace(/ (\[.*\])$/, "<small>$1</small>");
}

/** One plot per block that has observations, of its headline score or F1. */
function forestSections(result: ScoreResult): string {
  const blocks = [...new Set(result.perObservation.map(({ block }) => block))];
  return blocks
    .map((block) => {
      const groups = [...result.perObservation, ...result.aggregate].filter(
        (one) => one.block === block,
      );
      const score = result.convention.headline?.score ?? "f1";
      const lines = groups
        .filter((one) => score in one.values)
        .map((one) => forestLine(one, score));
      if (lines.length < 2) return "";
      const figure = forestPlot(lines, { axis: scoreName(score) });
      const caption = `Dots are values, lines intervals; hollow dots have little support. ${signatureCode(groups.at(-1)?.signature ?? "")}`;
      return `<section><h2>${escapeHtml(scoreName(score))} with intervals, ${escapeHtml(/^\d+\+?$/.test(block) ? `${block} labels` : block)}</h2><figure>${figure}<figcaption>${caption}</figcaption></figure></section>`;
    })
    .join("\n");
}

function forestLine(group: FigureGroup, score: string): ForestLine {
  const interval = group.intervals?.[score];
  const isMean = isAverage(group.group);
  return {
    label: group.group,
    value: group.values[score] ?? Number.NaN,
    isAverage: isMean,
    isWeak: !isMean && isWeak(group),
    ...(interval === undefined ? {} : { lower: interval.lower, upper: interval.upper }),
  };
}

function confusionSection({ confusion, signature }: ScoreResult): string {
  const entries = Object.entries(confusion);
  if (entries.length === 0) return "";
  const figures = entries.map(([name, matrix]) => {
    const classes = name === "No Finding" ? LABEL_CLASSES.slice(0, 2) : LABEL_CLASSES;
    const shown = matrix.slice(0, classes.length).map((row) => row.slice(0, classes.length));
    return `<figure><h3>${escapeHtml(name)}</h3>${confusionMatrixFigure(name, shown, classes)}</figure>`;
  });
  return `<section><h2>Confusion matrices</h2><p class="note">Reference in rows, candidate in columns; a shade is a share of its row. ${signatureCode(signature)}</p><div class="grid">${figures.join("\n")}</div></section>`;
}

function probabilitySection(scores: ProbabilityScores, signature: string): string {
  const rows = Object.entries(scores.observations).map(([name, byReading]) => [
    name,
    ...[byReading.pos, byReading["pos+unc"]].flatMap((one) =>
      [one?.auroc, one?.auprc, one?.brier].map((value) => formatScore(value ?? Number.NaN)),
    ),
  ]);
  const table: ResultTable = {
    title: "Probabilities",
    columns: [
      "",
      ...["pos", "pos+unc"].flatMap((name) =>
        ["AUROC", "AUPRC", "Brier"].map((s) => `${s} ${name}`),
      ),
    ],
    rows,
    notes: [
      `Expected calibration error ${formatScore(scores.expectedCalibrationError)} in 10 bins, area under risk–coverage ${formatScore(scores.areaUnderRiskCoverage)}, ${scores.labelCount} labels`,
    ],
  };
  return `${tableSection(table)}
<section><div class="pair">
<figure><h3>Reliability</h3>${reliabilityDiagram(scores.reliability)}<figcaption>A dot's area is the number of labels; on the dashed line probabilities are honest. ${signatureCode(signature)}</figcaption></figure>
<figure><h3>Risk and coverage</h3>${riskCoveragePlot(scores.riskCoverage)}<figcaption>Errors left when only the most probable labels are kept. ${signatureCode(signature)}</figcaption></figure>
</div></section>`;
}

function signatureCode(signature: string): string {
  return `<code>${escapeHtml(signature)}</code>`;
}
