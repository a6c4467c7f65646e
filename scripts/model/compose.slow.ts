import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { toCsvValue } from "../../src/labels/label-class.ts";
import { OBSERVATIONS } from "../../src/labels/observations.ts";
import { composeReport } from "./composer/compose-report.ts";

const root = join(import.meta.dirname, "../..");
const script = join(root, ".scripts/scripts/model/compose.js");
const folder = mkdtempSync(join(tmpdir(), "compose-"));

beforeAll(() => {
  execFileSync("npx", ["tsc", "-p", "tsconfig.scripts.json"], { cwd: root });
});

function compose(...args: readonly string[]): string {
  return execFileSync(process.execPath, [script, ...args], { encoding: "utf8" });
}

test("writes the columns that training reads, with the labels of each report", () => {
  const rows = parse(compose("--count", "30", "--seed", "4"), { columns: true }) as Record<
    string,
    string
  >[]; // columns: true gives records

  expect(Object.keys(rows[0] ?? {})).toEqual(["id", "Report Impression", ...OBSERVATIONS]);
  for (const [i, row] of rows.entries()) {
    const { text, labels } = composeReport(i, { seed: 4 });
    expect(row["Report Impression"]).toBe(text);
    expect(OBSERVATIONS.map((observation) => row[observation])).toEqual(
      OBSERVATIONS.map((observation) => toCsvValue(labels[observation])),
    );
  }
});

test("writes JSON lines where the file name asks for them", () => {
  const file = join(folder, "composed.jsonl");

  compose("--count", "5", "--out", file);

  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line) => Object.keys(JSON.parse(line)).length)).toEqual([16, 16, 16, 16, 16]);
});

test("a larger set begins with the smaller one", () => {
  expect(compose("--count", "1200").startsWith(compose("--count", "700"))).toBe(true);
});
