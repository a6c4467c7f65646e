/**
 * @file Prints the diversity of composed reports, beside another table of reports when one is
 * given. Only numbers are printed, never words of a report.
 *
 * `npm run model:diversity -- --count 5000 --seed 1 --compare reports.csv --text-column text`
 */
import { readFileSync } from "node:fs";
import Table from "cli-table3";
import { Command } from "commander";
import { parse } from "csv-parse/sync";
import { LABEL_CLASSES, type LabelClass, parseCsvValue } from "../../src/labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../../src/labels/observations.ts";
import { composeReport } from "./composer/compose-report.ts";
import { type DiversityStatistics, diversityOf, type LabeledText } from "./diversity-statistics.ts";

interface Flags {
  readonly count: string;
  readonly seed: string;
  readonly compare?: string;
  readonly textColumn: string;
}

const flags = new Command("diversity")
  .description("Measure the diversity of composed reports; prints numbers only")
  .option("--count <reports>", "composed reports", "5000")
  .option("--seed <number>", "seed of the composed reports", "1")
  .option("--compare <file>", "CSV of other reports, measured the same way")
  .option("--text-column <name>", "column of its text", "Report Impression")
  .parse()
  .opts<Flags>();

const composed = Array.from({ length: Number(flags.count) }, (_, i) =>
  composeReport(i, { seed: Number(flags.seed) }),
);
const sets = new Map<string, DiversityStatistics>([["composed", diversityOf(composed)]]);
if (flags.compare !== undefined)
  sets.set("other", diversityOf(readTable(flags.compare, flags.textColumn)));

process.stdout.write(`${renderSizes(sets)}\n`);
for (const [name, statistics] of sets) {
  if (statistics.classShares !== undefined)
    process.stdout.write(
      `\n${name}: share of reports (%)\n${renderShares(statistics.classShares)}\n`,
    );
}

function readTable(file: string, textColumn: string): readonly LabeledText[] {
  const rows = parse(readFileSync(file), {
    columns: true,
    bom: true,
    relax_column_count: true,
  }) as Record<string, string>[]; // columns: true gives records
  if (rows[0] !== undefined && !(textColumn in rows[0]))
    throw new Error(`Expected column "${textColumn}" in ${file}`);
  return rows.map((row) => {
    const labels = OBSERVATIONS.map(
      (observation) => [observation, parseCsvValue(row[observation] ?? "blank")] as const,
    );
    const hasLabels =
      OBSERVATIONS.every((observation) => observation in row) &&
      labels.every(([, label]) => label !== undefined);
    return {
      text: row[textColumn] ?? "",
      ...(hasLabels && { labels: Object.fromEntries(labels) as Record<Observation, LabelClass> }), // every class was checked above
    };
  });
}

function renderSizes(statistics: ReadonlyMap<string, DiversityStatistics>): string {
  const table = new Table({ head: ["", ...statistics.keys()], style: { head: [], border: [] } });
  const rows: readonly (readonly [string, (of: DiversityStatistics) => string])[] = [
    ["reports", (of) => String(of.reportCount)],
    ["words", (of) => String(of.wordCount)],
    ["vocabulary", (of) => String(of.vocabularySize)],
    ["words in one report only", (of) => percent(of.rareWordShare)],
    ["reports with a double", (of) => percent(of.duplicateShare)],
    ...[0, 1, 2, 3].map(
      (i) =>
        [
          `distinct ${i + 1}-grams per 1,000 reports`,
          (of: DiversityStatistics) => (of.distinctPer1000Reports[i] ?? 0).toFixed(0),
        ] as const,
    ),
    ...[0, 1, 2, 3].map(
      (i) =>
        [
          `distinct share of ${i + 1}-grams, 20,000 words`,
          (of: DiversityStatistics) => percent(of.distinctShareOfSample[i] ?? 0),
        ] as const,
    ),
    [
      "words at quantiles",
      (of) =>
        Object.entries(of.lengthQuantiles)
          .map(([q, n]) => `${q}: ${n}`)
          .join("\n"),
    ],
  ];
  for (const [name, cell] of rows) table.push([name, ...Array.from(statistics.values(), cell)]);
  return table.toString();
}

function renderShares(shares: NonNullable<DiversityStatistics["classShares"]>): string {
  const table = new Table({ head: ["", ...LABEL_CLASSES], style: { head: [], border: [] } });
  for (const observation of OBSERVATIONS) {
    table.push([
      observation,
      ...LABEL_CLASSES.map((labelClass) => percent(shares[observation][labelClass])),
    ]);
  }
  return table.toString();
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
