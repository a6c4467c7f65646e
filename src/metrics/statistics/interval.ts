/**
 * @file Confidence intervals from the replicates of a bootstrap [Efron1987].
 */
import { normalCdf, normalQuantile } from "./normal.ts";

/** `paper` takes sorted positions 24 and 974 of 1,000 replicates [Smit2020]. */
export type IntervalMethod = "percentile" | "bca" | "paper";

/** An interval of a figure. Bounds are NaN when no replicate has a value. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** Median of the replicates. */
  readonly median: number;
  /** The method that gave the bounds; `percentile` where BCa was not finite. */
  readonly method: IntervalMethod;
  /** Replicates without a value, for example a kappa of a constant column. */
  readonly undefinedReplicates: number;
}

/** The two constants of a BCa interval. */
export interface BcaConstants {
  /** Bias correction z₀. */
  readonly bias: number;
  /** Acceleration a. */
  readonly acceleration: number;
}

/** Sorts the defined replicates. */
export function sortReplicates(replicates: Float64Array): Float64Array {
  return replicates.filter((value) => !Number.isNaN(value)).sort();
}

/** Takes the α/2 and 1−α/2 quantiles. */
export function percentileInterval(replicates: Float64Array, level = 0.95): Interval {
  const sorted = sortReplicates(replicates);
  const tail = (1 - level) / 2;
  return {
    lower: quantile(sorted, tail),
    upper: quantile(sorted, 1 - tail),
    median: quantile(sorted, 0.5),
    method: "percentile",
    undefinedReplicates: replicates.length - sorted.length,
  };
}

/** Takes positions 24 and 974 of 1,000, and the same shares of another number of replicates. */
export function paperInterval(replicates: Float64Array): Interval {
  const sorted = sortReplicates(replicates);
  const position = (share: number) => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  return {
    lower: position(0.024),
    upper: position(0.974),
    median: quantile(sorted, 0.5),
    method: "paper",
    undefinedReplicates: replicates.length - sorted.length,
  };
}

/** Bias-corrected and accelerated bounds; falls back to percentiles when a constant is not finite. */
export function bcaInterval(
  replicates: Float64Array,
  { bias, acceleration }: BcaConstants,
  level = 0.95,
): Interval {
  const percentile = percentileInterval(replicates, level);
  if (!Number.isFinite(bias) || !Number.isFinite(acceleration)) return percentile;
  const sorted = sortReplicates(replicates);
  const z = normalQuantile((1 + level) / 2);
  const share = (sign: -1 | 1) => {
    const shifted = bias + sign * z;
    return normalCdf(bias + shifted / (1 - acceleration * shifted));
  };
  return {
    ...percentile,
    lower: quantile(sorted, share(-1)),
    upper: quantile(sorted, share(1)),
    method: "bca",
  };
}

/** z₀: Φ⁻¹ of the share of replicates below the estimate, ties counted half. */
export function biasCorrection(replicates: Float64Array, estimate: number): number {
  let below = 0;
  let defined = 0;
  for (const value of replicates) {
    if (Number.isNaN(value)) continue;
    defined += 1;
    if (value < estimate) below += 1;
    else if (value <= estimate) below += 0.5;
  }
  return normalQuantile(below / defined);
}

/** a: from the values that leave out one unit at a time. NaN when they are all equal. */
export function acceleration(jackknife: Float64Array): number {
  const mean = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  let squares = 0;
  let cubes = 0;
  for (const value of jackknife) {
    const deviation = mean - value;
    squares += deviation ** 2;
    cubes += deviation ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}

/** Linear interpolation between order statistics, as NumPy's default. */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (position - below);
}
