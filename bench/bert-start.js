/**
 * @file From the start of a process to the first label, and the memory that takes: a `.pth` of
 * 1.3 GB with Adam state, both containers, file in the page cache.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bertCheckpoint } from "./bert-checkpoint.js";

const program = fileURLToPath(new URL("first-label.js", import.meta.url));
const RUNS = 5;
const WEIGHTS_MB = (109_482_240 * 4) / 2 ** 20;

/** Measures; each run is a process of its own. */
export async function run(options) {
  const bare = measure(["bare"]);
  const results = {};
  for (const container of ["zip", "legacy"]) {
    const path = bertCheckpoint(options, container);
    measure([path]);
    const runs = Array.from({ length: RUNS }, () => measure([path]));
    const seconds = runs.map((result) => result.seconds).toSorted((a, b) => a - b);
    const peakAboveNodeMb = Math.max(...runs.map((result) => result.peakMb)) - bare.peakMb;
    results[container] = {
      seconds,
      cpuSeconds: runs.map((result) => result.cpuSeconds).toSorted((a, b) => a - b),
      medianSeconds: seconds[Math.floor(RUNS / 2)],
      peakAboveNodeMb,
      peakToWeights: peakAboveNodeMb / WEIGHTS_MB,
    };
  }
  return { bareNode: bare, weightsMb: WEIGHTS_MB, ...results };
}

function measure(argv) {
  const { stdout, status } = spawnSync(process.execPath, [program, ...argv], { encoding: "utf8" });
  if (status !== 0) throw new Error(`Expected first-label.js to end well, got status ${status}`);
  const { labeledAfterMs, cpuMs, peakMb } = JSON.parse(stdout);
  return {
    seconds: labeledAfterMs / 1000,
    cpuSeconds: cpuMs / 1000,
    peakMb,
  };
}
