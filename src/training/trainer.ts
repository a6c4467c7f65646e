/**
 * @file The training loop, as an iterator of events.
 *
 * Everything random is a function of the seed and of the place in the run, so a run that goes on
 * from a saved state computes the same numbers as one that was never stopped.
 */
import { RuntimeError } from "../base/errors.ts";
import { adamStep, gradientNorm } from "./adamw.ts";
import { balancedClassWeights } from "./class-weights.ts";
import { type DevScores, evaluateOnDev } from "./dev-scores.ts";
import { type EmbeddingGradients, makeEmbeddingGradients } from "./embedding-gradients.ts";
import { fileOrder, shuffledOrder } from "./epoch-order.ts";
import { learningRateAt } from "./learning-rate.ts";
import { hasOnlyFiniteWeights, type ParameterStore } from "./parameter-store.ts";
import { openStepRunner, type StepRunner } from "./step-runner.ts";
import type { TrainConfig } from "./train-config.ts";
import type { BestEvaluation, TrainEvent, TrainPlace } from "./train-event.ts";
import type { TrainingExample } from "./training-example.ts";

/** How far a run has come, besides weights and moments. */
export interface TrainProgress {
  /** Optimizer steps of this run. */
  readonly step: number;
  /** Adam's own count, which goes on where a loaded optimizer state stopped. */
  readonly adamStep: number;
  readonly best: BestEvaluation | undefined;
  /** Evaluations since the best one. */
  readonly evaluationsSinceBest: number;
}

export const NO_PROGRESS: TrainProgress = {
  step: 0,
  adamStep: 0,
  best: undefined,
  evaluationsSinceBest: 0,
};

/** What is saved: the store's weights and moments, and the progress. */
export interface TrainSnapshot {
  readonly store: ParameterStore;
  readonly progress: TrainProgress;
  readonly place: TrainPlace;
  readonly learningRate: number;
}

/** Where checkpoints go. Both return how messages name what was written. */
export interface CheckpointFiles {
  /** Keeps the weights of the best model so far. */
  saveBest(snapshot: TrainSnapshot): Promise<string>;
  /** Keeps everything that is needed to go on. */
  saveLast(snapshot: TrainSnapshot): Promise<string>;
}

