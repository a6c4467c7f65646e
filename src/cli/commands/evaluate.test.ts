import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { CHECK_B } from "../../../test/support/worked-checks.ts";
import { LABEL_CLASSES, toCsvValue } from "../../labels/label-class.ts";
import { CHEXPERT_ORDER, OBSERVATIONS, parseObservation } from "../../labels/observations.ts";
import type { LabelTable } from "../../metrics/tables/label-table.ts";
import { scoreDocumentSchema } from "../metric-job/score-document.ts";

function csvOf(table: LabelTable, columns: readonly string[] = OBSERVATIONS): string {
  const rows = table.ids.map((id, row) =>
    [
      id,
      ...columns.map((name) => {
        const column = parseObservation(name);
        const classIndex =
          table.classes[row * 14 + OBSERVATIONS.indexOf(column ?? "No Finding")] ?? 0;
        return toCsvValue(LABEL_CLASSES[classIndex] ?? "blank");
      }),
    ].join(","),
  );
  return [`study_id,${columns.join(",")}`, ...rows, ""].join("\n");
}

const GOLD = csvOf(CHECK_B.reference);
const PREDICTIONS = csvOf(CHECK_B.candidate, CHEXPERT_ORDER);

/** Runs evaluate on two files and returns what it printed. */
async function evaluate(gold: string, predictions: string, ...options: readonly string[]) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "gold.csv"), gold);
  writeFileSync(join(folder.path, "predictions.csv"), predictions);
  const argv = ["evaluate", "--gold", "gold.csv", "--predictions", "predictions.csv", ...options];
  const run = await runInProcess(argv, { cwd: folder.path });
  const html = options.includes("--html")
    ? readFileSync(join(folder.path, "page.html"), "utf8")
    : "";
  return { ...run, html };
}

test("without a preset gives kappa, weighted F1 and confusion per observation and as means", async () => {
  const { stdout, exitCode } = await evaluate(GOLD, PREDICTIONS, "--json", "--resamples", "20");
  const document = scoreDocumentSchema.parse(JSON.parse(stdout));

  expect(exitCode).toBe(0);
  expect(document.mean?.["weighted_f1"]).toBeCloseTo(0.5357142857142858, 12);
  expect(document.mean?.["kappa"]).toBeCloseTo(0.6519414447985877, 12);
  expect(document.observations["Edema"]).toMatchObject({
    kappa: 0.5,
    confusion: [
      [5, 0, 0, 1],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 1, 0, 0],
    ],
  });
  expect(document.signature).toContain("|ci:paper-20-seed42|");
});

test("undefined values are null", async () => {
  const { stdout } = await evaluate(
    GOLD,
    GOLD,
    "--json",
    "--ci",
    "none",
    "--preset",
    "mimic-negation",
  );
  const document = scoreDocumentSchema.parse(JSON.parse(stdout));

  expect(document.observations["Fracture"]?.["f1"]).toBeNull();
});

test("prints tables with the signature for people and for Markdown", async () => {
  const plain = await evaluate(GOLD, PREDICTIONS, "--ci", "none");
  const markdown = await evaluate(GOLD, PREDICTIONS, "--ci", "none", "--markdown");

  expect(plain.stdout).toMatch(/^Averages\n/);
  expect(plain.stdout).toContain("Pleural Effusion *");
  expect(plain.stdout.trimEnd()).toMatch(/\|ci:none\|v:[\d.]+$/);
  expect(plain.stderr).toBe("8 reports scored\n");
  expect(markdown.stdout).toContain("| Edema \\* | 0.500 |".replace("\\*", "*"));
});

