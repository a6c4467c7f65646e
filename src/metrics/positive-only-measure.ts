/**
 * @file Scores against gold that records positives only, such as the Open-i MeSH coding.
 *
 * An empty gold cell does not tell "negative" from "not mentioned", so only precision, recall and
 * F1 of the positive class have a meaning; negation, uncertainty, kappa and accuracy are not
 * offered. Two marks of the gold are kept: an ambiguous cell counts nowhere, and a positive whose
 * words are not in the text counts in precision when it was found, but never in recall.
 */
import { OBSERVATIONS } from "../labels/observations.ts";
import { ratio, type ZeroDivision, zeroDivisionValue } from "./binary-counts.ts";
import { CANDIDATE_CLASSES, OBSERVATION_STRIDE, POSITIVE_WITHOUT_TEXT } from "./joint-counts.ts";
import type { LabelSet } from "./label-set.ts";
import type { Average, Measure, Tally } from "./measure.ts";
import { type Reading, readingMask } from "./reading.ts";

export interface PositiveOnlyBlock {
  readonly kind: "positive-only";
  readonly name: string;
  readonly labelSet: LabelSet;
  /** Classes of the candidate that count as positive. */
  readonly reading: Reading;
  readonly averages: readonly Average[];
  readonly zeroDivision: ZeroDivision;
}

/** Counts of a positive-only comparison. */
export interface PositiveOnlyCounts {
  /** Found positives, those without text included: precision's numerator. */
  readonly foundAny: number;
  readonly fp: number;
  /** Found positives that the text supports: recall's numerator. */
  readonly tp: number;
  readonly fn: number;
}

const SCORES = ["precision", "recall", "f1"] as const;

type Score = (typeof SCORES)[number];

/** Builds the measure of a positive-only block. */
export function positiveOnlyMeasure(block: PositiveOnlyBlock): Measure {
  const observations = block.labelSet.observations;
  const groups = [...block.averages, ...observations];
  return {
    figures: groups.flatMap((group) =>
      SCORES.map((score) => ({ block: block.name, group, score })),
    ),
    reportColumns: [],
    fillReports() {},
    evaluate(tally, out, { figure }) {
      const counts = observations.map((name) =>
        positiveOnlyCounts(tally, OBSERVATIONS.indexOf(name), block.reading),
      );
      const each = counts.map((one) => positiveOnlyScores(one, block.zeroDivision));
      const pooled = positiveOnlyScores(pool(counts), block.zeroDivision);
      const averages = block.averages.map((average) => (score: Score) => {
        if (average === "micro") return pooled[score];
        const weight = (k: number) => (average === "weighted" ? supportOf(counts[k]) : 1);
        return mean(each, score, { weight, zeroDivision: block.zeroDivision });
      });
      const rows = [...averages, ...each.map((scores) => (score: Score) => scores[score])];
      for (const [row, figureOf] of rows.entries()) {
        for (const [k, score] of SCORES.entries()) {
          out[figure + row * SCORES.length + k] = figureOf(score);
        }
      }
    },
  };
}

/** Reads the counts of one observation out of a tally. */
export function positiveOnlyCounts(
  tally: Tally,
  observation: number,
  reading: Reading,
): PositiveOnlyCounts {
  const mask = readingMask(reading);
  const at = (reference: number, candidate: number) =>
    tally.counts[observation * OBSERVATION_STRIDE + reference * CANDIDATE_CLASSES + candidate] ?? 0;
  let [foundAny, fp, tp, fn] = [0, 0, 0, 0];
  for (let candidate = 0; candidate < CANDIDATE_CLASSES; candidate++) {
    if ((mask >> candidate) & 1) {
      tp += at(1, candidate);
      foundAny += at(1, candidate) + at(POSITIVE_WITHOUT_TEXT, candidate);
      fp += at(0, candidate);
    } else {
      fn += at(1, candidate);
    }
  }
  return { foundAny, fp, tp, fn };
}

/** F1 is the harmonic mean of the two, because they count different cells. */
export function positiveOnlyScores(
  counts: PositiveOnlyCounts,
  zeroDivision: ZeroDivision,
): Readonly<Record<Score, number>> {
  const undefinedValue = zeroDivisionValue(zeroDivision);
  const precision = ratio(counts.foundAny, counts.foundAny + counts.fp, undefinedValue);
  const recall = ratio(counts.tp, counts.tp + counts.fn, undefinedValue);
  const f1 = ratio(2 * precision * recall, precision + recall, undefinedValue);
  return { precision, recall, f1 };
}

function pool(counts: readonly PositiveOnlyCounts[]): PositiveOnlyCounts {
  const sum = { foundAny: 0, fp: 0, tp: 0, fn: 0 };
  for (const one of counts) {
    sum.foundAny += one.foundAny;
    sum.fp += one.fp;
    sum.tp += one.tp;
    sum.fn += one.fn;
  }
  return sum;
}

function supportOf(counts: PositiveOnlyCounts | undefined): number {
  return (counts?.tp ?? 0) + (counts?.fn ?? 0);
}

interface MeanOptions {
  readonly weight: (index: number) => number;
  readonly zeroDivision: ZeroDivision;
}

function mean(
  each: readonly Readonly<Record<Score, number>>[],
  score: Score,
  { weight, zeroDivision }: MeanOptions,
): number {
  let sum = 0;
  let weights = 0;
  for (const [index, scores] of each.entries()) {
    if (Number.isNaN(scores[score]) && (zeroDivision === "skip" || weight(index) === 0)) continue;
    sum += weight(index) * scores[score];
    weights += weight(index);
  }
  return ratio(sum, weights, zeroDivisionValue(zeroDivision));
}
