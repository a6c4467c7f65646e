/**
 * @file The `@example` of every function that the main entry exports runs as it stands.
 *
 * Each is compiled on its own and imports the built package by its name.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");

/** What an example may use without saying so. */
const HEADER = `
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import {
  explainByOcclusion,
  labelReports,
  loadLabeler,
  loadRuleLabeler,
  readReports,
  withRulesBeside,
  writeReports,
} from "chexbert";
`;

/** Files that the main entry exports from. */
function exportingFiles(): readonly string[] {
  const entry = readFileSync(join(root, "src/index.ts"), "utf8");
  return Array.from(entry.matchAll(/from "\.\/([^"]+)"/g), ([, file = ""]) => join("src", file));
}

const examples = exportingFiles().flatMap((file) =>
  Array.from(
    readFileSync(join(root, file), "utf8").matchAll(/@example\n \* ```ts\n(.*?) \* ```/gs),
    ([, code = ""]) => [file, code.replaceAll(/^ \* ?/gm, "")] as const,
  ),
);

test("there is an example for reading, labeling, explaining and writing", () => {
  expect(examples.map(([file]) => file).toSorted()).toEqual([
    "src/labeler/load-labeler.ts",
    "src/labeler/occlusion.ts",
    "src/labeler/rules-beside.ts",
    "src/reports/label-reports.ts",
    "src/reports/read-reports.ts",
    "src/reports/write-reports.ts",
    "src/rules/rule-labeler.ts",
  ]);
});

test.each(examples)("the example of %s runs", (_, code) => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  mkdirSync(join(cwd, "node_modules"));
  symlinkSync(root, join(cwd, "node_modules/chexbert"));
  writeFileSync(join(cwd, "reports.csv"), "id,findings\na,Mild edema.\n");
  cpSync(join(root, "test/oracles/fixtures/drop-in/model"), join(cwd, "chexbert.pth"), {
    recursive: true,
  });
  const labeler = /\blabeler\b/.test(code) && !code.includes("using labeler");
  const setup = labeler ? "const labeler = await loadRuleLabeler();\n" : "";
  const { outputText } = ts.transpileModule(HEADER + setup + code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(join(cwd, "example.mjs"), outputText);

  const output = execFileSync(process.execPath, ["example.mjs"], { cwd, encoding: "utf8" });

  expect(output).not.toContain("undefined");
});
