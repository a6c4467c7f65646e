/**
 * @file Holm's correction for several tests [Holm1979].
 */

/** Adjusts p values: step-down, monotone, at most 1. NaN stays NaN and is not counted as a test. */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues
    .map((p, index) => ({ p, index }))
    .filter(({ p }) => !Number.isNaN(p))
    .toSorted((a, b) => a.p - b.p);
  const adjusted = pValues.map(() => Number.NaN);
  let highest = 0;
  for (const [rank, { p, index }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (order.length - rank) * p));
    adjusted[index] = highest;
  }
  return adjusted;
}
