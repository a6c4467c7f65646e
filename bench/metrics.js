/**
 * @file The speed of metrics: the paper's evaluation with two paired systems, all presets on a
 * million pairs, and a warm Python client that scores 64 pairs by rules.
 *
 * Labels are random from a seed: 72 % blank, 15 % positive, 9 % negative, 4 % uncertain, and a
 * candidate that agrees with 90 % of the cells.
 */
import { execFileSync } from "node:child_process";
import { memoryOf } from "./memory.js";

const PAPER_REPORTS = 687;
const MANY_PAIRS = 1_000_000;

export async function run() {
  return {
    paper: await measurePaper(),
    million: JSON.parse(
      execFileSync(process.execPath, [new URL(import.meta.url).pathname, "many"], {
        encoding: "utf8",
      }),
    ),
    pythonClient: measureClient(),
  };
}

/** 687 x 14, 1,000 replicates, two systems paired; randomization tests are not part of it. */
async function measurePaper() {
  const { compareSystems, preset } = await import("../dist/metrics/index.js");
  const { reference, candidate, second } = await randomTables(PAPER_REPORTS);
  const samplesMs = [];
  const samplesCpuMs = [];
  for (let k = 0; k < 9; k++) {
    const start = performance.now();
    const cpuBefore = process.cpuUsage();
    compareSystems(reference, [candidate, second], {
      convention: preset("chexbert-paper"),
      interval: { method: "paper", resamples: 1000, seed: 42 },
      rounds: 1,
    });
    samplesMs.push(performance.now() - start);
    samplesCpuMs.push(cpuMs(cpuBefore));
  }
  return {
    reports: PAPER_REPORTS,
    replicates: 1000,
    firstMs: samplesMs[0],
    medianMs: median(samplesMs),
    medianCpuMs: median(samplesCpuMs),
    samplesMs,
  };
}

async function measureMany() {
  const { PRESET_NAMES, preset, scoreTables } = await import("../dist/metrics/index.js");
  const { reference, candidate } = await randomTables(MANY_PAIRS);
  const presetMs = {};
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  for (const name of PRESET_NAMES) {
    const before = performance.now();
    const result = scoreTables(reference, candidate, {
      convention: preset(name),
      version: "bench",
    });
    if (result.reportCount !== MANY_PAIRS) throw new Error(name);
    presetMs[name] = Math.round(performance.now() - before);
  }
  return {
    pairs: MANY_PAIRS,
    totalMs: performance.now() - start,
    totalCpuMs: cpuMs(cpuBefore),
    presetMs,
    peakMb: memoryOf().peakMb,
  };
}

function measureClient() {
  const script = new URL("metrics_client.py", import.meta.url).pathname;
  const bin = new URL("../bin/chexbert.js", import.meta.url).pathname;
  return JSON.parse(execFileSync("python3", [script, process.execPath, bin], { encoding: "utf8" }));
}

async function randomTables(count) {
  const { labelTable } = await import("../dist/metrics/index.js");
  const { seededRandom } = await import("../dist/base/seeded-random.js");
  const random = seededRandom(7);
  const ids = Array.from({ length: count }, (_, row) => `r${row}`);
  const draw = (column) => {
    const share = random.unit();
    if (column === 13) return share < 0.2 ? 1 : 0;
    return share < 0.72 ? 0 : share < 0.87 ? 1 : share < 0.96 ? 2 : 3;
  };
  const gold = new Uint8Array(count * 14).map((_, cell) => draw(cell % 14));
  const noisy = () =>
    labelTable(
      ids,
      gold.map((value, cell) => (random.unit() < 0.9 ? value : draw(cell % 14))),
    );
  return { reference: labelTable(ids, gold), candidate: noisy(), second: noisy() };
}

/** Processor time since a mark: what a loaded machine does not distort much. */
function cpuMs(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

if (process.argv[2] === "many") {
  process.stdout.write(JSON.stringify(await measureMany()));
}
