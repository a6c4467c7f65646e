/**
 * @file Reports per second, end to end, against PyTorch on the same cores: in file order as the
 * original does it, and sorted by length. Rounds of all three take turns, so that what else the
 * machine does hits each alike.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { HEAD_CLASS_COUNTS } from "../dist/bert/parameters.js";
import { loadLabeler } from "../dist/labeler/load-labeler.js";
import { LABEL_CLASSES } from "../dist/labels/label-class.js";
import { OBSERVATIONS } from "../dist/labels/observations.js";
import { makeBertTokenizer } from "../dist/tokenizer/bert-tokenizer.js";
import { loadDefaultVocabulary } from "../dist/tokenizer/vocabulary.js";
import { bertCheckpoint } from "./bert-checkpoint.js";
import { memoryOf } from "./memory.js";
import { reportLengths, reportTexts } from "./random-reports.js";

const REPORTS = 512;
const ROUNDS = 4;
const BATCH_SIZE = 18;
const server = fileURLToPath(new URL("torch_server.py", import.meta.url));

/** Measures; `options.threads` cores for both, all by default. */
export async function run(options) {
  const threads = Number(options.threads ?? availableParallelism());
  const reportCount = Number(options.reports ?? REPORTS);
  const checkpoint = bertCheckpoint(options);
  const texts = reportTexts(reportLengths(reportCount, 7), 8);
  const ids = await tokenIds(texts);
  const out = join(options.folder, "torch-logits.f32");
  const torch = await startTorch(options.python, [checkpoint, threads], { ids, out });
  const fileOrder = ids.map((_, row) => row);
  const sorted = fileOrder.toSorted((a, b) => ids[a].length - ids[b].length);
  const seconds = { fileOrder: [], sorted: [], ours: [] };
  const cpuSeconds = { fileOrder: [], sorted: [], ours: [] };
  let labels = [];
  let torchPeakMb = 0;
  let memory;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, order] of Object.entries({ fileOrder, sorted })) {
      const answer = await torch.ask({ order: part(order, round) });
      seconds[name].push(answer.seconds);
      cpuSeconds[name].push(answer.cpuSeconds);
      torchPeakMb = answer.peakMb;
    }
    // A new labeler each time: results of earlier rounds are remembered otherwise.
    const labeler = await loadLabeler(checkpoint, { device: "cpu", threads });
    await labeler.label(["warm up", ...texts.slice(0, 8).map((text) => `${text} again`)]);
    const start = performance.now();
    const cpuStart = process.cpuUsage();
    labels = await labeler.label(texts);
    const { user, system } = process.cpuUsage(cpuStart);
    seconds.ours.push((performance.now() - start) / 1000);
    cpuSeconds.ours.push((user + system) / 1e6);
    memory = memoryOf();
    await labeler[Symbol.asyncDispose]();
  }
  await torch.end();
  const rates = {
    torchFileOrder: reportCount / sum(seconds.fileOrder),
    torchSorted: reportCount / sum(seconds.sorted),
    ours: reportCount / median(seconds.ours),
  };
  const oursCpu = median(cpuSeconds.ours);
  return {
    torch: torch.version,
    threads,
    reports: reportCount,
    tokens: sum(ids.map((row) => row.length)),
    reportsPerSecond: rates,
    ratioToFileOrder: rates.ours / rates.torchFileOrder,
    ratioToSorted: rates.ours / rates.torchSorted,
    // Processor time counts nothing but the work: the fairer ratio on a machine with other load.
    cpuRatioToFileOrder: sum(cpuSeconds.fileOrder) / oursCpu,
    cpuRatioToSorted: sum(cpuSeconds.sorted) / oursCpu,
    agreement: compare(labels, out),
    seconds,
    cpuSeconds,
    torchPeakMb,
    memory,
  };
}

async function tokenIds(texts) {
  const tokenizer = makeBertTokenizer(await loadDefaultVocabulary());
  const { cls, sep } = tokenizer.vocabulary.special;
  return texts.map((text) => [cls, ...tokenizer.tokenize(text).ids, sep]);
}

/** Every ROUNDS-th batch of an order, so that each round has long and short ones. */
function part(order, round) {
  const rows = [];
  for (let start = 0; start < order.length; start += BATCH_SIZE) {
    if ((start / BATCH_SIZE) % ROUNDS === round)
      rows.push(...order.slice(start, start + BATCH_SIZE));
  }
  return rows;
}

async function startTorch(python, argv, first) {
  const child = spawn(python, [server, ...argv.map(String)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value } = await lines.next();
    return JSON.parse(value);
  };
  const { torch: version } = await ask(first);
  const end = async () => {
    child.stdin.end();
    await once(child, "exit");
  };
  return { version, ask, end };
}

function compare(labels, file) {
  const bytes = readFileSync(file);
  const expected = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let at = 0;
  let differingLabels = 0;
  let largestLogitDifference = 0;
  for (const reportLabels of labels) {
    OBSERVATIONS.forEach((observation, head) => {
      const logits = expected.subarray(at, at + HEAD_CLASS_COUNTS[head]);
      at += logits.length;
      const label = reportLabels[observation];
      const best = logits.indexOf(Math.max(...logits));
      differingLabels += Number(label.class !== LABEL_CLASSES[best]);
      label.logits.forEach((logit, i) => {
        const difference = Math.abs(logit - logits[i]);
        largestLogitDifference = Math.max(largestLogitDifference, difference);
      });
    });
  }
  return { labels: labels.length * OBSERVATIONS.length, differingLabels, largestLogitDifference };
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
