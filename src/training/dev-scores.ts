/**
 * @file Agreement of a model with the dev set, by the measures of the paper [Smit2020].
 */
import { HEAD_CLASS_COUNTS } from "../bert/parameters.ts";
import { planBatches } from "../labeler/batching.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { LABEL_SET_14 } from "../metrics/label-set.ts";
import { evaluateMeasure, measurePair, tallyAll } from "../metrics/measure.ts";
import { paperMeasure } from "../metrics/paper-measure.ts";
import type { StepRunner } from "./step-runner.ts";
import type { TrainingExample } from "./training-example.ts";

/** Scores of one observation. */
export interface ObservationScores {
  /** NaN where both sides have one and the same class only (fidelity F24). */
  readonly kappa: number;
  readonly weightedF1: number;
}

/** How well the model labels the dev set. */
export interface DevScores extends ObservationScores {
  /** Cross-entropy summed over the heads, averaged over reports. */
  readonly loss: number;
  readonly observations: Readonly<Record<Observation, ObservationScores>>;
  /** Observations without a kappa, which its mean leaves out. */
  readonly undefinedKappas: number;
}

/** Small batches keep the states in the processor's cache. */
const BATCH_LIMITS = { batchTokens: 1024, batchSize: 256 };

/** Labels the dev set and compares. */
export async function evaluateOnDev(
  runner: StepRunner,
  dev: readonly TrainingExample[],
): Promise<DevScores> {
  const candidate = new Uint8Array(dev.length * OBSERVATIONS.length); // [R, O]
  let loss = 0;
  const lengths = dev.map(({ inputIds }) => inputIds.length);
  for (const indexes of planBatches(lengths, BATCH_LIMITS)) {
    const batch = indexes.map((index) => ({ index, example: dev[index] as TrainingExample }));
    const logits = await runner.runLogits(batch.map(({ example }) => example.inputIds)); // [B, 54]
    let at = 0;
    for (const { example, index } of batch) {
      for (const [head, classCount] of HEAD_CLASS_COUNTS.entries()) {
        const scores = logits.subarray(at, at + classCount);
        candidate[index * OBSERVATIONS.length + head] = firstMaximum(scores);
        loss += crossEntropy(scores, example.classIndices[head] ?? 0);
        at += classCount;
      }
    }
  }
  const reference = new Uint8Array(candidate.length); // [R, O]
  for (const [row, { classIndices }] of dev.entries()) {
    reference.set(classIndices, row * OBSERVATIONS.length);
  }
  return { loss: loss / dev.length, ...agreement(reference, candidate) };
}

function agreement(reference: Uint8Array, candidate: Uint8Array): Omit<DevScores, "loss"> {
  const measure = paperMeasure({ kind: "paper", name: "14", labelSet: LABEL_SET_14 });
  const reportCount = reference.length / OBSERVATIONS.length;
  const measured = measurePair(measure, { reportCount, reference, candidate });
  const values = evaluateMeasure(measure, tallyAll(measure, measured));
  const find = (group: string): ObservationScores => {
    const figure = (score: string) =>
      values[measure.figures.findIndex((f) => f.group === group && f.score === score)] ??
      Number.NaN;
    return { kappa: figure("kappa"), weightedF1: figure("weighted_f1") };
  };
  const observations = Object.fromEntries(
    OBSERVATIONS.map((observation) => [observation, find(observation)]),
  ) as Record<Observation, ObservationScores>; // One entry per observation.
  const undefinedKappas = Object.values(observations).filter(({ kappa }) => Number.isNaN(kappa));
  return { ...find("mean"), observations, undefinedKappas: undefinedKappas.length };
}

/** The class of the largest logit; of equal ones the first. */
function firstMaximum(scores: Float32Array): number {
  let best = 0;
  for (const [classIndex, score] of scores.entries()) {
    if ((scores[best] ?? score) < score) best = classIndex;
  }
  return best;
}

function crossEntropy(scores: Float32Array, classIndex: number): number {
  const highest = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0);
  return highest + Math.log(sum) - (scores[classIndex] ?? 0);
}
