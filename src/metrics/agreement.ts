/**
 * @file Agreement between two or more labelings: Cohen's kappa, Gwet's AC1, Krippendorff's alpha.
 *
 * AC1 stands beside kappa because kappa collapses when nearly all cells are blank. Undefined
 * coefficients (0/0, one class on both sides) are NaN.
 */
import { UsageError } from "../base/errors.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { type LabelTable, OBSERVATION_COUNT } from "./tables/label-table.ts";

/** Coefficients of two labelings of the same reports. */
export interface Agreement {
  /** Share of reports with equal classes. */
  readonly observed: number;
  readonly kappa: number;
  readonly ac1: number;
  readonly alpha: number;
}

/** Agreement on one observation. With three or more tables kappa and AC1 are means over pairs. */
export interface ObservationAgreement extends Agreement {
  readonly observation: Observation;
  /** The first table in rows, the second in columns; only with two tables. */
  readonly confusion?: readonly (readonly number[])[];
}

/** A class index, or `undefined` where a labeling says nothing. */
export type Rating = number | undefined;

/** Computes the agreement of matched tables, observation by observation. */
export function tableAgreement(tables: readonly LabelTable[]): readonly ObservationAgreement[] {
  const [first, second] = tables;
  if (first === undefined || second === undefined) {
    throw new UsageError(
      "METRIC_TOO_FEW_TABLES",
      `Expected at least two tables, got ${tables.length}`,
    );
  }
  return OBSERVATIONS.flatMap((observation, index) => {
    if (!tables.every((table) => table.observations.includes(observation))) return [];
    const classCount = observation === "No Finding" ? 2 : 4;
    const columns = tables.map((table) => columnOf(table, index));
    const pairs = pairsOf(columns).map(([a, b]) => confusionOf(a, b, classCount));
    const each = pairs.map((matrix) => pairAgreement(matrix));
    const confusion = tables.length === 2 ? pairs[0] : undefined;
    return [
      {
        observation,
        observed: mean(each.map((one) => one.observed)),
        kappa: mean(each.map((one) => one.kappa)),
        ac1: mean(each.map((one) => one.ac1)),
        alpha: krippendorffAlpha(columns),
        ...(confusion === undefined ? {} : { confusion }),
      },
    ];
  });
}

/** Counts how often class i of the first meets class j of the second, [q, q]. */
export function confusionOf(
  first: readonly number[],
  second: readonly number[],
  classCount: number,
): number[][] {
  const matrix = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (const [index, row] of first.entries()) {
    const counts = matrix[row];
    const column = second[index];
    if (counts === undefined || column === undefined) continue;
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return matrix;
}

/** Cohen's kappa and Gwet's AC1 of a confusion matrix. */
export function pairAgreement(
  matrix: readonly (readonly number[])[],
): Pick<Agreement, "observed" | "kappa" | "ac1"> {
  const rows = matrix.map((row) => sum(row));
  const columns = matrix.map((_, k) => sum(matrix.map((row) => row[k] ?? 0)));
  const total = sum(rows);
  const agreed = sum(matrix.map((row, k) => row[k] ?? 0));
  // Whole numbers until the last step, so that one class on both sides is exactly 0/0.
  const chance = sum(rows.map((row, k) => row * (columns[k] ?? 0)));
  const shares = rows.map((row, k) => (row + (columns[k] ?? 0)) / (2 * total));
  const gwetChance = sum(shares.map((share) => share * (1 - share))) / (matrix.length - 1);
  const observed = agreed / total;
  return {
    observed,
    kappa: (agreed * total - chance) / (total * total - chance),
    ac1: (observed - gwetChance) / (1 - gwetChance),
  };
}

/** Krippendorff's alpha for nominal classes; ratings may be missing. */
export function krippendorffAlpha(raters: readonly (readonly Rating[])[]): number {
  const unitCount = Math.max(0, ...raters.map((ratings) => ratings.length));
  const totals = new Map<number, number>();
  let disagreement = 0;
  let pairable = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const ratings = raters.map((one) => one[unit]).filter((rating) => rating !== undefined);
    if (ratings.length < 2) continue;
    const counts = new Map<number, number>();
    for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
    const equalPairs = sum([...counts.values()].map((count) => count * (count - 1)));
    disagreement += (ratings.length * (ratings.length - 1) - equalPairs) / (ratings.length - 1);
    pairable += ratings.length;
    for (const [rating, count] of counts) totals.set(rating, (totals.get(rating) ?? 0) + count);
  }
  const equal = sum([...totals.values()].map((count) => count * (count - 1)));
  const expected = 1 - equal / (pairable * (pairable - 1));
  return 1 - disagreement / pairable / expected;
}

function columnOf(table: LabelTable, observation: number): number[] {
  return table.ids.map((_, row) => table.classes[row * OBSERVATION_COUNT + observation] ?? 0);
}

function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
