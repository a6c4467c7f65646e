/**
 * @file Binary figures under one reading: per observation, averaged over observations, averaged
 * over reports.
 *
 * Macro is the plain mean over the label set, labels without support and predictions included;
 * weighted is weighted by support; samples is the mean over reports; subset is the share of reports
 * whose labels all agree. Letters: R reports, O observations.
 */
import { OBSERVATIONS } from "../labels/observations.ts";
import {
  type BinaryCounts,
  binaryScores,
  hardLabelAuroc,
  ratio,
  support,
  type ZeroDivision,
  zeroDivisionValue,
} from "./binary-counts.ts";
import { CANDIDATE_CLASSES, type LabelPair, OBSERVATION_STRIDE } from "./joint-counts.ts";
import { LEFT_OUT } from "./label-policy.ts";
import type { LabelSet } from "./label-set.ts";
import type { Average, Measure, Tally } from "./measure.ts";
import { type Reading, readingMask } from "./reading.ts";
import { OBSERVATION_COUNT } from "./tables/label-table.ts";

/** The scores a binary block can have. `auroc` is that of hard labels. */
export type BinaryScore = "precision" | "recall" | "f1" | "accuracy" | "auroc";

/** One label set under one reading. */
export interface BinaryBlock {
  readonly kind: "binary";
  /** Name of the block in results: `14`, `5`, `14+`. */
  readonly name: string;
  readonly labelSet: LabelSet;
  readonly reading: Reading;
  readonly averages: readonly Average[];
  readonly scores: readonly BinaryScore[];
  readonly zeroDivision: ZeroDivision;
  /** Whether each observation's own figures are part of the result. */
  readonly perObservation: boolean;
  /** Precision, recall and F1 of an observation without reference positives are NaN. */
  readonly undefinedWithoutSupport?: boolean;
}

/** Values of one report that a binary block adds, in this order. */
const REPORT_VALUES = ["precision", "recall", "f1", "label_accuracy", "exact_match"] as const;

/** Builds the measure of a block. */
export function binaryMeasure(block: BinaryBlock): Measure {
  const observations = block.labelSet.observations.map((name) => OBSERVATIONS.indexOf(name));
  const needsReports = block.averages.some((name) => name === "samples" || name === "subset");
  const groups = [
    ...block.averages.map((group) => ({ group, scores: averageScores(block, group) })),
    ...(block.perObservation
      ? block.labelSet.observations.map((group) => ({ group, scores: block.scores }))
      : []),
  ];
  return {
    figures: groups.flatMap(({ group, scores }) =>
      scores.map((score) => ({ block: block.name, group, score })),
    ),
    reportColumns: needsReports ? REPORT_VALUES.map((name) => `${name}_${block.name}`) : [],
    fillReports(pair, columns, first) {
      const start = first * pair.reportCount;
      if (needsReports) fillReportValues(block, pair, columns.subarray(start));
    },
    evaluate(tally, out, { figure, column }) {
      const counts = observations.map((index) => binaryCountsOf(tally, index, block.reading));
      const each = counts.map((one) => observationScores(block, one));
      let next = figure;
      for (const average of block.averages) {
        for (const score of averageScores(block, average)) {
          out[next] = averageOf(block, { average, score, counts, each, tally, column });
          next += 1;
        }
      }
      if (!block.perObservation) return;
      for (const scores of each) {
        for (const score of block.scores) {
          out[next] = scores[score];
          next += 1;
        }
      }
    },
  };
}

/** Reads the binary counts of one observation out of a tally. */
export function binaryCountsOf(tally: Tally, observation: number, reading: Reading): BinaryCounts {
  const mask = readingMask(reading);
  const start = observation * OBSERVATION_STRIDE;
  const cells = [0, 0, 0, 0]; // tn, fp, fn, tp
  for (let code = 0; code < 4 * CANDIDATE_CLASSES; code++) {
    const inReference = (mask >> (code >> 2)) & 1;
    const inCandidate = (mask >> (code & 3)) & 1;
    cells[2 * inReference + inCandidate]! += tally.counts[start + code]!;
  }
  const [tn = 0, fp = 0, fn = 0, tp = 0] = cells;
  return { tp, fp, fn, tn };
}

type ObservationScores = Readonly<Record<BinaryScore, number>>;

