/**
 * @file The standard normal distribution, for intervals.
 */
import cdf from "@stdlib/stats-base-dists-normal-cdf";
import quantile from "@stdlib/stats-base-dists-normal-quantile";

/** Φ: the share of a standard normal below x. */
export function normalCdf(x: number): number {
  return cdf(x, 0, 1);
}

/**
 * Φ⁻¹: the point with the given share below it; infinite at 0 and 1. Good to 1e-9 for shares of one
 * in a million and more, which no number of replicates in use goes below.
 */
export function normalQuantile(share: number): number {
  return quantile(share, 0, 1);
}
