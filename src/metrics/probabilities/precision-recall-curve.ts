/**
 * @file Precision and recall at every threshold, the area under that curve, and the best threshold.
 */

/** Counts when every probability of at least `threshold` is called positive. */
export interface CurvePoint {
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** Returns a point for each distinct probability, from the highest down. */
export function precisionRecallCurve(
  probabilities: readonly number[],
  isPositive: readonly boolean[],
): readonly CurvePoint[] {
  const order = [...probabilities.keys()].toSorted(
    (a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0),
  );
  const positives = isPositive.filter(Boolean).length;
  const points: CurvePoint[] = [];
  let [tp, fp] = [0, 0];
  for (const [rank, report] of order.entries()) {
    if (isPositive[report] === true) tp += 1;
    else fp += 1;
    const threshold = probabilities[report] ?? Number.NaN;
    if (probabilities[order[rank + 1] ?? -1] === threshold) continue;
    points.push({ threshold, tp, fp, fn: positives - tp });
  }
  return points;
}

/** Average precision, Σ (Rₙ − Rₙ₋₁)·Pₙ without interpolation. NaN without positives. */
export function auprc(probabilities: readonly number[], isPositive: readonly boolean[]): number {
  let area = 0;
  let recallBefore = 0;
  for (const { tp, fp, fn } of precisionRecallCurve(probabilities, isPositive)) {
    const recall = tp / (tp + fn);
    area += (recall - recallBefore) * (tp / (tp + fp));
    recallBefore = recall;
  }
  return area;
}

/** A threshold chosen on dev data, and the F1 it gave there. */
export interface ChosenThreshold {
  readonly threshold: number;
  readonly f1: number;
}

/**
 * Chooses the probability with the highest F1, the highest such probability on ties. Choose on dev
 * data only. `undefined` without positives.
 */
export function bestThreshold(
  probabilities: readonly number[],
  isPositive: readonly boolean[],
): ChosenThreshold | undefined {
  let best: ChosenThreshold | undefined;
  for (const { threshold, tp, fp, fn } of precisionRecallCurve(probabilities, isPositive)) {
    const f1 = (2 * tp) / (2 * tp + fp + fn);
    if (0 < tp && (best === undefined || best.f1 < f1)) best = { threshold, f1 };
  }
  return best;
}
