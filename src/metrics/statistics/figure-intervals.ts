/**
 * @file Intervals of all figures of a measure from one bootstrap.
 */
import type { Measure, MeasuredPair } from "../measure.ts";
import { bootstrapReplicates, figureColumn, jackknifeValues } from "./bootstrap.ts";
import {
  acceleration,
  bcaInterval,
  biasCorrection,
  type Interval,
  type IntervalMethod,
  paperInterval,
  percentileInterval,
} from "./interval.ts";
import type { ResamplingUnits } from "./resampling-units.ts";

export interface FigureIntervalsOptions {
  readonly method: IntervalMethod;
  readonly resamples: number;
  readonly seed: number;
  readonly level: number;
  readonly units: ResamplingUnits;
  /** The estimates. */
  readonly point: Float64Array;
}

/** Returns one interval per figure. */
export function intervalsOf(
  measure: Measure,
  pair: MeasuredPair,
  options: FigureIntervalsOptions,
): readonly Interval[] {
  const [replicates = new Float64Array(0)] = bootstrapReplicates(measure, [pair], options);
  const jackknife =
    options.method === "bca" ? jackknifeValues(measure, pair, options.units) : undefined;
  return intervalsFromRows(replicates, jackknife, options);
}

/** Makes intervals from rows of replicates and, for BCa, of jackknife values, [N, F] each. */
export function intervalsFromRows(
  replicates: Float64Array,
  jackknife: Float64Array | undefined,
  { method, level, point }: Pick<FigureIntervalsOptions, "method" | "level" | "point">,
): readonly Interval[] {
  const figureCount = point.length;
  return Array.from(point, (estimate, figure) => {
    const column = figureColumn(replicates, figure, figureCount);
    if (method === "paper") return paperInterval(column);
    if (jackknife === undefined) return percentileInterval(column, level);
    const constants = {
      bias: biasCorrection(column, estimate),
      acceleration: acceleration(figureColumn(jackknife, figure, figureCount)),
    };
    return bcaInterval(column, constants, level);
  });
}
