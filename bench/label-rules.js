/**
 * @file The `label` command with the rules, as a user runs it: reports per second on one core, the
 * time to the first label, help over bare node, and memory.
 *
 * Every figure is of a whole process. Short runs are interleaved with runs of bare node, so that
 * both see the same machine.
 */
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { reportLengths } from "./random-reports.js";

const PROGRAM = new URL("../bin/chexbert.js", import.meta.url).pathname;
const EXAMPLE = new URL("../examples/reports.csv", import.meta.url).pathname;
const REPEATS = 15;

/** Invented sentences with their numbers of tokens, about one a word. */
const SENTENCES = [
  "Heart size is normal.",
  "No pleural effusion or pneumothorax.",
  "Possible pneumonia at the left base, atelectasis is an alternative.",
  "Mild pulmonary edema has improved compared with the prior study of ___.",
  "There is bibasilar atelectasis.",
  "Endotracheal tube ends 4.2 cm above the carina.",
  "Small left pleural effusion is likely unchanged.",
  "The mediastinal contours are within normal limits.",
  "No acute osseous abnormality.",
  "Patchy opacity in the right lower lobe may represent aspiration.",
];

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
    ...["label", input, "-o", `${input}.out.csv`, "--quiet"],
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
    firstLabel: () => firstOutput(node, [PROGRAM, "label", EXAMPLE]),
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

function runToEnd(command, argv) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(command, argv, { stdio: ["ignore", "ignore", "inherit"] });
    let peakMb = 0;
    let cpuSeconds = 0;
    const timer = setInterval(() => {
      peakMb = Math.max(peakMb, readPeakMb(child.pid));
      cpuSeconds = Math.max(cpuSeconds, readCpuSeconds(child.pid));
    }, 50);
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearInterval(timer);
      if (exitCode !== 0) reject(new Error(`Expected exit code 0, got ${exitCode}`));
      else resolve({ seconds: (performance.now() - startedAt) / 1000, cpuSeconds, peakMb });
    });
  });
}

function firstOutput(command, argv) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    let firstMs;
    const child = spawn(command, argv, { stdio: ["ignore", "pipe", "ignore"] });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      // The header comes before the first label.
      if (firstMs === undefined && text.split("\n").length > 2) {
        firstMs = performance.now() - startedAt;
      }
    });
    child.on("error", reject);
    child.on("close", () => resolve(firstMs));
  });
}

function readPeakMb(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readOrEmpty(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** User and system time; the kernel counts in hundredths of a second. */
function readCpuSeconds(pid) {
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(") ")[1]?.split(" ");
  return fields === undefined ? 0 : (Number(fields[11]) + Number(fields[12])) / 100;
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

async function writeReports(path, rowCount) {
  const lengths = reportLengths(rowCount, 1);
  function* rows() {
    yield "study_id,Report Impression\n";
    for (const [i, length] of lengths.entries()) {
      let text = "";
      for (let k = i, words = 2; words < length; k = k * 7 + 3) {
        const sentence = SENTENCES[k % SENTENCES.length];
        text += `${sentence} `;
        words += sentence.split(" ").length + 1;
        if (100_000_000 < k) k %= 97;
      }
      yield `s${i},"${text.trimEnd()}"\n`;
    }
  }
  await pipeline(Readable.from(rows()), createWriteStream(path));
}

function median(samples) {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)];
}
