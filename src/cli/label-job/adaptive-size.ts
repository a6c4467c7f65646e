/**
 * @file How many reports go into one call of the labeler: as many as take about a second.
 *
 * Rules label thousands in that time, a model on two cores a few dozen. Small calls let a killed
 * run keep what it did, and an interruption wait for a moment only; large ones give a model batches
 * of equal length. Labels do not depend on it.
 */

const FIRST_SIZE = 16;
const LARGEST_SIZE = 2048;
/** A batch that took less than this is followed by larger ones. */
const SHORT_MS = 500;
/** A batch that took more than this is followed by smaller ones. */
const LONG_MS = 2000;

export interface AdaptiveSize {
  /** The size of the next batch. */
  next(): number;
  /** Says that a batch has been finished. */
  done(): void;
}

/** Starts small, and doubles or halves by the time between two finished batches. */
export function adaptiveSize(now: () => number): AdaptiveSize {
  let size = FIRST_SIZE;
  let finishedAt = now();
  return {
    next: () => size,
    done() {
      const elapsedMs = now() - finishedAt;
      finishedAt += elapsedMs;
      if (elapsedMs < SHORT_MS) size = Math.min(LARGEST_SIZE, size * 2);
      if (LONG_MS < elapsedMs) size = Math.max(FIRST_SIZE, size / 2);
    },
  };
}