function observationScores(block: BinaryBlock, counts: BinaryCounts): ObservationScores {
  const auroc = block.scores.includes("auroc") ? hardLabelAuroc(counts) : Number.NaN;
  const scores = binaryScores(counts, block.zeroDivision);
  if (block.undefinedWithoutSupport !== true || 0 < support(counts)) return { ...scores, auroc };
  const nan = Number.NaN;
  return { precision: nan, recall: nan, f1: nan, accuracy: scores.accuracy, auroc };
}

/** AUROC has no average; a share of exact reports has no precision. */
function averageScores(block: BinaryBlock, average: Average): readonly BinaryScore[] {
  return average === "subset" ? ["accuracy"] : block.scores.filter((score) => score !== "auroc");
}

interface AverageInput {
  readonly average: Average;
  readonly score: BinaryScore;
  readonly counts: readonly BinaryCounts[];
  readonly each: readonly ObservationScores[];
  readonly tally: Tally;
  /** Where the block's report columns start. */
  readonly column: number;
}

function averageOf(block: BinaryBlock, input: AverageInput): number {
  const { average, score, counts, each, tally, column } = input;
  switch (average) {
    case "micro":
      return binaryScores(pool(counts), block.zeroDivision)[score as "f1"];
    case "macro":
    case "mean":
      return weightedMean(block, each, score, () => 1);
    case "weighted":
      return weightedMean(block, each, score, (index) => support(counts[index]!));
    case "samples": {
      const name = score === "accuracy" ? "label_accuracy" : score;
      return reportMean(block, tally, column + REPORT_VALUES.indexOf(name as "f1"));
    }
    case "subset":
      return reportMean(block, tally, column + REPORT_VALUES.indexOf("exact_match"));
    default:
      return average satisfies never;
  }
}

function pool(counts: readonly BinaryCounts[]): BinaryCounts {
  const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { tp, fp, fn, tn } of counts) {
    sum.tp += tp;
    sum.fp += fp;
    sum.fn += fn;
    sum.tn += tn;
  }
  return sum;
}

function weightedMean(
  block: BinaryBlock,
  each: readonly ObservationScores[],
  score: BinaryScore,
  weightOf: (index: number) => number,
): number {
  let sum = 0;
  let weights = 0;
  for (const [index, scores] of each.entries()) {
    const value = scores[score];
    const weight = weightOf(index);
    if (Number.isNaN(value) && (block.zeroDivision === "skip" || weight === 0)) continue;
    sum += weight * value;
    weights += weight;
  }
  return ratio(sum, weights, zeroDivisionValue(block.zeroDivision));
}

function reportMean(block: BinaryBlock, tally: Tally, column: number): number {
  const defined = tally.defined[column]!;
  if (defined < tally.reportCount && block.zeroDivision !== "skip") return Number.NaN;
  return ratio(tally.sums[column]!, defined, Number.NaN);
}

function fillReportValues(block: BinaryBlock, pair: LabelPair, columns: Float64Array): void {
  const { reference: references, candidate: candidates, reportCount } = pair;
  const mask = readingMask(block.reading);
  const observations = Uint8Array.from(
    block.labelSet.observations.map((name) => OBSERVATIONS.indexOf(name)),
  );
  const undefinedValue = zeroDivisionValue(block.zeroDivision);
  for (let r = 0; r < reportCount; r++) {
    let tp = 0;
    let inReference = 0;
    let inCandidate = 0;
    let counted = 0;
    for (let k = 0; k < observations.length; k++) {
      const cell = r * OBSERVATION_COUNT + observations[k]!;
      const reference = references[cell]!;
      const candidate = candidates[cell]!;
      if (LEFT_OUT <= reference || candidate === LEFT_OUT) continue;
      const a = (mask >> reference) & 1;
      const b = (mask >> candidate) & 1;
      tp += a & b;
      inReference += a;
      inCandidate += b;
      counted += 1;
    }
    const agree = counted - inReference - inCandidate + 2 * tp;
    // In the order of REPORT_VALUES, [5, R].
    columns[r] = ratio(tp, inCandidate, undefinedValue);
    columns[reportCount + r] = ratio(tp, inReference, undefinedValue);
    columns[2 * reportCount + r] = ratio(2 * tp, inReference + inCandidate, undefinedValue);
    columns[3 * reportCount + r] = ratio(agree, counted, undefinedValue);
    columns[4 * reportCount + r] = agree === counted ? 1 : 0;
  }
}
