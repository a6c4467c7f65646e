/**
 * @file A table of labels: one row of class indices per report, in head order.
 *
 * Class indices stay inside the table, which only `metrics` reads. Columns that a file did not
 * have are blank and absent from {@link LabelTable.observations}.
 */
import { InputError, UsageError } from "../../base/errors.ts";
import { type LabelClass, toClassIndex } from "../../labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../../labels/observations.ts";

/** How many observations a row has: O in shape comments. */
export const OBSERVATION_COUNT = OBSERVATIONS.length;

const NO_FINDING = OBSERVATIONS.indexOf("No Finding");

/** Labels of many reports. R stands for the number of reports. */
export interface LabelTable {
  /** Ids of the reports, each once. */
  readonly ids: readonly string[];
  /** Class indices by row, [R, O]. */
  readonly classes: Uint8Array;
  /** The observations that the source had columns for, in head order. */
  readonly observations: readonly Observation[];
}

/** One row of labels, keyed by observation; what is not named is blank. */
export type LabelRow = Readonly<Partial<Record<Observation, LabelClass>>>;

/**
 * Makes a table from class indices.
 *
 * @throws InputError when ids repeat, a class index is unknown, or No Finding is negative or uncertain.
 */
export function labelTable(
  ids: readonly string[],
  classes: Uint8Array,
  observations: readonly Observation[] = OBSERVATIONS,
): LabelTable {
  if (classes.length !== ids.length * OBSERVATION_COUNT) {
    throw new UsageError(
      "LABELS_SHAPE",
      `Expected ${ids.length * OBSERVATION_COUNT} labels for ${ids.length} reports, got ${classes.length}`,
    );
  }
  refuseRepeatedIds(ids);
  for (let cell = 0; cell < classes.length; cell++) {
    const classIndex = classes[cell] ?? 0;
    const isNoFinding = cell % OBSERVATION_COUNT === NO_FINDING;
    if (classIndex <= (isNoFinding ? 1 : 3)) continue;
    const row = Math.floor(cell / OBSERVATION_COUNT);
    throw new InputError(
      "LABELS_UNKNOWN_CLASS",
      `Expected class index 0 to ${isNoFinding ? 1 : 3} for report "${ids[row]}", got ${classIndex}`,
      { place: { row: row + 1, column: OBSERVATIONS[cell % OBSERVATION_COUNT] ?? "" } },
    );
  }
  return { ids, classes, observations };
}

/** Makes a table from rows keyed by observation. Ids default to the row numbers from 1. */
export function labelTableFromRows(rows: readonly LabelRow[], ids?: readonly string[]): LabelTable {
  const classes = new Uint8Array(rows.length * OBSERVATION_COUNT); // [R, O]
  for (const [row, labels] of rows.entries()) {
    for (const [column, observation] of OBSERVATIONS.entries()) {
      classes[row * OBSERVATION_COUNT + column] = toClassIndex(labels[observation] ?? "blank");
    }
  }
  return labelTable(ids ?? rows.map((_, row) => String(row + 1)), classes);
}

/** Returns the table with only the given rows, in the given order. */
export function selectRows(table: LabelTable, rows: readonly number[]): LabelTable {
  const classes = new Uint8Array(rows.length * OBSERVATION_COUNT); // [R, O]
  for (const [target, source] of rows.entries()) {
    const start = source * OBSERVATION_COUNT;
    classes.set(
      table.classes.subarray(start, start + OBSERVATION_COUNT),
      target * OBSERVATION_COUNT,
    );
  }
  return {
    ids: rows.map((row) => table.ids[row] ?? ""),
    classes,
    observations: table.observations,
  };
}

/** @throws InputError naming the first id that occurs twice. */
export function refuseRepeatedIds(ids: readonly string[], file?: string): void {
  if (new Set(ids).size === ids.length) return;
  const seen = new Map<string, number>();
  for (const [row, id] of ids.entries()) {
    const first = seen.get(id);
    if (first !== undefined) {
      throw new InputError(
        "LABELS_DUPLICATE_ID",
        `Expected each report id once, got "${id}" in rows ${first + 1} and ${row + 1}`,
        {
          hint: "Remove one of the rows, or keep the first of each id with --duplicates first",
          place: { row: row + 1, ...(file === undefined ? {} : { file }) },
        },
      );
    }
    seen.set(id, row);
  }
}
