/**
 * @file The `label` command with the compact model on all cores, as a user runs it: reports per
 * second, memory and the time to the first label, for the model and the rules together, for the
 * model alone, and for the rules, in turns.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE, firstOutput, median, PROGRAM, runToEnd, writeReports } from "./label-process.js";

const ENGINES = ["auto", "bert", "rules"];
const REPEATS = 5;

export async function run({ rows = "5000" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "chexbert-bench-"));
  try {
    const rowCount = Number(rows);
    const input = join(folder, "reports.csv");
    await writeReports(input, rowCount);
    const engines = {};
    for (const engine of ENGINES) engines[engine] = await labelAll(input, rowCount, engine);
    const firstLabelMs = Object.fromEntries(ENGINES.map((engine) => [engine, []]));
    for (let i = 0; i < REPEATS; i += 1) {
      for (const engine of ENGINES) {
        const argv = [PROGRAM, "label", EXAMPLE, "--engine", engine];
        firstLabelMs[engine].push(await firstOutput(process.execPath, argv));
      }
    }
    const medianFirstLabelMs = Object.fromEntries(
      ENGINES.map((engine) => [engine, median(firstLabelMs[engine])]),
    );
    return { rowCount, engines, medianFirstLabelMs, firstLabelMs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function labelAll(input, rowCount, engine) {
  const argv = ["label", input, "-o", `${input}.${engine}.csv`, "--engine", engine, "--quiet"];
  const measured = await runToEnd(process.execPath, [PROGRAM, ...argv]);
  return { ...measured, reportsPerSecond: rowCount / measured.seconds };
}
