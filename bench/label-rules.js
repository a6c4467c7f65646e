/**
 * @file The `label` command with the rules, as a user runs it: reports per second on one core, the
 * time to the first label, help over bare node, and memory.
 *
 * Every figure is of a whole process. Short runs are interleaved with runs of bare node, so that
 * both see the same machine.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE, firstOutput, median, PROGRAM, runToEnd, writeReports } from "./label-process.js";

const REPEATS = 15;

export async function run({ rows = "20000,200000" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "chexbert-bench-"));
  try {
    const speed = [];
    for (const rowCount of rows.split(",").map(Number)) {
      const input = join(folder, `${rowCount}.csv`);
      await writeReports(input, rowCount);
      speed.push(await labelOnOneCore(input, rowCount));
    }
    return { speed, start: await measureStart() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function labelOnOneCore(input, rowCount) {
  const pin = spawnSync("taskset", ["--version"]).status === 0 ? ["taskset", "-c", "0"] : [];
  const [command, ...argv] = [
    ...pin,
    process.execPath,
    PROGRAM,
    ...["label", input, "-o", `${input}.out.csv`, "--engine", "rules", "--quiet"],
  ];
  const { seconds, cpuSeconds, peakMb } = await runToEnd(command, argv);
  return {
    rowCount,
    isPinned: 0 < pin.length,
    seconds,
    cpuSeconds,
    reportsPerSecond: rowCount / seconds,
    reportsPerCpuSecond: rowCount / cpuSeconds,
    peakMb,
  };
}

/** Medians of interleaved runs, in milliseconds. */
async function measureStart() {
  const node = process.execPath;
  const kinds = {
    bareNode: () => runToEnd(node, ["-e", "0"]).then(({ seconds }) => seconds * 1000),
    help: () => runToEnd(node, [PROGRAM, "--help"]).then(({ seconds }) => seconds * 1000),
    labelHelp: () => runToEnd(node, [PROGRAM, "label", "--help"]).then((one) => one.seconds * 1000),
    version: () => runToEnd(node, [PROGRAM, "--version"]).then(({ seconds }) => seconds * 1000),
    firstLabel: () => firstOutput(node, [PROGRAM, "label", EXAMPLE, "--engine", "rules"]),
  };
  const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let i = 0; i < REPEATS; i += 1) {
    for (const [kind, measure] of Object.entries(kinds)) times[kind].push(await measure());
  }
  const medians = Object.fromEntries(
    Object.entries(times).map(([kind, samples]) => [kind, median(samples)]),
  );
  return {
    medianMs: medians,
    helpOverBareNodeMs: medians.help - medians.bareNode,
    labelHelpOverBareNodeMs: medians.labelHelp - medians.bareNode,
    samplesMs: times,
  };
}
