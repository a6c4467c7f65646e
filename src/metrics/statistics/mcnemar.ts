/**
 * @file McNemar's exact test on the reports that only one of two systems got right.
 */

/** p = min(1, 2·Σ_{i ≤ min(b, c)} C(b + c, i) / 2^(b + c)); 1 when both counts are 0. */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  const trials = onlyFirst + onlySecond;
  const last = Math.min(onlyFirst, onlySecond);
  // In logarithms, because 2^-(b + c) is 0 in floating point from 1,075 discordant reports on.
  let logTerm = -trials * Math.LN2; // i = 0
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= last; i++) {
    logTerm += Math.log((trials - i + 1) / i);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, 2 * sum);
}
