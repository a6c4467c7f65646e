/**
 * @file Memory over a stream of a million reports. The model is tiny, so that it ends; what grows
 * with rows would grow here as it does with any model.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLabeler } from "../dist/labeler/load-labeler.js";
import { memoryOf } from "./memory.js";

const REPORTS = 1_000_000;
const SAMPLES = 20;

/** Measures with workers on every core. */
export async function run(options) {
  const folder = mkdtempSync(join(tmpdir(), "chexbert-bench-"));
  const vocabularyFile = join(folder, "vocab.txt");
  const entries = Array.from({ length: 29 }, (_, id) => `w${id}`);
  entries.splice(0, 5, "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
  writeFileSync(vocabularyFile, entries.join("\n"));
  const model = fileURLToPath(
    new URL("../test/oracles/fixtures/checkpoints/wide-zip.pth", import.meta.url),
  );
  const threads = options.threads === undefined ? {} : { threads: Number(options.threads) };
  const reportCount = Number(options.reports ?? REPORTS);
  const before = memoryOf();
  const labeler = await loadLabeler(model, { device: "cpu", vocabularyFile, ...threads });
  const residentMb = [];
  const start = performance.now();
  let count = 0;
  for await (const labels of labeler.labelStream(texts(reportCount))) {
    if (labels.truncated) throw new Error("Expected reports that fit");
    count += 1;
    if (count % Math.ceil(reportCount / SAMPLES) === 0)
      residentMb.push(Math.round(memoryOf().residentMb));
  }
  const seconds = (performance.now() - start) / 1000;
  const { peakMb } = memoryOf();
  const { duplicateCount } = labeler.counts();
  await labeler[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
  return {
    reports: count,
    reportsPerSecond: count / seconds,
    duplicates: duplicateCount,
    residentMb,
    peakAboveStartMb: peakMb - before.residentMb,
  };
}

function* texts(reportCount) {
  for (let i = 0; i < reportCount; i += 1) {
    // Up to 15 words of 24: hardly a text comes twice.
    let rest = Math.imul(i + 1, 2_654_435_761) >>> 0;
    const words = [];
    for (let n = 0; n < 1 + (i % 14); n += 1) {
      words.push(`w${5 + (rest % 24)}`);
      rest = Math.imul(rest ^ (rest >>> 15), 2_246_822_519) >>> 0;
    }
    yield words.join(" ");
  }
}
