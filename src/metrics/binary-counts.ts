/**
 * @file Precision, recall, F1 and accuracy of a yes-or-no question, from four counts.
 */

/** What a figure is when it would be 0/0. `skip` leaves it out of the mean around it. */
export type ZeroDivision = "0" | "1" | "nan" | "skip";

/** Counts of a binary comparison. */
export interface BinaryCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** The figures of a binary comparison; NaN where undefined. */
export interface BinaryScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** Positives in the reference. */
export function support(counts: BinaryCounts): number {
  return counts.tp + counts.fn;
}

/** Computes all four figures; 0/0 becomes 0, 1, or NaN for `nan` and `skip`. */
export function binaryScores(counts: BinaryCounts, zeroDivision: ZeroDivision = "0"): BinaryScores {
  const { tp, fp, fn, tn } = counts;
  const undefinedValue = zeroDivisionValue(zeroDivision);
  return {
    precision: ratio(tp, tp + fp, undefinedValue),
    recall: ratio(tp, tp + fn, undefinedValue),
    f1: ratio(2 * tp, 2 * tp + fp + fn, undefinedValue),
    accuracy: ratio(tp + tn, tp + fp + fn + tn, undefinedValue),
  };
}

/** Area under the ROC curve of hard labels: the mean of sensitivity and specificity. */
export function hardLabelAuroc({ tp, fp, fn, tn }: BinaryCounts): number {
  return (tp / (tp + fn) + tn / (tn + fp)) / 2;
}

export function zeroDivisionValue(zeroDivision: ZeroDivision): number {
  if (zeroDivision === "0") return 0;
  return zeroDivision === "1" ? 1 : Number.NaN;
}

export function ratio(numerator: number, denominator: number, undefinedValue: number): number {
  return denominator === 0 ? undefinedValue : numerator / denominator;
}
