/**
 * @file The evaluation of the CheXbert paper [Smit2020]: five binary F1 per observation, their
 * weighted combination, and Cohen's kappa.
 */
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { binaryScores, ratio } from "./binary-counts.ts";
import { binaryCountsOf } from "./binary-measure.ts";
import { CANDIDATE_CLASSES, OBSERVATION_STRIDE } from "./joint-counts.ts";
import type { LabelSet } from "./label-set.ts";
import type { Measure, Tally } from "./measure.ts";
import { READINGS } from "./reading.ts";

/** The figures of an observation, in the order of results. */
export const PAPER_SCORES = [
  "kappa",
  "weighted_f1",
  "mention_f1",
  "blank_f1",
  "negation_f1",
  "uncertain_f1",
  "positive_f1",
] as const;

export type PaperScore = (typeof PAPER_SCORES)[number];

export interface PaperBlock {
  readonly kind: "paper";
  readonly name: string;
  readonly labelSet: LabelSet;
}

/** Fidelity F08: the printed means of two scores leave observations out. */
const LEFT_OUT_OF_MEAN: Readonly<Partial<Record<PaperScore, readonly Observation[]>>> = {
  negation_f1: ["No Finding"],
  uncertain_f1: ["Support Devices", "No Finding"],
};

/** Builds the measure of the paper's evaluation. */
export function paperMeasure(block: PaperBlock): Measure {
  const observations = block.labelSet.observations;
  const groups = ["mean" as const, ...observations];
  return {
    figures: groups.flatMap((group) =>
      PAPER_SCORES.map((score) => ({ block: block.name, group, score })),
    ),
    reportColumns: [],
    fillReports() {},
    evaluate(tally, out, { figure }) {
      const each = observations.map((name) => paperScores(tally, name));
      let next = figure;
      for (const score of PAPER_SCORES) {
        out[next] = meanScore(score, observations, each);
        next += 1;
      }
      for (const scores of each) {
        for (const score of PAPER_SCORES) {
          out[next] = scores[score];
          next += 1;
        }
      }
    },
  };
}

/** Computes the paper's figures of one observation. Kappa is NaN when undefined. */
export function paperScores(
  tally: Tally,
  observation: Observation,
): Readonly<Record<PaperScore, number>> {
  const index = OBSERVATIONS.indexOf(observation);
  const isNoFinding = observation === "No Finding";
  const f1 = (reading: keyof typeof READINGS) =>
    binaryScores(binaryCountsOf(tally, index, READINGS[reading])).f1;
  const positive = f1("pos");
  // Fidelity F08: No Finding has neither negatives nor uncertain labels.
  const negation = isNoFinding ? 0 : f1("neg");
  const uncertain = isNoFinding ? 0 : f1("unc");
  // Fidelity F09: weights are the shares of the classes among the non-blank references.
  const positives = referenceCount(tally, index, 1);
  const negatives = referenceCount(tally, index, 2);
  const uncertains = referenceCount(tally, index, 3);
  const weighted = ratio(
    negatives * negation + uncertains * uncertain + positives * positive,
    negatives + uncertains + positives,
    0,
  );
  return {
    kappa: cohenKappa(tally, index),
    weighted_f1: weighted,
    mention_f1: f1("mention"),
    blank_f1: f1("blank"),
    negation_f1: negation,
    uncertain_f1: uncertain,
    positive_f1: positive,
  };
}

/** Fidelity F24: an undefined kappa is left out of the mean instead of spoiling it. */
function meanScore(
  score: PaperScore,
  observations: readonly Observation[],
  each: readonly Readonly<Record<PaperScore, number>>[],
): number {
  const leftOut = LEFT_OUT_OF_MEAN[score] ?? [];
  let sum = 0;
  let count = 0;
  for (const [index, observation] of observations.entries()) {
    const value = each[index]?.[score] ?? Number.NaN;
    if (leftOut.includes(observation) || Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return ratio(sum, count, Number.NaN);
}

function referenceCount(tally: Tally, observation: number, classIndex: number): number {
  const start = observation * OBSERVATION_STRIDE + classIndex * CANDIDATE_CLASSES;
  let sum = 0;
  for (let k = start; k < start + CANDIDATE_CLASSES; k++) sum += tally.counts[k]!;
  return sum;
}

/** Fidelity F10: unweighted kappa on the matrix of all four classes; 0/0 is NaN. */
function cohenKappa(tally: Tally, observation: number): number {
  const start = observation * OBSERVATION_STRIDE;
  const rows = [0, 0, 0, 0];
  const columns = [0, 0, 0, 0];
  let total = 0;
  let agreed = 0;
  for (let code = 0; code < 4 * CANDIDATE_CLASSES; code++) {
    const count = tally.counts[start + code]!;
    rows[code >> 2]! += count;
    columns[code & 3]! += count;
    total += count;
    if (code >> 2 === (code & 3)) agreed += count;
  }
  let expected = 0;
  for (let k = 0; k < 4; k++) expected += rows[k]! * columns[k]!;
  // Whole numbers until the last step, so that perfect agreement on one class is exactly 0/0.
  return ratio(agreed * total - expected, total * total - expected, Number.NaN);
}
