/**
 * @file Training steps of BERT-base against PyTorch on the same cores: forward, backward and Adam
 * on the same batches from the same weights, in turns.
 *
 * - `exact`: 5 steps of 18 x 64 tokens without dropout; the losses must agree.
 * - `step`: 18 x 64 tokens with dropout 0.1.
 * - `epoch`: 1,000 reports of log-normal length in shuffled batches of 18, which PyTorch pads. Every
 *   n-th batch in order of padded size is run, and its time counts n times.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { adamStep } from "../dist/training/adamw.js";
import { makeEmbeddingGradients } from "../dist/training/embedding-gradients.js";
import { shuffledOrder } from "../dist/training/epoch-order.js";
import { loadModelStart } from "../dist/training/model-start.js";
import { openStepRunner } from "../dist/training/step-runner.js";
import { bertCheckpoint } from "./bert-checkpoint.js";
import { memoryOf } from "./memory.js";
import { reportLengths } from "./random-reports.js";

const BATCH_SIZE = 18;
const EXACT_STEPS = 5;
const DROPOUT_STEPS = 7;
const EPOCH_REPORTS = 1000;
const EPOCH_STRIDE = 14;
const server = fileURLToPath(new URL("torch_train_server.py", import.meta.url));

export async function run(options) {
  const threads = Number(options.threads ?? availableParallelism());
  const checkpoint = bertCheckpoint(options);
  const torch = await startTorch(options.python, [checkpoint, threads]);
  const start = await loadModelStart(checkpoint, {
    embeddings: "trained",
    seed: 0,
    optimizer: "fresh",
  });
  const embeddings = makeEmbeddingGradients(start.store, 0);
  let adamSteps = 0;
  let torchPeakMb = 0;

  /** Runs the same batches on both sides, in turns. */
  const compare = async (batches, dropout) => {
    const runner = await openStepRunner(start.store, embeddings, {
      dropout,
      threads,
      maxTokens: 4096,
    });
    const sides = { ours: [], torch: [], lossOurs: [], lossTorch: [] };
    for (const [index, batch] of batches.entries()) {
      const answer = await torch.ask({
        ids: batch.map(({ inputIds }) => [...inputIds]),
        classes: batch.map(({ classIndices }) => [...classIndices]),
        dropout,
      });
      const startedAt = performance.now();
      const loss = await runner.runBatch(batch, [index]);
      adamSteps += 1;
      adamStep(start.store, embeddings, { ...ADAM, step: adamSteps });
      sides.ours.push((performance.now() - startedAt) / 1000);
      sides.torch.push(answer.seconds);
      sides.lossOurs.push(loss);
      sides.lossTorch.push(answer.loss);
      torchPeakMb = answer.peakMb;
    }
    await runner[Symbol.asyncDispose]();
    return sides;
  };

  const equalBatches = (count, seed) =>
    Array.from({ length: count }, (_, i) => makeBatch(Array(BATCH_SIZE).fill(64), seed + i));
  const exact = await compare(equalBatches(EXACT_STEPS, 1), 0);
  const step = await compare(equalBatches(DROPOUT_STEPS, 50), 0.1);
  const memory = { ours: memoryOf().peakMb, torch: torchPeakMb };
  const epochBatches = sampledEpoch();
  const epoch = await compare(
    epochBatches.map((lengths, i) => makeBatch(lengths, 200 + i)),
    0.1,
  );
  await torch.end();

  const lossErrors = exact.lossOurs.map((loss, i) => Math.abs(loss / exact.lossTorch[i] - 1));
  return {
    torch: torch.version,
    threads,
    // The first step opens memory on both sides.
    stepSeconds: { ours: median(step.ours.slice(1)), torch: median(step.torch.slice(1)) },
    stepRatio: median(step.ours.slice(1)) / median(step.torch.slice(1)),
    epochSeconds: {
      ours: EPOCH_STRIDE * sum(epoch.ours),
      torch: EPOCH_STRIDE * sum(epoch.torch),
      batchesRun: epochBatches.length,
    },
    epochRatio: sum(epoch.ours) / sum(epoch.torch),
    worstLossError: Math.max(...lossErrors),
    peakMbAfterSteps: memory,
    memoryRatio: memory.ours / memory.torch,
    peakMbAfterEpoch: { ours: memoryOf().peakMb, torch: torchPeakMb },
    raw: { exact, step, epoch },
  };
}

const ADAM = {
  learningRate: 2e-5,
  gradientFactor: 1,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
};

/** Lengths of every {@link EPOCH_STRIDE}-th batch, in order of what padding makes of them. */
function sampledEpoch() {
  const lengths = reportLengths(EPOCH_REPORTS, 7);
  const order = shuffledOrder(EPOCH_REPORTS, 1, 1);
  const batches = [];
  for (let i = 0; i < order.length; i += BATCH_SIZE) {
    batches.push([...order.subarray(i, i + BATCH_SIZE)].map((row) => lengths[row]));
  }
  batches.sort((a, b) => a.length * Math.max(...a) - b.length * Math.max(...b));
  return batches.filter((_, i) => i % EPOCH_STRIDE === EPOCH_STRIDE / 2);
}

function makeBatch(lengths, seed) {
  let state = seed * 7919 + 1;
  const next = (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return lengths.map((length) => ({
    inputIds: Int32Array.from({ length }, () => 1000 + next(20000)),
    classIndices: Uint8Array.from({ length: 14 }, (_, head) => next(head === 13 ? 2 : 4)),
  }));
}

async function startTorch(python, argv) {
  const child = spawn(python, [server, ...argv.map(String)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => JSON.parse((await lines.next()).value);
  const { torch: version } = await read();
  return {
    version,
    ask: (request) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return read();
    },
    end: async () => {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
