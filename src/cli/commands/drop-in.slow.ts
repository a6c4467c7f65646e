import { execFile } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";

const root = join(import.meta.dirname, "../../..");
const fixture = join(root, "test/oracles/fixtures/drop-in");

/** Runs an executable of the package in a folder. */
function run(name: string, argv: readonly string[], cwd: string) {
  return promisify(execFile)(process.execPath, [join(root, "bin", name), ...argv], { cwd });
}

test("the documented line of CheXbert gives the bytes that pandas and PyTorch give", async () => {
  using folder = temporaryFolder();
  copyFileSync(join(fixture, "reports.csv"), join(folder.path, "reports.csv"));

  await run(
    "chexbert-label.js",
    ["-d=reports.csv", "-o=out", `-c=${join(fixture, "model")}`],
    folder.path,
  );

  expect(readFileSync(join(folder.path, "out/labeled_reports.csv"), "utf8")).toBe(
    readFileSync(join(fixture, "labeled_reports.csv"), "utf8"),
  );
});

test("chexbert-tokenize is an executable of its own", async () => {
  using folder = temporaryFolder();

  await run(
    "chexbert-tokenize.js",
    [`-d=${join(fixture, "reports.csv")}`, "-o=tokens.json"],
    folder.path,
  );

  expect(readFileSync(join(folder.path, "tokens.json"), "utf8")).toBe(
    readFileSync(join(fixture, "tokens.json"), "utf8"),
  );
});

test("a converted model verifies with the checksum of the original", async () => {
  using folder = temporaryFolder();
  const model = join(fixture, "model");

  await run("chexbert.js", ["convert", model, "out"], folder.path);
  const before = await run("chexbert.js", ["verify", model, "--json"], folder.path);
  const after = await run("chexbert.js", ["verify", "out", "--json"], folder.path);

  expect(JSON.parse(before.stdout)).toMatchObject({ passed: true, reportCount: 4 });
  expect(JSON.parse(after.stdout)).toEqual(JSON.parse(before.stdout));
});
