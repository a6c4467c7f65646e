/**
 * @file Approximate randomization: is the difference between two systems more than chance?
 *
 * In every round the outputs of the two systems are swapped for each report, or for all reports of
 * a cluster, with probability one half. p = (1 + rounds with a difference at least as large) /
 * (1 + rounds). Reports on which the systems agree in everything are counted once, outside the loop.
 */
import { seededRandom } from "../../base/seeded-random.ts";
import {
  addReport,
  clearTally,
  emptyTally,
  evaluateMeasure,
  type Measure,
  type MeasuredPair,
  type Tally,
  tallyAll,
} from "../measure.ts";
import { OBSERVATION_COUNT } from "../tables/label-table.ts";
import type { ResamplingUnits } from "./resampling-units.ts";

export interface RandomizationPlan {
  readonly rounds: number;
  readonly seed: number;
  readonly units: ResamplingUnits;
}

/** Differences closer than this are the same difference after rounding. */
const ROUNDING = 1e-12;

/** Returns a two-sided p value for each figure; NaN where a system has no value. */
export function approximateRandomization(
  measure: Measure,
  systems: readonly [MeasuredPair, MeasuredPair],
  { rounds, seed, units }: RandomizationPlan,
): Float64Array {
  const [first, second] = systems;
  const valuesA = evaluateMeasure(measure, tallyAll(measure, first));
  const valuesB = evaluateMeasure(measure, tallyAll(measure, second));
  const random = seededRandom(seed);
  const differing = differingUnits(first, second, units);
  const isDiffering = new Set(differing);
  const tallies = [emptyTally(measure), emptyTally(measure)] as const;
  const fixed = [emptyTally(measure), emptyTally(measure)] as const;
  for (let u = 0; u < units.count; u++) {
    if (isDiffering.has(u)) continue;
    addUnit(fixed[0], first, units, u);
    addUnit(fixed[1], second, units, u);
  }
  const asLarge = new Float64Array(measure.figures.length);
  const outA = new Float64Array(asLarge.length);
  const outB = new Float64Array(asLarge.length);
  const place = { figure: 0, column: 0 };
  for (let round = 0; round < rounds; round++) {
    copyTally(fixed[0], tallies[0]);
    copyTally(fixed[1], tallies[1]);
    for (const u of differing) {
      const swapped = random.bits() < 0;
      addUnit(tallies[0], swapped ? second : first, units, u);
      addUnit(tallies[1], swapped ? first : second, units, u);
    }
    measure.evaluate(tallies[0], outA, place);
    measure.evaluate(tallies[1], outB, place);
    for (let f = 0; f < asLarge.length; f++) {
      const observed = Math.abs(valuesA[f]! - valuesB[f]!);
      if (observed - ROUNDING <= Math.abs(outA[f]! - outB[f]!)) asLarge[f]! += 1;
    }
  }
  return asLarge.map((count, f) => {
    const isDefined = !Number.isNaN(valuesA[f]! - valuesB[f]!);
    return isDefined ? (1 + count) / (1 + rounds) : Number.NaN;
  });
}

function differingUnits(
  first: MeasuredPair,
  second: MeasuredPair,
  units: ResamplingUnits,
): readonly number[] {
  const differs = (r: number) => {
    for (let i = r * OBSERVATION_COUNT; i < (r + 1) * OBSERVATION_COUNT; i++) {
      if (first.cells[i] !== second.cells[i]) return true;
    }
    return false;
  };
  const found: number[] = [];
  for (let u = 0; u < units.count; u++) {
    if (units.reports.subarray(units.starts[u], units.starts[u + 1]).some(differs)) found.push(u);
  }
  return found;
}

function addUnit(tally: Tally, pair: MeasuredPair, units: ResamplingUnits, u: number): void {
  for (let k = units.starts[u]!; k < units.starts[u + 1]!; k++) {
    addReport(tally, pair, units.reports[k]!, 1);
  }
}

function copyTally(source: Tally, target: Tally): void {
  clearTally(target);
  target.reportCount = source.reportCount;
  target.counts.set(source.counts);
  target.sums.set(source.sums);
  target.defined.set(source.defined);
}