test("writes a page without scripts and remote assets", async () => {
  const { html } = await evaluate(GOLD, PREDICTIONS, "--resamples", "20", "--html", "page.html");

  expect(html).toContain("<svg");
  expect(html).toContain("Confusion matrices");
  expect(html).not.toMatch(/<script|src=|href="http|@import|url\(/);
});

test("scores below --fail-under exit with 1", async () => {
  const low = await evaluate(GOLD, PREDICTIONS, "--ci", "none", "--fail-under", "0.6");
  const high = await evaluate(GOLD, PREDICTIONS, "--ci", "none", "--fail-under", "0.5");

  expect([low.exitCode, high.exitCode]).toEqual([1, 0]);
  expect(low.stderr).toContain("0.536 is below --fail-under 0.6");
});

test("clusters are taken from a column of the gold", async () => {
  const withPatients = GOLD.split("\n")
    .map((line, row) => (line === "" ? line : `${line},${row === 0 ? "patient" : "p1"}`))
    .join("\n");

  const { stdout } = await evaluate(
    withPatients,
    PREDICTIONS,
    "--json",
    "--resamples",
    "20",
    "--cluster-column",
    "patient",
  );

  const document = scoreDocumentSchema.parse(JSON.parse(stdout));
  expect(document.signature).toContain("cluster:patient");
  expect(document.mean?.intervals?.["kappa"]).toMatchObject({ lower: document.mean?.["kappa"] });
});

test("probabilities in nested labels give curves and calibration", async () => {
  const nested = ["a", "b"].map((id, row) => {
    const label = {
      class: row === 0 ? "positive" : "blank",
      probabilities: { positive: 0.9 - row * 0.6, blank: 0.1 + row * 0.6 },
    };
    return JSON.stringify({ id, Edema: label, Fracture: label });
  });
  const gold = "id,Edema,Fracture\na,1,1\nb,,1\n";

  const { stdout, html } = await evaluate(
    gold,
    nested.join("\n"),
    "--json",
    "--ci",
    "none",
    "--label-set",
    "Edema,Fracture",
    "--html",
    "page.html",
  );

  const { probabilities } = scoreDocumentSchema.parse(JSON.parse(stdout));
  expect(probabilities?.labels).toBe(4);
  expect(probabilities?.observations["Edema"]?.["pos"]?.auroc).toBe(1);
  // Confidences .9 .9 .7 .7, of which the last is wrong: |1 - .9| / 2 + |.5 - .7| / 2.
  expect(probabilities?.expected_calibration_error).toBeCloseTo(0.15, 12);
  expect(html).toContain("Reliability");
});

test("positive-only gold gives both readings and leaves marked cells out", async () => {
  const gold =
    "uid,Edema,Fracture,ambiguous,no_text_evidence,exclude\n1,1,,Fracture,,\n2,1,,,,\n3,,,,,no text\n";
  const predictions = "uid,Edema,Fracture\n1,1,1\n2,-1,\n3,1,1\n";

  const { stdout } = await evaluate(
    gold,
    predictions,
    "--gold-kind",
    "positive-only",
    "--label-set",
    "Edema,Fracture",
    "--json",
    "--ci",
    "none",
  );

  const document = scoreDocumentSchema.parse(JSON.parse(stdout));
  expect(document.n).toBe(2);
  expect(document.rows.excluded_reports).toBe(1);
  expect(document.label_sets["custom-2 pos"]?.["micro"]).toMatchObject({
    precision: 1,
    recall: 0.5,
  });
  expect(document.label_sets["custom-2 pos+unc"]?.["micro"]).toMatchObject({
    precision: 1,
    recall: 1,
  });
});

const replaceCell = (text: string, row: number, column: number, cell: string) =>
  text
    .split("\n")
    .map((line, index) => (index === row ? line.split(",").with(column, cell).join(",") : line))
    .join("\n");

test.each<[string, string, number, string, string, readonly string[]]>([
  ["a value like 2", "LABELS_UNKNOWN_VALUE", 3, replaceCell(GOLD, 2, 5, "2"), PREDICTIONS, []],
  ["a value like yes", "LABELS_UNKNOWN_VALUE", 3, GOLD, replaceCell(PREDICTIONS, 2, 5, "yes"), []],
  ["No Finding 0", "LABELS_NO_FINDING", 3, replaceCell(GOLD, 2, 14, "0"), PREDICTIONS, []],
  ["No Finding -1", "LABELS_NO_FINDING", 3, replaceCell(GOLD, 2, 14, "-1"), PREDICTIONS, []],
  ["a missing id", "LABELS_MISSING_ID", 3, replaceCell(GOLD, 2, 0, ""), PREDICTIONS, []],
  ["a repeated id", "LABELS_DUPLICATE_ID", 3, replaceCell(GOLD, 2, 0, "1"), PREDICTIONS, []],
  ["an unmatched id", "LABELS_UNMATCHED_ID", 3, replaceCell(GOLD, 2, 0, "x"), PREDICTIONS, []],
  ["an empty table", "LABELS_EMPTY", 3, GOLD.split("\n")[0] ?? "", PREDICTIONS, []],
  ["an empty file", "FILE_EMPTY", 4, "", PREDICTIONS, []],
  [
    "a missing column",
    "LABELS_MISSING_COLUMN",
    3,
    GOLD.replace("Edema", "Oedema"),
    PREDICTIONS,
    [],
  ],
  [
    "a repeated column",
    "LABELS_DUPLICATE_COLUMN",
    3,
    GOLD.replace("Edema", "FRACTURE"),
    PREDICTIONS,
    [],
  ],
  [
    "texts in place of labels",
    "LABELS_MISSING_COLUMN",
    3,
    "id,text\n1,Clear lungs.\n",
    PREDICTIONS,
    [],
  ],
  [
    "swapped files",
    "LABELS_SWAPPED",
    3,
    PREDICTIONS,
    GOLD.replace(/$/m, ",ambiguous").replaceAll(/(?<=\d.*)\n/g, ",\n"),
    [],
  ],
  [
    "swapped positive-only gold",
    "LABELS_POSITIVE_ONLY",
    3,
    PREDICTIONS,
    GOLD,
    ["--gold-kind", "positive-only"],
  ],
  [
    "a preset with parts",
    "METRIC_PRESET_WITH_PARTS",
    2,
    GOLD,
    PREDICTIONS,
    ["--preset", "wcl", "--reading", "pos"],
  ],
  [
    "kappa on positive-only gold",
    "METRIC_POSITIVE_ONLY_GOLD",
    2,
    GOLD,
    PREDICTIONS,
    ["--gold-kind", "positive-only", "--preset", "chexbert-paper"],
  ],
  ["an unknown label set", "METRIC_UNKNOWN_LABEL_SET", 2, GOLD, PREDICTIONS, ["--label-set", "7"]],
  ["an unknown average", "METRIC_UNKNOWN_AVERAGE", 2, GOLD, PREDICTIONS, ["--average", "mini"]],
  [
    "an unknown cluster column",
    "METRIC_MISSING_CLUSTER_COLUMN",
    2,
    GOLD,
    PREDICTIONS,
    ["--ci", "bca", "--cluster-column", "p"],
  ],
  [
    "a bar without a main figure",
    "METRIC_NO_MAIN_FIGURE",
    2,
    GOLD,
    PREDICTIONS,
    ["--preset", "mimic-negation", "--fail-under", "0.5"],
  ],
])("refuses %s", async (_, code, exitCode, gold, predictions, options) => {
  const run = await evaluate(gold, predictions, "--ci", "none", "--json", ...options);

  expect(JSON.parse(run.stderr)).toMatchObject({ error: { code } });
  expect(run).toMatchObject({ exitCode, stdout: "" });
});

test("policies go on with what the default refuses, and count it", async () => {
  const odd = replaceCell(replaceCell(replaceCell(GOLD, 2, 14, "0"), 3, 0, "x"), 5, 0, "4");

  const { stdout } = await evaluate(
    odd,
    PREDICTIONS,
    "--json",
    "--ci",
    "none",
    "--nofinding",
    "blank",
    "--unmatched",
    "skip",
    "--duplicates",
    "first",
  );

  const document = scoreDocumentSchema.parse(JSON.parse(stdout));
  expect(document.n).toBe(6);
  expect(document.rows).toMatchObject({
    unmatched_reference: 1,
    unmatched_candidate: 2,
    duplicate_rows: 1,
    no_finding_cells: 1,
  });
});

test("warns when the gold looks positive-only", async () => {
  const gold = "id,Edema,Fracture\n1,1,\n";
  const predictions = "id,Edema,Fracture\n1,-1,\n";

  const { stderr } = await evaluate(
    gold,
    predictions,
    "--label-set",
    "Edema,Fracture",
    "--ci",
    "none",
  );

  expect(stderr).toContain("--gold-kind positive-only");
});

test.each(["gold.csv", "./predictions.csv"])(
  "a page does not take the place of %s",
  async (page) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "gold.csv"), GOLD);
    writeFileSync(join(folder.path, "predictions.csv"), PREDICTIONS);
    const argv = ["evaluate", "--gold", "gold.csv", "--predictions", "predictions.csv"];

    const { exitCode, stderr } = await runInProcess([...argv, "--html", page], {
      cwd: folder.path,
    });

    expect(exitCode).toBe(2);
    expect(stderr).toContain("error[OUTPUT_IS_INPUT]");
    expect(readFileSync(join(folder.path, "gold.csv"), "utf8")).toBe(GOLD);
  },
);
