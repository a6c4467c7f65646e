import { expect, test } from "vitest";
import { CHECK_B } from "../../test/support/worked-checks.ts";
import { preset } from "../metrics/presets.ts";
import { scoreTables } from "../metrics/score-tables.ts";
import { confusionMatrixFigure } from "./confusion-matrix.ts";
import { evaluationPage } from "./evaluation-page.ts";
import { forestPlot } from "./forest-plot.ts";
import { formatMarkdownTable } from "./markdown.ts";
import { reliabilityDiagram } from "./reliability-diagram.ts";
import { averageTables, observationTables } from "./result-tables.ts";
import { riskCoveragePlot } from "./risk-coverage-plot.ts";

function score(name: "f1chexbert" | "llava-rad" | "chexbert-paper") {
  const options = { convention: preset(name), version: "1" };
  return scoreTables(CHECK_B.reference, CHECK_B.candidate, options);
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

test("a forest plot has a dot per value, a line per interval, and says what is undefined", () => {
  const svg = forestPlot(
    [
      { label: "Edema", value: 0.5, lower: 0.2, upper: 0.8 },
      { label: "Fracture", value: Number.NaN },
      { label: "mean", value: 0.4, isAverage: true },
    ],
    { axis: "F1" },
  );

  expect(count(svg, /<circle/g)).toBe(2);
  expect(svg).toContain(".500 [.200, .800]");
  expect(svg).toContain("undefined");
  expect(svg).toContain('aria-label="Forest plot of F1');
});

test("a confusion matrix shows every count and takes its colors from the page", () => {
  const svg = confusionMatrixFigure(
    "Edema",
    [
      [5, 1],
      [0, 1234],
    ],
    ["blank", "positive"],
  );

  expect(count(svg, /<rect/g)).toBe(4);
  expect(svg).toContain("1,234");
  expect(svg).toContain("var(--accent)");
  expect(svg).not.toMatch(/#[0-9a-f]{6}/i);
});

test("empty bins leave no dot, and one point makes a curve", () => {
  const bins = [
    { lower: 0, upper: 0.5, count: 0, meanConfidence: Number.NaN, shareCorrect: Number.NaN },
    { lower: 0.5, upper: 1, count: 3, meanConfidence: 0.8, shareCorrect: 1 },
  ];

  expect(count(reliabilityDiagram(bins), /<circle/g)).toBe(1);
  expect(riskCoveragePlot([{ threshold: 0.5, coverage: 1, risk: 0 }])).toContain("<path");
});

test("a page escapes what it is given", () => {
  const page = evaluationPage({ title: "<b>&", result: score("f1chexbert"), facts: [["a<", '"']] });

  expect(page).toContain("<h1>&lt;b&gt;&amp;</h1>");
  expect(page).toContain("<dt>a&lt;</dt><dd>&quot;</dd>");
});

test("every figure of a page stands beside its signature", () => {
  const page = evaluationPage({ title: "t", result: score("chexbert-paper"), facts: [] });

  const sections = page.split("<section>").filter((section) => section.includes("<svg"));
  expect(sections).toHaveLength(2);
  for (const section of sections) expect(section).toContain("F1-CheXbert|preset:chexbert-paper");
});

test("label sets whose observations repeat are shown once", () => {
  expect(observationTables(score("f1chexbert"))).toHaveLength(1);
  expect(observationTables(score("llava-rad"))).toHaveLength(2);
});

test("observations with little support are marked and explained", () => {
  const [table] = observationTables(score("chexbert-paper"));

  expect(table?.rows.every(([name = ""]) => name.endsWith(" *"))).toBe(true);
  expect(table?.notes).toEqual(["* fewer than 10 in the reference"]);
});

test("Markdown keeps bars out of cells and asterisks out of emphasis", () => {
  const [averages] = averageTables(score("chexbert-paper"));

  const text = formatMarkdownTable({
    title: "T",
    columns: ["", "a"],
    rows: [["x|y", "1"]],
    notes: ["* n"],
  });

  expect(text).toBe("## T\n\n|  | a |\n| --- | ---: |\n| x\\|y | 1 |\n\n\\* n\n");
  expect(averages?.rows[0]?.[0]).toBe("14 labels mean");
});
