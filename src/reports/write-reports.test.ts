import fc from "fast-check";
import { expect, test } from "vitest";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { readReports } from "./read-reports.ts";
import { REPORT_FORMATS, type Report } from "./report.ts";
import { type WriteReportsOptions, writeReports } from "./write-reports.ts";

const COLUMNS = ["study_id", "Report Impression", "site"];

/** Labels with Edema positive, Pneumonia uncertain, and one observation of a user's lexicon. */
const LABELS = {
  ...Object.fromEntries(OBSERVATIONS.map((name) => [name, { class: "blank" }])),
  Edema: { class: "positive", probabilities: { positive: 1 } },
  Pneumonia: { class: "uncertain" },
  empty: false,
  truncated: false,
  extra: { "Gastric Distension": { class: "negative" } },
  // Every observation has just been given a label.
} as unknown as ReportLabels;

function report(row: number, cells: readonly string[]): Report {
  return { row, id: cells[0] ?? "", text: cells[1] ?? "", columns: COLUMNS, cells };
}

async function write(reports: readonly Report[], options: WriteReportsOptions): Promise<string> {
  async function* labeled() {
    for (const one of reports) yield { report: one, labels: LABELS };
  }
  let text = "";
  for await (const piece of writeReports(labeled(), options)) text += piece;
  return text;
}

test("what is written reads back with the same cells, in every format", async () => {
  // A lone surrogate has no UTF-8, and a zero byte marks a binary file.
  const cell = fc
    .oneof(fc.string({ unit: "grapheme" }), fc.constantFrom('"', "a\r\nb", "\r", ",\t", " x "))
    .filter((text) => !text.includes("\0"));
  const row = fc.tuple(cell, cell, cell);

  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...REPORT_FORMATS),
      async (rows, format) => {
        const text = await write(
          rows.map((cells, i) => report(i + 1, cells)),
          { format },
        );
        const bytes = (async function* () {
          yield Buffer.from(text);
        })();

        const read: (readonly unknown[])[] = [];
        for await (const { cells } of readReports(bytes, { format })) read.push(cells.slice(0, 3));

        expect(read).toEqual(rows);
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  ["chexbert", "Enlarged Cardiomediastinum", "No Finding"],
  ["chexpert", "No Finding", "Support Devices"],
  ["mimic-jpg", "Atelectasis", "Support Devices"],
] as const)("the columns of %s start with %s and end with %s", async (columns, first, last) => {
  const text = await write([report(1, ["a", "b", "c"])], { columns });

  const names = text.split("\n")[0]?.split(",").slice(3);
  expect(names).toHaveLength(OBSERVATIONS.length);
  expect([names?.[0], names?.at(-1)]).toEqual([first, last]);
});

test("observations of a user's lexicon follow the 14", async () => {
  const text = await write([report(1, ["a", "b", "c"])], {
    extraObservations: ["Gastric Distension"],
    numbers: "float",
  });

  expect(text).toMatch(/^.*,No Finding,Gastric Distension\na,b,c,,,,,1\.0,,-1\.0,,,,,,,,0\.0\n$/);
});

test("a table that has label columns already is refused, in any letter case", async () => {
  const labeled = { ...report(1, ["a", "b"]), columns: ["text", "edema"] };

  await expect(write([labeled], {})).rejects.toMatchObject({ code: "LABEL_COLUMN_EXISTS" });
});

test("a label column that only a later JSONL row has is refused too", async () => {
  async function* rows() {
    yield Buffer.from('{"id":1,"text":"Clear."}\n{"id":2,"text":"Clear.","edema":1}\n');
  }
  const reports: Report[] = [];
  for await (const one of readReports(rows(), { format: "jsonl" })) reports.push(one);

  await expect(write(reports, { format: "jsonl" })).rejects.toMatchObject({
    code: "LABEL_COLUMN_EXISTS",
  });
});
