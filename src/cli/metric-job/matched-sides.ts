/**
 * @file Two or more label sides brought to the same rows.
 */
import { OBSERVATIONS } from "../../labels/observations.ts";
import type { Convention } from "../../metrics/convention.ts";
import { type LabelTable, OBSERVATION_COUNT } from "../../metrics/tables/label-table.ts";
import { matchTables, type UnmatchedPolicy } from "../../metrics/tables/match-tables.ts";
import type { LabelSide } from "./read-side.ts";

export interface MatchedSides {
  readonly tables: readonly LabelTable[];
  /** For each side its row of every matched report. */
  readonly rows: readonly (readonly number[])[];
  /** Ids of each side that were left out. */
  readonly unmatched: readonly number[];
}

/** Matches sides by id. */
export function matchSides(
  sides: readonly Pick<LabelSide, "table" | "file">[],
  unmatched: UnmatchedPolicy,
): MatchedSides {
  const matched = matchTables(
    sides.map(({ table }) => table),
    unmatched,
    sides.map(({ file }) => file),
  );
  const rows = sides.map(({ table }) => {
    const rowById = new Map(table.ids.map((id, row) => [id, row]));
    return matched.ids.map((id) => rowById.get(id) ?? 0);
  });
  return { tables: matched.tables, rows, unmatched: matched.unmatched };
}

/** The observations that a convention needs columns for, in head order. */
export function requiredObservations(convention: Convention) {
  return OBSERVATIONS.filter((name) =>
    convention.blocks.some(({ labelSet }) => labelSet.observations.includes(name)),
  );
}

/** Takes the probabilities of matched rows, [R, O, 4]. */
export function selectProbabilities(
  probabilities: Float64Array,
  rows: readonly number[],
): Float64Array {
  const width = OBSERVATION_COUNT * 4;
  const selected = new Float64Array(rows.length * width);
  for (const [target, row] of rows.entries()) {
    selected.set(probabilities.subarray(row * width, (row + 1) * width), target * width);
  }
  return selected;
}
