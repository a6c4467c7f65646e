/**
 * @file The nonparametric bootstrap over reports or clusters, and the jackknife.
 *
 * All systems see the same draws, so differences between them are paired. Figures are recomputed
 * from counts in every replicate, class weights included. Letters: F figures, N replicates.
 */
import { seededRandom } from "../../base/seeded-random.ts";
import {
  addReport,
  clearTally,
  emptyTally,
  type Measure,
  type MeasuredPair,
  tallyAll,
} from "../measure.ts";
import type { ResamplingUnits } from "./resampling-units.ts";

export interface BootstrapPlan {
  readonly resamples: number;
  readonly seed: number;
}

/** Draws replicates of every system. Returns for each system its figures, [N, F]. */
export function bootstrapReplicates(
  measure: Measure,
  systems: readonly MeasuredPair[],
  options: BootstrapPlan & { readonly units: ResamplingUnits },
): Float64Array[] {
  const { resamples, seed, units } = options;
  const figureCount = measure.figures.length;
  const random = seededRandom(seed);
  const draws = new Int32Array(units.count);
  const tally = emptyTally(measure);
  const replicates = systems.map(() => new Float64Array(resamples * figureCount)); // [N, F]
  for (let n = 0; n < resamples; n++) {
    draws.fill(0);
    for (let k = 0; k < units.count; k++) {
      draws[random.below(units.count)]! += 1;
    }
    for (const [index, pair] of systems.entries()) {
      clearTally(tally);
      for (let u = 0; u < units.count; u++) {
        if (draws[u] === 0) continue;
        for (let k = units.starts[u]!; k < units.starts[u + 1]!; k++) {
          addReport(tally, pair, units.reports[k]!, draws[u]!);
        }
      }
      const out = replicates[index]!;
      measure.evaluate(tally, out.subarray(n * figureCount, (n + 1) * figureCount), {
        figure: 0,
        column: 0,
      });
    }
  }
  return replicates;
}

/** Leaves out one unit at a time. Returns the figures, [units, F]. */
export function jackknifeValues(
  measure: Measure,
  pair: MeasuredPair,
  units: ResamplingUnits,
): Float64Array {
  const figureCount = measure.figures.length;
  const values = new Float64Array(units.count * figureCount);
  const tally = tallyAll(measure, pair);
  const weigh = (u: number, weight: number) => {
    for (let k = units.starts[u]!; k < units.starts[u + 1]!; k++) {
      addReport(tally, pair, units.reports[k]!, weight);
    }
  };
  for (let u = 0; u < units.count; u++) {
    weigh(u, -1);
    measure.evaluate(tally, values.subarray(u * figureCount, (u + 1) * figureCount), {
      figure: 0,
      column: 0,
    });
    weigh(u, 1);
  }
  return values;
}

/** Takes one figure out of rows of figures, [N, F] → [N]. */
export function figureColumn(
  rows: Float64Array,
  figure: number,
  figureCount: number,
): Float64Array {
  const column = new Float64Array(rows.length / figureCount);
  for (let n = 0; n < column.length; n++) column[n] = rows[n * figureCount + figure]!;
  return column;
}
