import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkpointPath } from "../../../test/support/checkpoint-fixtures.ts";
import { runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";

const fixture = join(import.meta.dirname, "../../../test/oracles/fixtures/drop-in");
const model = join(fixture, "model");

function folderWithReports() {
  const folder = temporaryFolder();
  copyFileSync(join(fixture, "reports.csv"), join(folder.path, "reports.csv"));
  return folder;
}

const TOKENIZE_FORMS = [
  ["-d=reports.csv", "-o=tokens.json"],
  ["-dreports.csv", "-otokens.json"],
  ["-d", "reports.csv", "-o", "tokens.json"],
  ["--data=reports.csv", "--output_path=tokens.json"],
  ["--data", "reports.csv", "--output_dir", "tokens.json"],
  ["--da", "reports.csv", "--out=tokens.json"],
  ["-d=other.csv", "-d=reports.csv", "-o=tokens.json"],
];

test.each(TOKENIZE_FORMS)(
  "chexbert-tokenize %j … writes the bytes of Python's json",
  async (...argv) => {
    using folder = folderWithReports();

    const result = await runInProcess(["chexbert-tokenize", ...argv], { cwd: folder.path });

    expect(result).toMatchObject({ exitCode: 0, stdout: "" });
    expect(result.stderr).toContain("13 reports tokenized");
    expect(result.stderr).toContain("warning: 2 cells were missing");
    expect(readFileSync(join(folder.path, "tokens.json"), "utf8")).toBe(
      readFileSync(join(fixture, "tokens.json"), "utf8"),
    );
  },
);

test("chexbert-tokenize gives [101, 102] for a missing cell, and [] for no row", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "one.csv"), "Report Impression,id\n,1\n");
  writeFileSync(join(folder.path, "none.csv"), "Report Impression\n");

  await runInProcess(["chexbert-tokenize", "-d=one.csv", "-o=a/one.json"], { cwd: folder.path });
  await runInProcess(["chexbert-tokenize", "-d=none.csv", "-o=none.json"], { cwd: folder.path });

  expect(readFileSync(join(folder.path, "a/one.json"), "utf8")).toBe("[[101, 102]]");
  expect(readFileSync(join(folder.path, "none.json"), "utf8")).toBe("[]");
});

test.each([
  [["-d"], 2, "ARGUMENT_MISSING_VALUE"],
  [["-d", "-o=x"], 2, "ARGUMENT_MISSING_VALUE"],
  [["-data=reports.csv", "-o=x"], 2, "ARGUMENT_UNKNOWN_OPTION"],
  [["-d=reports.csv"], 2, "ARGUMENT_MISSING"],
  [["-d=reports.csv", "-o=x", "stray"], 2, "ARGUMENT_EXCESS"],
  [["-d=absent.csv", "-o=x"], 4, "FILE_NOT_FOUND"],
  [["-d=README", "-o=x"], 3, "CSV_MISSING_COLUMN"],
])("chexbert-tokenize %j ends with %d and %s", async (argv, exitCode, code) => {
  using folder = folderWithReports();
  writeFileSync(join(folder.path, "README"), "Report,Impression\na,b\n");

  const result = await runInProcess(["chexbert-tokenize", ...argv], { cwd: folder.path });

  expect(result.exitCode).toBe(exitCode);
  expect(result.stderr).toContain(`error[${code}]`);
  expect(existsSync(join(folder.path, "x"))).toBe(false);
});

test.each([
  ["zip-bare.pth", "CHECKPOINT_HEAD_WIDTH"],
  ["wide-zip.pth", "CHECKPOINT_VOCABULARY_SIZE"],
  ["folder-encoder-bin", "CHECKPOINT_MISSING_TENSOR"],
  ["absent.pth", "CHECKPOINT_NOT_FOUND"],
])("chexbert-label with %s ends with 4 and %s, and writes nothing", async (name, code) => {
  using folder = folderWithReports();
  const argv = ["chexbert-label", "-d=reports.csv", "-o=out", `-c=${checkpointPath(name)}`];

  const result = await runInProcess(argv, { cwd: folder.path });

  expect(result.exitCode).toBe(4);
  expect(result.stderr).toContain(`error[${code}]`);
  expect(existsSync(join(folder.path, "out"))).toBe(false);
});

