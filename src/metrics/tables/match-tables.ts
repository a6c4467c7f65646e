/**
 * @file Brings the rows of two or more label tables together by report id.
 */
import { InputError } from "../../base/errors.ts";
import { type LabelTable, selectRows } from "./label-table.ts";

/** What to do with ids that not every table has. */
export type UnmatchedPolicy = "error" | "skip";

/** Tables whose rows stand for the same reports in the same order. */
export interface MatchedTables {
  /** In the order of the first table. */
  readonly ids: readonly string[];
  readonly tables: readonly LabelTable[];
  /** For each given table how many of its ids were left out. */
  readonly unmatched: readonly number[];
}

/**
 * Matches tables by id, in the order of the first. `names` are what errors call the tables.
 *
 * @throws InputError when an id is missing on one side and `unmatched` is "error", or when no id is
 *   on all sides.
 */
export function matchTables(
  tables: readonly LabelTable[],
  unmatched: UnmatchedPolicy = "error",
  names: readonly string[] = tables.map((_, index) => `table ${index + 1}`),
): MatchedTables {
  const rowsById = tables.map((table) => new Map(table.ids.map((id, row) => [id, row])));
  const [first, ...others] = rowsById;
  const ids = [...(first?.keys() ?? [])].filter((id) => others.every((rows) => rows.has(id)));
  const leftOut = tables.map((table) => table.ids.length - ids.length);
  const total = leftOut.reduce((sum, count) => sum + count, 0);
  if (0 < total && unmatched === "error") throw unmatchedIds(tables, rowsById, { leftOut, names });
  if (ids.length === 0) {
    throw new InputError("LABELS_NO_COMMON_ID", "Expected an id that all tables have, got none", {
      hint: "Check --id-column and whether the files belong together",
    });
  }
  const matched = tables.map((table, index) =>
    selectRows(
      table,
      ids.map((id) => rowsById[index]?.get(id) ?? 0),
    ),
  );
  return { ids, tables: matched, unmatched: leftOut };
}

function unmatchedIds(
  tables: readonly LabelTable[],
  rowsById: readonly ReadonlyMap<string, number>[],
  { leftOut, names }: { readonly leftOut: readonly number[]; readonly names: readonly string[] },
): InputError {
  const examples = tables.flatMap((table, index) =>
    table.ids
      .filter((id) => rowsById.some((rows, other) => other !== index && !rows.has(id)))
      .map((id) => ({ id, table: names[index], row: (rowsById[index]?.get(id) ?? 0) + 1 })),
  );
  const example = examples[0];
  const counts = leftOut.map((count, index) => `${count} of ${names[index]}`).join(", ");
  return new InputError(
    "LABELS_UNMATCHED_ID",
    `Expected the same ids in all tables, got ids on one side only: ${counts}; first "${example?.id}" in row ${example?.row} of ${example?.table}`,
    {
      hint: "Score the common ids with --unmatched skip",
      place: example === undefined ? {} : { row: example.row },
    },
  );
}
