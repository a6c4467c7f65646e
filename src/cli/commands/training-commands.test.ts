import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOracle } from "../../../test/support/read-oracle.ts";
import { type RunResult, runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { writeTinyModel, writeTinyTable } from "../../../test/support/tiny-model.ts";
import { decode } from "../../../test/support/training-oracle.ts";
import { openCheckpoint } from "../../checkpoints/open-checkpoint.ts";
import { loadLabeler } from "../../labeler/load-labeler.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";

const ROUND_TRIP = join(import.meta.dirname, "../../../test/oracles/fixtures/torch-round-trip");
const HEADER = ["id", "Report Impression", ...OBSERVATIONS].join(",");

test("chexbert-train goes on with a checkpoint of PyTorch as PyTorch does", async () => {
  using folder = temporaryFolder();
  cpSync(ROUND_TRIP, folder.path, { recursive: true });
  const expected = readOracle<{
    readonly losses: readonly number[];
    readonly weights: Readonly<Record<string, Parameters<typeof decode>[0]>>;
  }>("torch-round-trip/expected.json.gz");
  const recipe = ["epochs=1", "batchSize=4", "dropout=0", "shuffle=false", "seed=1"];

  const { exitCode, stderr } = await runInProcess(
    [
      ...["chexbert-train", "--train_csv", "two.csv", "--dev_csv=dev.csv", "--output_dir=out"],
      ...["--train_imp_list", "two.json", "--dev_imp", "dev.json", "--check", "begun.pth"],
      ...["--vocab", "vocab.txt"],
      ...recipe.flatMap((field) => ["--set", `training.${field}`]),
    ],
    { cwd: folder.path },
  );

  expect(exitCode, stderr).toBe(0);
  const files = readdirSync(join(folder.path, "out"));
  expect(files).toContain("model_last_step6.pth");
  expect(files).toContain("model_epoch1_iter6.pth");
  const losses = readMetrics(join(folder.path, "out")).flatMap(({ event, loss }) =>
    event === "step" ? [Number(loss)] : [],
  );
  expect(losses).toHaveLength(expected.losses.length);
  for (const [i, loss] of losses.entries()) {
    expect(Math.abs(loss / (expected.losses[i] ?? 0) - 1)).toBeLessThan(1e-4);
  }
  await using checkpoint = await openCheckpoint(join(folder.path, "out/model_last_step6.pth"));
  const names = Object.keys(expected.weights).filter((name) => !name.endsWith("key.bias"));
  for (const name of names) {
    const ours = await checkpoint.readTensor(name);
    const theirs = decode(expected.weights[name] ?? never(name));
    // Six steps of 1e-3 each; 1e-3 of that.
    const worst = ours.reduce((max, v, i) => Math.max(max, Math.abs(v - Number(theirs[i]))), 0);
    expect(worst, name).toBeLessThan(6e-6);
  }
});

test("a trained folder labels reports, with its own vocabulary", async () => {
  using folder = temporaryFolder();
  const { exitCode, stderr } = await trainTiny(folder.path, ["--set", "training.maxSteps=2"]);
  expect(exitCode, stderr).toBe(0);

  await using labeler = await loadLabeler(join(folder.path, "out"), { place: "caller" });
  const [labels] = await labeler.label(["w7 w8 w9"]);

  expect(Object.keys(labels ?? {})).toEqual(expect.arrayContaining([...OBSERVATIONS]));
});

test("a second run into the same folder needs --resume", async () => {
  using folder = temporaryFolder();
  await trainTiny(folder.path, ["--set", "training.maxSteps=1"]);

  const again = await trainTiny(folder.path, ["--set", "training.maxSteps=1"]);
  const resumed = await trainTiny(folder.path, ["--set", "training.maxSteps=1", "--resume"]);

  expect(again).toMatchObject({ exitCode: 2 });
  expect(again.stderr).toContain("error[TRAINING_OUTPUT_EXISTS]");
  expect(resumed.exitCode, resumed.stderr).toBe(0);
});

test.each([
  ["an unknown field", ["--set", "training.epoch=2"], "TRAINING_CONFIG_KEY", 2],
  ["a value out of range", ["--set", "training.epochs=0"], "TRAINING_CONFIG_VALUE", 2],
  ["another form", ["--set", "epochs=2"], "TRAINING_SET_FORM", 2],
  ["no configuration file", ["--config", "none.json"], "TRAINING_CONFIG_FILE", 2],
  ["a page over the table", ["--html", "train.csv"], "OUTPUT_IS_INPUT", 2],
])("%s ends with its code", async (_, options, code, exitCode) => {
  using folder = temporaryFolder();

  const result = await trainTiny(folder.path, options);

  expect(result.exitCode).toBe(exitCode);
  expect(result.stderr).toContain(`error[${code}]`);
});

test("a vocabulary of another size is refused with both sizes", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "v.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n");

  const { exitCode, stderr } = await trainTiny(folder.path, ["--vocab", "v.txt"]);

  expect(exitCode).toBe(4);
  expect(stderr).toMatch(/CHECKPOINT_VOCABULARY_SIZE.*99.*got 4/);
});

test("token lists of another length than the table are refused", async () => {
  using folder = temporaryFolder();
  writeTinyTable(folder.path, "train.csv", 3, 1);
  writeFileSync(join(folder.path, "t.json"), "[[2, 3], [2, 3]]");

  const { exitCode, stderr } = await runInProcess(
    ["chexbert-train", "--train_csv=train.csv", "--output_dir=out", "--train_imp_list=t.json"],
    { cwd: folder.path },
  );

  expect(exitCode).toBe(3);
  expect(stderr).toContain("Expected 3 lists");
});