/** Everything that a run is given. */
export interface TrainRun {
  readonly config: TrainConfig;
  readonly store: ParameterStore;
  readonly train: readonly TrainingExample[];
  /** May be empty: then the last weights are the best. */
  readonly dev: readonly TrainingExample[];
  readonly files: CheckpointFiles;
  /** Id of `[PAD]`, whose embedding is never trained. */
  readonly padId: number;
  readonly threads: number;
  /** Milliseconds, to decide when to save. */
  readonly now: () => number;
  /** Where a saved run stopped. @default a fresh run */
  readonly progress?: TrainProgress;
  /** Saves, then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Trains. The store's weights change in place; checkpoints are written as the run goes on.
 *
 * @throws RuntimeError when the loss becomes NaN or infinite; the state saved before is kept.
 *
 * @example
 * ```ts
 * const config = parseTrainConfig("default", { epochs: 2 });
 * const start = await loadModelStart("bert-base-uncased", { seed: 0, embeddings: "trained", optimizer: "fresh" });
 * for await (const event of train({ config, store: start.store, train: examples, dev, files, … })) {
 *   if (event.type === "evaluated") console.log(event.step, event.scores.kappa);
 * }
 * ```
 */
export async function* train(run: TrainRun): AsyncGenerator<TrainEvent, void, void> {
  const { config, store, train: examples, dev, files, signal } = run;
  const stepsPerEpoch = Math.ceil(examples.length / config.batchSize);
  const totalSteps = Math.min(config.epochs * stepsPerEpoch, config.maxSteps ?? Infinity);
  const embeddings = makeEmbeddingGradients(store, run.padId);
  await using runner = await openStepRunner(store, embeddings, {
    dropout: config.dropout,
    threads: run.threads,
    maxTokens: config.microBatchTokens,
    classWeights: config.classWeights === "balanced" ? balancedClassWeights(examples) : undefined,
  });
  const loop = { run, runner, embeddings, totalSteps };
  const batchAt = batchesOf(run);
  let progress = run.progress ?? NO_PROGRESS;
  let place = placeOf(progress.step, stepsPerEpoch);
  let savedAt = run.now();
  let savedStep = progress.step;
  let losses: number[] = [];
  const snapshot = (): TrainSnapshot => ({
    store,
    progress,
    place,
    learningRate: learningRateAt(Math.max(1, progress.step), totalSteps, config),
  });
  async function* saveLast(): AsyncGenerator<TrainEvent> {
    // Weights that are not finite would replace the last good state.
    if (savedStep === progress.step || !hasOnlyFiniteWeights(store)) return;
    const path = await files.saveLast(snapshot());
    savedAt = run.now();
    savedStep = progress.step;
    yield { type: "checkpointSaved", kind: "last", path, ...place };
  }
  const reportCounts = { trainReports: examples.length, devReports: dev.length };
  const stepsDone = progress.step;
  yield { type: "started", stepsDone, totalSteps, stepsPerEpoch, ...reportCounts };

  const isOutOfPatience = () =>
    config.patience !== null && config.patience <= progress.evaluationsSinceBest;
  while (progress.step < totalSteps && !isOutOfPatience()) {
    if (signal?.aborted === true) {
      yield* saveLast();
      signal.throwIfAborted();
    }
    const next = { ...progress, step: progress.step + 1, adamStep: progress.adamStep + 1 };
    const nextPlace = placeOf(next.step, stepsPerEpoch);
    const batch = batchAt(nextPlace);
    const result = await runStep(loop, batch, next);
    // The weights are suspect already: the state that was saved before is the last good one.
    if (result === undefined) throw notFinite(next.step, savedStep);
    progress = next;
    place = nextPlace;
    losses.push(result.loss);
    const tokenCount = batch.reduce((sum, { inputIds }) => sum + inputIds.length, 0);
    yield { type: "step", ...place, ...result, reportCount: batch.length, tokenCount };

    const isEpochEnd = place.iteration === stepsPerEpoch || progress.step === totalSteps;
    const every = config.evaluateEverySteps;
    const isDue = isEpochEnd || (every !== null && place.iteration % every === 0);
    if (isDue && 0 < dev.length) {
      const scores = await evaluateOnDev(runner, dev);
      const score = selectionScore(scores, config);
      const isBest = progress.best === undefined || progress.best.score < score;
      progress = isBest
        ? { ...progress, best: { ...place, score }, evaluationsSinceBest: 0 }
        : { ...progress, evaluationsSinceBest: progress.evaluationsSinceBest + 1 };
      yield { type: "evaluated", ...place, scores, isBest };
      if (isBest) {
        const path = await files.saveBest(snapshot());
        yield { type: "checkpointSaved", kind: "best", path, ...place };
      }
    }
    if (isEpochEnd) {
      const meanLoss = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
      losses = [];
      yield { type: "epoch", ...place, meanLoss };
    }
    const isTime = config.saveEverySeconds * 1000 <= run.now() - savedAt;
    if (isDue || isTime) yield* saveLast();
  }
  if (dev.length === 0) {
    const path = await files.saveBest(snapshot());
    yield { type: "checkpointSaved", kind: "best", path, ...place };
  }
  yield* saveLast();
  const { best } = progress;
  const reason = progress.step < totalSteps ? "no improvement" : "completed";
  yield { type: "finished", ...place, reason, ...(best === undefined ? {} : { best }) };
}

interface Loop {
  readonly run: TrainRun;
  readonly runner: StepRunner;
  readonly embeddings: EmbeddingGradients | undefined;
  readonly totalSteps: number;
}

/** Gradients, clipping, Adam; `undefined`, and nothing changed, when the loss is not finite. */
async function runStep(
  { run: { config, store }, runner, embeddings, totalSteps }: Loop,
  batch: readonly TrainingExample[],
  progress: TrainProgress,
): Promise<
  | { readonly loss: number; readonly learningRate: number; readonly gradientNorm?: number }
  | undefined
> {
  const loss = await runner.runBatch(batch, [config.seed, progress.step]);
  if (!Number.isFinite(loss)) return undefined;
  const learningRate = learningRateAt(progress.step, totalSteps, config);
  const norm = config.clipNorm === null ? undefined : gradientNorm(store, embeddings);
  const isClipped = norm !== undefined && config.clipNorm !== null && config.clipNorm < norm;
  adamStep(store, embeddings, {
    ...config,
    step: progress.adamStep,
    learningRate,
    // As PyTorch's clip_grad_norm_.
    gradientFactor: isClipped ? config.clipNorm / (norm + 1e-6) : 1,
    weightDecay: config.optimizer === "adamw" ? config.weightDecay : 0,
  });
  return { loss, learningRate, ...(norm === undefined ? {} : { gradientNorm: norm }) };
}

/** Finds the reports of a step. The last batch of an epoch may be smaller. */
function batchesOf({
  config,
  train: examples,
}: TrainRun): (place: TrainPlace) => readonly TrainingExample[] {
  let order = fileOrder(examples.length);
  let orderedEpoch = 0;
  return ({ epoch, iteration }) => {
    if (config.shuffle && epoch !== orderedEpoch) {
      order = shuffledOrder(examples.length, config.seed, epoch);
      orderedEpoch = epoch;
    }
    const end = iteration * config.batchSize;
    // An order holds every index once.
    return Array.from(
      order.subarray(end - config.batchSize, end),
      (index) => examples[index] as TrainingExample,
    );
  };
}

function placeOf(step: number, stepsPerEpoch: number): TrainPlace {
  if (step === 0) return { step: 0, epoch: 1, iteration: 0 };
  const epoch = Math.ceil(step / stepsPerEpoch);
  return { step, epoch, iteration: step - (epoch - 1) * stepsPerEpoch };
}

/** Larger is better. An undefined mean kappa never beats a defined one (fidelity F24). */
function selectionScore(scores: DevScores, { selection }: TrainConfig): number {
  const score = selection === "loss" ? -scores.loss : scores[selection];
  return Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
}

function notFinite(step: number, savedStep: number): RuntimeError {
  const kept =
    savedStep === 0 ? "no state was saved yet" : `the state of step ${savedStep} is kept`;
  return new RuntimeError(
    "TRAINING_NOT_FINITE",
    `Expected a finite loss at step ${step}, got NaN or infinity; ${kept}`,
    { hint: "Use a smaller learning rate, a longer warm-up or --set training.clipNorm=1" },
  );
}
