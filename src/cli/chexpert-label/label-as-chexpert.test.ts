import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { CHEXPERT_ORDER } from "../../labels/observations.ts";
import { parsePhrases } from "./phrase-folder.ts";

const HEADER = ["Reports", ...CHEXPERT_ORDER].join(",");

async function label(input: string, argv: readonly string[] = []) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "reports.csv"), input);
  const result = await runInProcess(["chexpert-label", "--reports_path=reports.csv", ...argv], {
    cwd: folder.path,
  });
  return {
    ...result,
    lines: readFileSync(join(folder.path, "labeled_reports.csv"), "utf8").trimEnd().split("\n"),
  };
}

test("values are floats in chexpert-labeler's order, under the column Reports", async () => {
  const { lines, exitCode, stderr } = await label("No pleural effusion.\nMild edema.\n");

  expect(exitCode).toBe(0);
  expect(stderr).toBe("");
  expect(lines[0]).toBe(HEADER);
  expect(lines[1]).toBe("No pleural effusion.,1.0,,,,,,,,,,0.0,,,");
  expect(lines[2]).toBe("Mild edema.,,,,,,1.0,,,,,,,,");
});

test("of two columns the first is an index; blank lines vanish and missing texts stay empty", async () => {
  const { lines } = await label('7,"Mild edema."\n\n8,\n9,NA\n');

  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(["Mild edema.", "", ""]);
});

test("only wanted sections are labeled; a report without them is labeled as a whole", async () => {
  const input = '"Findings: Mild edema. Impression: Clear."\nMild edema.\n';

  const { lines, stderr } = await label(input, ["--sections_to_extract", "impression"]);

  expect(lines[1]).toMatch(/Clear\.,1\.0,+$/);
  expect(lines[2]).toContain("Mild edema.,,,,,,1.0");
  expect(stderr).toContain("1 report");
});

test("strict extraction makes a report without the sections empty", async () => {
  const argv = ["--sections_to_extract", "impression", "--extract_strict"];

  const { lines } = await label("Mild edema.\n", argv);

  expect(lines[1]).toMatch(/^Mild edema\.,1\.0,,,,,,/);
});

test("argparse's forms and prefixes are understood, -v speaks", async () => {
  const { exitCode, stderr } = await label("Mild edema.\n", [
    "--output",
    "labeled_reports.csv",
    "-v",
  ]);

  expect(exitCode).toBe(0);
  expect(stderr).toContain("Labeled 1 report");
});

test("the input is never overwritten", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "reports.csv");
  writeFileSync(path, "Mild edema.\n");

  const { exitCode, stderr } = await runInProcess(
    ["chexpert-label", "--reports_path=reports.csv", "--output_path=./reports.csv"],
    { cwd: folder.path },
  );

  expect(exitCode).toBe(2);
  expect(stderr).toContain("error[OUTPUT_IS_INPUT]");
  expect(readFileSync(path, "utf8")).toBe("Mild edema.\n");
});

test("a phrase file is lines whose underscores are blanks", () => {
  expect(parsePhrases("_line_\n\n  edema \r\npleural_scar\n")).toEqual([
    " line ",
    "edema",
    "pleural scar",
  ]);
});

test.each([
  ["a missing folder", undefined, "PHRASES_NO_FOLDER"],
  ["an empty folder", [], "PHRASES_EMPTY"],
  ["an unknown observation", ["lung_opacty.txt"], "PHRASES_UNKNOWN_OBSERVATION"],
])("%s of phrases is refused", async (_, names, code) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "reports.csv"), "Clear.\n");
  if (names !== undefined) {
    mkdirSync(join(folder.path, "phrases"));
    for (const name of names) writeFileSync(join(folder.path, "phrases", name), "edema\n");
  }

  const { stderr } = await runInProcess(
    ["chexpert-label", "--reports_path", "reports.csv", "--mention_phrases_dir", "phrases"],
    { cwd: folder.path },
  );

  expect(stderr).toContain(`error[${code}]`);
});