test("a model folder is shown with its sizes, and as JSON", async () => {
  const people = await runInProcess(["show", model], { cwd: fixture });
  const json = await runInProcess(["show", model, "--json"], { cwd: fixture });

  expect(people.stdout).toContain("model         BERT with 14 heads");
  expect(people.stdout).toContain("2 layers, width 64, 1 attention heads");
  expect(JSON.parse(json.stdout)).toMatchObject({
    container: "folder",
    model: "labeler",
    config: { hiddenSize: 64, numHiddenLayers: 2 },
    vocabularySize: 115,
  });
});

test("a checkpoint that is no labeler is shown with the reason, the epoch and Adam's state", async () => {
  const result = await runInProcess(["show", checkpointPath("zip-module-adam.pth"), "--tensors"], {
    cwd: fixture,
  });

  expect(result.exitCode).toBe(0);
  expect(result.stdout).toContain("not a labeler Expected a multiple of 64 as hidden size");
  expect(result.stdout).toContain("epoch         5");
  expect(result.stdout).toContain("Adam for 67 parameters, learning rate 0.00002, step 3");
  expect(result.stdout).toContain("linear_heads.13.bias float32 [2]");
});

test("a converted checkpoint has the same tensors, sizes and vocabulary", async () => {
  using folder = temporaryFolder();
  const { cwd } = { cwd: folder.path };

  const converted = await runInProcess(["convert", model, "out", "--json"], { cwd });
  const before = JSON.parse((await runInProcess(["show", model, "--json"], { cwd })).stdout);
  const after = JSON.parse((await runInProcess(["show", "out", "--json"], { cwd })).stdout);

  expect(JSON.parse(converted.stdout)).toMatchObject({ model: "labeler", vocabularySize: 115 });
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  expect(after.tensors.toSorted(byName)).toEqual(before.tensors.toSorted(byName));
  expect(after.config).toEqual(before.config);
  expect(after.vocabularySize).toBe(115);
});

test.each([
  ["chexbert-tokenize", "-d=reports.csv", "-o=reports.csv"],
  ["chexbert-tokenize", "-d=reports.csv", "-o=./../work/reports.csv"],
  ["chexbert-label", "-d=labeled_reports.csv", "-o=.", "-c=none.pth"],
  ["augment", "reports.csv", "--paraphrases", "labeled_reports.csv", "-o", "labeled_reports.csv"],
])("%s %s does not write over its input", async (...argv) => {
  using folder = temporaryFolder();
  const cwd = join(folder.path, "work");
  mkdirSync(cwd);
  for (const name of ["reports.csv", "labeled_reports.csv"]) {
    writeFileSync(join(cwd, name), "id,Report Impression\n1,no edema\n");
  }

  const result = await runInProcess(argv, { cwd });

  expect(result.exitCode).toBe(2);
  expect(result.stderr).toContain("error[OUTPUT_IS_INPUT]");
  expect(readdirSync(cwd)).toEqual(["labeled_reports.csv", "reports.csv"]);
});

test("chexbert-tokenize refuses a folder as its output file", async () => {
  using folder = folderWithReports();
  const argv = ["chexbert-tokenize", "-d=reports.csv", "-o=."];

  const result = await runInProcess(argv, { cwd: folder.path });

  expect(result.exitCode).toBe(2);
  expect(result.stderr).toContain("error[OUTPUT_IS_FOLDER]");
});

test.each([[], ["-d=reports.csv", "-o=t.json", "more"]])(
  "chexbert-tokenize %j is told off under its own name",
  async (...argv) => {
    using folder = folderWithReports();

    const result = await runInProcess(["chexbert-tokenize", ...argv], { cwd: folder.path });

    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain("chexbert-tokenize, got");
    expect(result.stderr).not.toContain("chexbert chexbert-tokenize");
  },
);
