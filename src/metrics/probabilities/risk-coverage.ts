/**
 * @file Risk against coverage: how many errors are left when only confident labels are kept.
 */

/** The labels with a confidence of at least `threshold`. */
export interface RiskCoveragePoint {
  readonly threshold: number;
  /** Share of labels kept. */
  readonly coverage: number;
  /** Share of wrong labels among those kept. */
  readonly risk: number;
}

/** Returns a point for each distinct confidence, from the most confident on. */
export function riskCoverageCurve(
  confidences: readonly number[],
  isCorrect: readonly boolean[],
): readonly RiskCoveragePoint[] {
  const order = [...confidences.keys()].toSorted(
    (a, b) => (confidences[b] ?? 0) - (confidences[a] ?? 0),
  );
  const points: RiskCoveragePoint[] = [];
  let wrong = 0;
  for (const [rank, index] of order.entries()) {
    if (isCorrect[index] !== true) wrong += 1;
    const threshold = confidences[index] ?? Number.NaN;
    if (confidences[order[rank + 1] ?? -1] === threshold) continue;
    const kept = rank + 1;
    points.push({ threshold, coverage: kept / confidences.length, risk: wrong / kept });
  }
  return points;
}

/** Area under the curve as a step function: lower is better. */
export function areaUnderRiskCoverage(points: readonly RiskCoveragePoint[]): number {
  let area = 0;
  let before = 0;
  for (const { coverage, risk } of points) {
    area += (coverage - before) * risk;
    before = coverage;
  }
  return area;
}
