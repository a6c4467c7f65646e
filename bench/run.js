/**
 * @file Runs benchmarks by name and stores what they measured.
 *
 * `npm run bench -- NAME ...`; without a name, lists them. A benchmark is a module of the table
 * below with a function `run(options)` that returns plain numbers. Its result, with commit,
 * machine, versions and load, goes to `bench/results/NAME.json`.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";

const BENCHMARKS = {
  "bert-speed": "./bert-speed.js",
  "bert-start": "./bert-start.js",
  "bert-memory": "./bert-memory.js",
  "label-compact": "./label-compact.js",
  "label-rules": "./label-rules.js",
  metrics: "./metrics.js",
  "train-speed": "./train-speed.js",
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    /** A Python with torch and transformers, for the benchmarks that compare with PyTorch. */
    python: { type: "string", default: process.env.CHEXBERT_BENCH_PYTHON ?? "python3" },
    /** A folder for checkpoints of BERT-base that are written once: 1.3 GB each. */
    folder: { type: "string", default: "bench/.cache" },
    threads: { type: "string" },
    /** Numbers of rows, separated by commas, for `label-rules`, or one number for `label-compact`. */
    rows: { type: "string" },
    /** How many reports to label; fewer for a look at a busy machine. */
    reports: { type: "string" },
  },
});

if (positionals.length === 0) {
  process.stdout.write(`npm run bench -- NAME ...\n  ${Object.keys(BENCHMARKS).join("\n  ")}\n`);
}
mkdirSync(values.folder, { recursive: true });
mkdirSync(new URL("results/", import.meta.url), { recursive: true });
for (const name of positionals) {
  const file = BENCHMARKS[name];
  if (file === undefined)
    throw new Error(`Expected one of ${Object.keys(BENCHMARKS)}, got ${name}`);
  const loadBefore = loadavg()[0];
  const { run } = await import(file);
  const measured = await run(values);
  const result = { name, ...facts(), load: [loadBefore, loadavg()[0]], ...measured };
  const out = new URL(`results/${name}.json`, import.meta.url);
  writeFileSync(out, `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
}

function facts() {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return {
    date: new Date().toISOString().slice(0, 10),
    version,
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
    node: process.version,
    processor: `${cpus()[0]?.model} x ${cpus().length}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
}