test("check data names every wrong label and what is doubtful, and shows no text", async () => {
  using folder = temporaryFolder();
  const row = (id: string, text: string, labels: Readonly<Record<string, string>>) =>
    [id, text, ...OBSERVATIONS.map((observation) => labels[observation] ?? "")].join(",");
  const rows = [
    row("a", "Quiet chest.", { "No Finding": "1" }),
    row("b", "quiet  CHEST.", { Edema: "1" }),
    row("c", "Wet lungs.", { Edema: "2", Fracture: "maybe" }),
    row("d", "", { "No Finding": "1", Edema: "-1" }),
    row("e", "Nothing said.", { "No Finding": "0" }),
  ];
  writeFileSync(join(folder.path, "gold.csv"), `${[HEADER, ...rows].join("\n")}\n`);

  const text = await runInProcess(["check", "data", "gold.csv"], { cwd: folder.path });
  const json = await runInProcess(["check", "data", "gold.csv", "--json"], { cwd: folder.path });

  expect(text.exitCode).toBe(1);
  expect(text.stdout).not.toMatch(/chest|lungs|nothing/i);
  const [set] = (JSON.parse(json.stdout) as { readonly sets: readonly unknown[] }).sets;
  expect(set).toMatchObject({
    reports: 5,
    problems: [
      { code: "LABELS_UNKNOWN_VALUE", row: 3, column: "Edema" },
      { code: "LABELS_UNKNOWN_VALUE", row: 3, column: "Fracture" },
      { code: "LABELS_NO_FINDING", row: 5 },
    ],
    emptyRows: [4],
    duplicates: [{ row: 2, firstRow: 1 }],
    contradictions: [{ row: 2, firstRow: 1 }],
    noFindingConflicts: [4],
  });
});

test("augment keeps labels and originals and leaves the dev split alone", async () => {
  using folder = temporaryFolder();
  writeFileSync(
    join(folder.path, "gold.csv"),
    "id,text,split,Edema\na,Wet lungs.,train,1\nb,Dry lungs.,dev,0\n",
  );
  writeFileSync(
    join(folder.path, "more.jsonl"),
    '{"id":"a","text":"Fluid, in the lungs."}\n{"id":"b","text":"No fluid."}\n',
  );
  const argv = ["augment", "gold.csv", "--paraphrases", "more.jsonl", "-o", "out.csv"];

  const { exitCode, stderr } = await runInProcess(argv, { cwd: folder.path });

  expect(exitCode, stderr).toBe(0);
  expect(readFileSync(join(folder.path, "out.csv"), "utf8")).toBe(
    [
      "id,text,split,Edema,origin",
      "a,Wet lungs.,train,1,original",
      'a,"Fluid, in the lungs.",train,1,paraphrase 1',
      "b,Dry lungs.,dev,0,original",
      "",
    ].join("\n"),
  );
});

async function trainTiny(cwd: string, options: readonly string[]): Promise<RunResult> {
  await writeTinyModel(join(cwd, "start"));
  writeTinyTable(cwd, "train.csv", 8, 1);
  const argv = ["train", "train.csv", "--from", "start", "-o", "out"];
  return runInProcess([...argv, "--set", "training.batchSize=4", ...options], { cwd });
}

function readMetrics(folder: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = readFileSync(join(folder, "metrics.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

function never(name: string): never {
  throw new Error(`No ${name} in the fixture`);
}

test("--print-config shows the recipe in the form that --config reads", async () => {
  using folder = temporaryFolder();
  const argv = ["train", "train.csv", "-o", "out", "--preset", "chexbert-2020", "--print-config"];

  const printed = await runInProcess([...argv, "--set", "training.epochs=3"], {
    cwd: folder.path,
  });
  writeFileSync(join(folder.path, "recipe.json"), printed.stdout);
  const again = await runInProcess([...argv, "--config", "recipe.json"], { cwd: folder.path });

  expect(JSON.parse(printed.stdout)).toMatchObject({ training: { epochs: 3, batchSize: 18 } });
  expect(JSON.parse(again.stdout)).toMatchObject({ training: { epochs: 3, batchSize: 18 } });
});

test("a dev set of one report, and reports that both sets share, are no obstacle", async () => {
  using folder = temporaryFolder();
  writeTinyTable(folder.path, "dev.csv", 1, 1);

  const { exitCode, stderr } = await trainTiny(folder.path, [
    ...["--dev", "dev.csv", "--set", "training.maxSteps=1", "--set", "training.selection=kappa"],
  ]);

  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain("1 reports of the dev set are in the training set too");
  expect(stderr).toContain("best at step 1 (kappa ");
});

test("a config.json gives random weights of its sizes", async () => {
  using folder = temporaryFolder();
  await writeTinyModel(join(folder.path, "start"));
  writeTinyTable(folder.path, "train.csv", 4, 1);
  const argv = ["train", "train.csv", "--from", "start/config.json", "-o", "out"];

  const { exitCode, stderr } = await runInProcess(
    [...argv, "--vocab", "start/vocab.txt", "--set", "training.maxSteps=1"],
    { cwd: folder.path },
  );

  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain("2 layers of width 24, 99 words, random heads");
});

test("--dry-run says what a run would do and writes nothing", async () => {
  using folder = temporaryFolder();

  const { exitCode, stdout, stderr } = await trainTiny(folder.path, ["--dry-run", "--json"]);

  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    trainReports: 8,
    devReports: 0,
    stepsPerEpoch: 2,
    steps: 8,
    recipe: { batchSize: 4 },
  });
  expect(readdirSync(folder.path)).not.toContain("out");
});
