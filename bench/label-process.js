/**
 * @file The `label` command as a process of its own, and tables of invented reports for it.
 */
import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { reportLengths } from "./random-reports.js";

export const PROGRAM = new URL("../bin/chexbert.js", import.meta.url).pathname;
export const EXAMPLE = new URL("../examples/reports.csv", import.meta.url).pathname;

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

/** Runs a process to its end. */
export function runToEnd(command, argv) {
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

/** Milliseconds from the start of a process to its first line after the header. */
export function firstOutput(command, argv) {
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

/** Writes a table of reports whose lengths are those of `reportLengths`. */
export async function writeReports(path, rowCount) {
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

export function median(samples) {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)];
}
