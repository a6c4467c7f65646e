/**
 * @file The probability of a reading is the sum over its classes.
 */
import { toClassIndex } from "../../labels/label-class.ts";
import type { Reading } from "../reading.ts";

/** Sums class probabilities, given in class-index order; No Finding has only two. */
export function readingProbability(probabilities: readonly number[], reading: Reading): number {
  return reading.reduce(
    (sum, labelClass) => sum + (probabilities[toClassIndex(labelClass)] ?? 0),
    0,
  );
}
