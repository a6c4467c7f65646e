/**
 * @file How far probabilities are from frequencies: Brier score, reliability bins, expected
 * calibration error.
 */

/** Mean squared distance between probability and outcome. */
export function brierScore(
  probabilities: readonly number[],
  isPositive: readonly boolean[],
): number {
  const squares = probabilities.map((p, index) => (p - (isPositive[index] === true ? 1 : 0)) ** 2);
  return squares.reduce((sum, value) => sum + value, 0) / squares.length;
}

/** Reports whose confidence lies in (lower, upper]; the first bin also holds 0. */
export interface ReliabilityBin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
  /** NaN in an empty bin. */
  readonly meanConfidence: number;
  readonly shareCorrect: number;
}

/** Sorts confidences into bins of equal width. */
export function reliabilityBins(
  confidences: readonly number[],
  isCorrect: readonly boolean[],
  binCount = 10,
): readonly ReliabilityBin[] {
  const bins = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, correct: 0 }));
  for (const [index, confidence] of confidences.entries()) {
    const bin = bins[binOf(confidence, binCount)];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.confidence += confidence;
    bin.correct += isCorrect[index] === true ? 1 : 0;
  }
  return bins.map(({ count, confidence, correct }, index) => ({
    lower: index / binCount,
    upper: (index + 1) / binCount,
    count,
    meanConfidence: confidence / count,
    shareCorrect: correct / count,
  }));
}

/** Mean distance between confidence and share correct, weighted by the reports in each bin. */
export function expectedCalibrationError(
  confidences: readonly number[],
  isCorrect: readonly boolean[],
  binCount = 10,
): number {
  return reliabilityBins(confidences, isCorrect, binCount).reduce(
    (sum, { count, meanConfidence, shareCorrect }) =>
      count === 0
        ? sum
        : sum + (count / confidences.length) * Math.abs(shareCorrect - meanConfidence),
    0,
  );
}

/** Bins are open below and closed above, so an edge belongs to the bin under it. */
function binOf(confidence: number, binCount: number): number {
  let bin = Math.max(0, Math.ceil(confidence * binCount) - 1);
  // The product rounds; the edges as written in the bins decide.
  while (0 < bin && confidence <= bin / binCount) bin -= 1;
  while ((bin + 1) / binCount < confidence) bin += 1;
  return Math.min(bin, binCount - 1);
}
