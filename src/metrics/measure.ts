/**
 * @file A measure turns counts and sums over reports into named figures.
 *
 * Everything a figure needs from a set of reports is a {@link Tally}, and tallies of reports add
 * up. So a value, a bootstrap replicate, a jackknife value and a round of a randomization test are
 * the same call with different sums. Letters: R reports, O observations, S report columns.
 */
import type { Observation } from "../labels/observations.ts";
import { countCells, jointCells, type LabelPair, OBSERVATION_STRIDE } from "./joint-counts.ts";
import { OBSERVATION_COUNT } from "./tables/label-table.ts";

/** How figures of observations or reports become one. */
export type Average = "micro" | "macro" | "weighted" | "samples" | "subset" | "mean";

/** A figure's address: `14`, `micro`, `f1`, or `14`, `Edema`, `f1`. */
export interface FigurePlace {
  readonly block: string;
  readonly group: Average | Observation;
  readonly score: string;
}

/** What figures are computed from. */
export interface Tally {
  reportCount: number;
  /** Joint counts, [O, 6, 4]. */
  readonly counts: Float64Array;
  /** Sums of the report columns over the reports where they are defined, [S]. */
  readonly sums: Float64Array;
  /** In how many reports each column is defined, [S]. */
  readonly defined: Float64Array;
}

/** A list of figures and the way to compute them. */
export interface Measure {
  readonly figures: readonly FigurePlace[];
  /** Names of the values that each report has. */
  readonly reportColumns: readonly string[];
  /** Writes the values of all reports; column k of the measure is column `first + k`, [S, R]. */
  fillReports(pair: LabelPair, columns: Float64Array, first: number): void;
  /** Computes all figures into `out`, from `offset` on; the measure's columns start at `column`. */
  evaluate(tally: Tally, out: Float64Array, place: FigureOffsets): void;
}

export interface FigureOffsets {
  readonly figure: number;
  readonly column: number;
}

/** A pair of tables made ready for a measure. */
export interface MeasuredPair {
  readonly reportCount: number;
  /** [R, O] */
  readonly cells: Uint16Array;
  /** Column by column, [S, R]; NaN where a value is undefined. */
  readonly columns: Float64Array;
}

/** Joins measures into one whose figures and columns stand one after the other. */
export function combineMeasures(parts: readonly Measure[]): Measure {
  return {
    figures: parts.flatMap((part) => part.figures),
    reportColumns: parts.flatMap((part) => part.reportColumns),
    fillReports(pair, columns, first) {
      let next = first;
      for (const part of parts) {
        part.fillReports(pair, columns, next);
        next += part.reportColumns.length;
      }
    },
    evaluate(tally, out, place) {
      let { figure, column } = place;
      for (const part of parts) {
        part.evaluate(tally, out, { figure, column });
        figure += part.figures.length;
        column += part.reportColumns.length;
      }
    },
  };
}

/** Computes cells and report values of a pair once; all resampling works on the result. */
export function measurePair(measure: Measure, pair: LabelPair): MeasuredPair {
  const columns = new Float64Array(measure.reportColumns.length * pair.reportCount); // [S, R]
  measure.fillReports(pair, columns, 0);
  return { reportCount: pair.reportCount, cells: jointCells(pair), columns };
}

export function emptyTally(measure: Measure): Tally {
  return {
    reportCount: 0,
    counts: new Float64Array(OBSERVATION_COUNT * OBSERVATION_STRIDE),
    sums: new Float64Array(measure.reportColumns.length),
    defined: new Float64Array(measure.reportColumns.length),
  };
}

/** Adds report r `weight` times; a negative weight takes it out. */
export function addReport(tally: Tally, pair: MeasuredPair, r: number, weight: number): void {
  const { counts, sums, defined } = tally;
  const first = r * OBSERVATION_COUNT;
  for (let i = first; i < first + OBSERVATION_COUNT; i++) {
    counts[pair.cells[i]!]! += weight;
  }
  for (let s = 0; s < sums.length; s++) {
    const value = pair.columns[s * pair.reportCount + r]!;
    if (Number.isNaN(value)) continue;
    sums[s]! += weight * value;
    defined[s]! += weight;
  }
  tally.reportCount += weight;
}

/** Sums all reports. */
export function tallyAll(measure: Measure, pair: MeasuredPair): Tally {
  const tally = emptyTally(measure);
  tally.reportCount = pair.reportCount;
  countCells(pair.cells, tally.counts);
  for (let s = 0; s < tally.sums.length; s++) {
    let sum = 0;
    let defined = 0;
    for (let i = s * pair.reportCount; i < (s + 1) * pair.reportCount; i++) {
      const value = pair.columns[i]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      defined += 1;
    }
    tally.sums[s] = sum;
    tally.defined[s] = defined;
  }
  return tally;
}

export function clearTally(tally: Tally): void {
  tally.reportCount = 0;
  tally.counts.fill(0);
  tally.sums.fill(0);
  tally.defined.fill(0);
}

/** Computes all figures of a tally. */
export function evaluateMeasure(measure: Measure, tally: Tally): Float64Array {
  const out = new Float64Array(measure.figures.length);
  measure.evaluate(tally, out, { figure: 0, column: 0 });
  return out;
}
