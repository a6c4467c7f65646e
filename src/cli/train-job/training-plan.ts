/**
 * @file `--dry-run` of a training run: what it would do, how long and in how much memory, from the
 * gradients of a few batches.
 */
import { makeEmbeddingGradients } from "../../training/embedding-gradients.ts";
import type { ModelStart } from "../../training/model-start.ts";
import { openStepRunner } from "../../training/step-runner.ts";
import type { TrainConfig } from "../../training/train-config.ts";
import type { TrainingExample } from "../../training/training-example.ts";
import type { CommandContext } from "../context.ts";
import { formatDuration } from "../terminal/duration.ts";

export interface TrainingPlan {
  readonly config: TrainConfig;
  readonly start: ModelStart;
  readonly train: readonly TrainingExample[];
  readonly dev: readonly TrainingExample[];
  readonly threads: number;
  /** Bytes that the process holds in memory. */
  readonly residentBytes: () => number;
}

/** Prints the plan; no weight changes and no file is written. */
export async function printTrainingPlan(
  plan: TrainingPlan,
  context: CommandContext,
): Promise<void> {
  const { config, train, dev, start } = plan;
  const stepsPerEpoch = Math.ceil(train.length / config.batchSize);
  const steps = Math.min(config.epochs * stepsPerEpoch, config.maxSteps ?? Infinity);
  const tokens = countTokens(train);
  const secondsPerToken = await measureSecondsPerToken(plan, context);
  const facts = {
    trainReports: train.length,
    devReports: dev.length,
    tokens,
    parameters: Array.from(start.store.weights.values(), ({ length }) => length).reduce(
      (sum, length) => sum + length,
      0,
    ),
    stepsPerEpoch,
    steps,
    // A dev report costs about a third of a training report: no way back.
    seconds: secondsPerToken * (steps / stepsPerEpoch) * (tokens + countTokens(dev) / 3),
    memoryMegabytes: Math.round(plan.residentBytes() / 1e6),
    recipe: config,
  };
  if (context.settings.json) {
    await context.write(`${JSON.stringify(facts)}\n`);
    return;
  }
  const lines = [
    ["reports", `${facts.trainReports} to train on (${tokens} tokens), ${facts.devReports} in dev`],
    ["model", `${facts.parameters} parameters, ${start.heads} heads`],
    ["steps", `${facts.steps}, ${stepsPerEpoch} an epoch`],
    ["recipe", JSON.stringify(config)],
    ["memory", `about ${facts.memoryMegabytes} MB`],
    ["time", `about ${formatDuration(facts.seconds)}`],
  ];
  for (const [name = "", value] of lines) await context.write(`${name.padEnd(8)} ${value}\n`);
}

/** Batches that are timed; the first only opens memory. */
const TIMED_BATCHES = 3;

async function measureSecondsPerToken(
  { config, start, train, threads }: TrainingPlan,
  context: CommandContext,
): Promise<number> {
  const embeddings = makeEmbeddingGradients(start.store, start.vocabulary.special.pad);
  await using runner = await openStepRunner(start.store, embeddings, {
    dropout: config.dropout,
    threads,
    maxTokens: config.microBatchTokens,
  });
  let seconds = 0;
  let tokens = 0;
  for (let i = 0; i < TIMED_BATCHES; i += 1) {
    context.signal.throwIfAborted();
    const first = (i * config.batchSize) % train.length;
    const batch = train.slice(first, first + config.batchSize);
    const startedAt = context.now();
    await runner.runBatch(batch, [i]);
    if (i === 0) continue;
    seconds += (context.now() - startedAt) / 1000;
    tokens += countTokens(batch);
  }
  return seconds / tokens;
}

function countTokens(examples: readonly TrainingExample[]): number {
  return examples.reduce((sum, { inputIds }) => sum + inputIds.length, 0);
}
