import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { agreementDocumentSchema } from "../metric-job/agree-command.ts";
import { comparisonDocumentSchema } from "../metric-job/comparison-document.ts";
import { scoreDocumentSchema } from "../metric-job/score-document.ts";

const REFERENCES =
  "id,Report Impression\na,Moderate left pleural effusion.\nb,No pneumothorax.\nc,\n";
const CANDIDATES =
  "id,Report Impression\nb,Stable pneumothorax.\na,Small left pleural effusion.\nc,\n";
const LABELS = "id,Pleural Effusion,Pneumothorax\na,1,\nb,,0\nc,,\n";

/** Runs a command in a folder with the given files. */
async function run(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  using folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text);
  return await runInProcess(argv, { cwd: folder.path });
}

const TEXTS = { "r.csv": REFERENCES, "c.csv": CANDIDATES };
const SIDES = ["--references", "r.csv", "--candidates", "c.csv"];

test("texts are labeled by rules and scored by id under f1chexbert", async () => {
  const { stdout } = await run(TEXTS, "score", ...SIDES, "--ci", "none", "--json", "--per-report");
  const document = scoreDocumentSchema.parse(JSON.parse(stdout));

  expect(document.preset).toBe("f1chexbert");
  expect(document.observations["Pleural Effusion"]).toMatchObject({ f1: 1, support: 1 });
  expect(document.observations["Pneumothorax"]?.counts).toMatchObject({ tp: 0, fp: 1, fn: 0 });
  expect(document.rows).toMatchObject({ empty_references: 1, empty_candidates: 1 });
  expect(document.reports?.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(document.signature).toMatch(/\|model:rules-[\d.]+\|n:3\|/);
});

test("labels on one side are told from texts by their columns, and the signature says so", async () => {
  const files = { "r.csv": LABELS, "c.csv": CANDIDATES };

  const { stdout } = await run(
    files,
    "score",
    ...SIDES,
    "--label-set",
    "Pleural Effusion,Pneumothorax",
    "--ci",
    "none",
    "--json",
  );

  const document = scoreDocumentSchema.parse(JSON.parse(stdout));
  expect(document.observations["Pleural Effusion"]?.["f1"]).toBe(1);
  expect(document.signature).toContain("|model:labels+rules-");
});

test("no report text gets into an error", async () => {
  const repeated = REFERENCES.replace("\nb,", "\na,");

  const { stderr, exitCode } = await run({ ...TEXTS, "r.csv": repeated }, "score", ...SIDES);

  expect(exitCode).toBe(3);
  expect(stderr).toContain("LABELS_DUPLICATE_ID");
  expect(stderr).not.toMatch(/effusion|pneumothorax/i);
});

test("RadCliQ combines supplied features with BLEU-2 of the texts, lower is better", async () => {
  const features = "id,radgraph_combined,bertscore,semb_score\na,1,1,1\nb,1,1,1\n";
  const texts = "id,text\na,Lungs are clear.\nb,Lungs are clear.\n";
  const files = { "r.csv": texts, "c.csv": texts, "f.csv": features };

  const { stdout } = await run(
    files,
    "score",
    ...SIDES,
    "--radcliq",
    "v0",
    "--features",
    "f.csv",
    "--json",
  );

  const document = JSON.parse(stdout) as { mean: number; direction: string };
  expect(document.mean).toBeCloseTo(-0.24213342294409346, 10);
  expect(document.direction).toBe("lower is better");
});

test.each([
  ["RADCLIQ_MISSING_FEATURES", ["--radcliq", "v1"], 2],
  ["RADCLIQ_BAD_FEATURE", ["--radcliq", "v1", "--features", "f.csv"], 3],
])("refuses RadCliQ without its features: %s", async (code, options, exitCode) => {
  const files = { ...TEXTS, "f.csv": "id,radgraph_combined\na,0.5\n" };

  const result = await run(files, "score", ...SIDES, ...options);

  expect(result.stderr).toContain(code);
  expect(result.exitCode).toBe(exitCode);
});

const GOLD = "id,Edema,Fracture\na,1,0\nb,,1\nc,-1,\nd,1,1\n";
const OTHER = "id,Edema,Fracture\na,1,1\nb,,\nc,,\nd,,1\n";
const TABLES = { "gold.csv": GOLD, "a.csv": GOLD, "b.csv": OTHER };
const COMPARE = [
  "compare",
  "a.csv",
  "b.csv",
  "--gold",
  "gold.csv",
  "--label-set",
  "Edema,Fracture",
];

test("compare gives differences, intervals and p values of every pair", async () => {
  const files = { ...TABLES, "c.csv": OTHER };
  const argv = [
    ...COMPARE.toSpliced(3, 0, "c.csv"),
    "--resamples",
    "50",
    "--rounds",
    "50",
    "--json",
  ];

  const { stdout } = await run(files, ...argv);

  const document = comparisonDocumentSchema.parse(JSON.parse(stdout));
  expect(document.pairs.map(({ first, second }) => `${first} ${second}`)).toEqual([
    "a b",
    "a c",
    "b c",
  ]);
  const [micro] = document.pairs[0]?.differences ?? [];
  expect(micro).toMatchObject({ group: "micro", score: "precision", first: 1 });
  expect(document.pairs[2]?.differences.every(({ difference }) => difference === 0)).toBe(true);
});

test("compare prints tables and Markdown", async () => {
  const options = ["--resamples", "20", "--rounds", "20"];

  const plain = await run(TABLES, ...COMPARE, ...options);
  const markdown = await run(TABLES, ...COMPARE, ...options, "--markdown");

  expect(plain.stdout).toContain("a minus b");
  expect(markdown.stdout).toContain("## Labels that only one system has right");
});

test("compare refuses labels beside texts unless told", async () => {
  const texts = "id,text\na,Edema.\nb,Clear lungs.\nc,Edema.\nd,Edema.\n";
  const files = { ...TABLES, "b.csv": texts };
  const options = ["--resamples", "20", "--rounds", "20"];

  const refused = await run(files, ...COMPARE, ...options);
  const allowed = await run(files, ...COMPARE, ...options, "--allow-different-signatures");

  expect(refused.stderr).toContain("METRIC_SIGNATURES_DIFFER");
  expect(refused.exitCode).toBe(2);
  expect(allowed.exitCode).toBe(0);
});

test.each([
  ["COMPARE_TOO_FEW_SYSTEMS", ["compare", "a.csv", "--gold", "gold.csv"]],
  ["COMPARE_NEEDS_INTERVALS", [...COMPARE, "--ci", "none"]],
  ["AGREE_TOO_FEW_FILES", ["agree", "a.csv"]],
])("refuses %s", async (code, argv) => {
  const { stderr, exitCode } = await run(TABLES, ...argv);

  expect(stderr).toContain(code);
  expect(exitCode).toBe(2);
});

test("agree gives kappa, AC1 and alpha of the observations that all files have", async () => {
  const { stdout, stderr } = await run(TABLES, "agree", "a.csv", "b.csv", "--json");
  const document = agreementDocumentSchema.parse(JSON.parse(stdout));

  expect(Object.keys(document.observations)).toEqual(["Edema", "Fracture"]);
  expect(document.observations["Edema"]?.observed).toBe(0.5);
  expect(document.n).toBe(4);
  expect(stderr).toContain("left out, not in every file: Enlarged Cardiomediastinum");
});

test("s_emb by rules is refused", async () => {
  const { stderr, exitCode } = await run(TEXTS, "score", ...SIDES, "--semb");

  expect(stderr).toContain("SEMB_NEEDS_MODEL");
  expect(exitCode).toBe(2);
});

test("a page does not take the place of the texts", async () => {
  const { exitCode, stderr } = await run(TEXTS, "score", ...SIDES, "--html", "c.csv");

  expect(exitCode).toBe(2);
  expect(stderr).toContain("error[OUTPUT_IS_INPUT]");
});
