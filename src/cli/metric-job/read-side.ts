/**
 * @file One side of a score: a table of labels, or a table of texts that are labeled first.
 *
 * The two are told apart by their columns: two or more observations make a label table.
 */
import { resolve } from "node:path";
import { InputError, UsageError } from "../../base/errors.ts";
import type { Observation } from "../../labels/observations.ts";
import { type GoldMarks, parseGoldMarks } from "../../metrics/positive-only-gold.ts";
import type {
  DuplicatePolicy,
  LabelRows,
  NoFindingPolicy,
} from "../../metrics/tables/read-label-rows.ts";
import { isLabelHeader, readLabelRows } from "../../metrics/tables/read-label-rows.ts";
import { readTable, type WholeTable } from "../../reports/read-table.ts";
import { openFileSource, type ReportSource, streamSource } from "../../reports/report-source.ts";
import type { CommandContext } from "../context.ts";

export interface SideOptions {
  readonly idColumn: string | undefined;
  readonly duplicates: DuplicatePolicy;
  readonly nofinding: NoFindingPolicy;
  /** Observations that must have a column. */
  readonly required?: readonly Observation[];
}

/** A label table as read, with its other columns. */
export interface LabelSide extends LabelRows {
  readonly file: string;
  /** A column of the source by name, one cell per row of the table; `undefined` without it. */
  column(name: string): readonly string[] | undefined;
}

/** Opens an input by its path; `-` is standard input. */
export async function openSource(path: string, context: CommandContext): Promise<ReportSource> {
  if (path === "-") return streamSource(context.stdin, "stdin");
  return openFileSource(resolve(context.cwd, path), path);
}

/** Reads a file of labels. @throws InputError when its columns are not those of labels. */
export async function readLabelSide(
  path: string,
  options: SideOptions,
  context: CommandContext,
): Promise<LabelSide> {
  const source = await openSource(path, context);
  return toLabelSide(await readTable(source), source.name, options);
}

/** Makes a label side of a table that is already in memory. */
export function toLabelSide(table: WholeTable, file: string, options: SideOptions): LabelSide {
  const { idColumn, duplicates, nofinding, required } = options;
  const rows = readLabelRows(table.columns, table.rows, {
    file,
    duplicates,
    noFinding: nofinding,
    ...(idColumn === undefined ? {} : { idColumn }),
    ...(required === undefined ? {} : { required }),
  });
  return {
    ...rows,
    file,
    column: (name) => {
      const at = table.columns.findIndex((one) => one.trim().toLowerCase() === name.toLowerCase());
      if (at < 0) return undefined;
      return rows.sourceRows.map((row) => table.rows[row]?.[at] ?? "");
    },
  };
}

/** Whether a table holds labels rather than texts. */
export function isLabelTable({ columns }: WholeTable): boolean {
  return isLabelHeader(columns);
}

/** Reads the marks of positive-only gold; columns that are absent mark nothing. */
export function readGoldMarks(side: LabelSide): readonly GoldMarks[] {
  const ambiguous = side.column("ambiguous");
  const noTextEvidence = side.column("no_text_evidence");
  const exclude = side.column("exclude");
  return side.table.ids.map((_, row) =>
    parseGoldMarks(
      {
        ambiguous: ambiguous?.[row] ?? "",
        noTextEvidence: noTextEvidence?.[row] ?? "",
        exclude: exclude?.[row] ?? "",
      },
      { file: side.file, row: (side.sourceRows[row] ?? 0) + 1 },
    ),
  );
}

/** Refuses files that were given in each other's place. */
export function refuseSwappedSides(gold: LabelSide, predictions: LabelSide): void {
  const marks = ["ambiguous", "no_text_evidence"];
  const hasMarks = (side: LabelSide) => marks.some((name) => side.column(name) !== undefined);
  const isSwapped =
    (hasMarks(predictions) && !hasMarks(gold)) ||
    (gold.probabilities !== undefined && predictions.probabilities === undefined);
  if (!isSwapped) return;
  throw new InputError(
    "LABELS_SWAPPED",
    `Expected predictions in ${predictions.file}, got gold: its columns, or the probabilities of the other file, say so`,
    { hint: "Exchange --gold and --predictions", place: { file: predictions.file } },
  );
}

/** Takes the clusters of a side's rows from its column. */
export function clustersOf(side: LabelSide, name: string): readonly string[] {
  return checkedClusters(side.column(name), { file: side.file, name });
}

/** @throws UsageError without the column, InputError for an empty cell. */
export function checkedClusters(
  cells: readonly string[] | undefined,
  { file, name }: { readonly file: string; readonly name: string },
): readonly string[] {
  if (cells === undefined) {
    throw new UsageError(
      "METRIC_MISSING_CLUSTER_COLUMN",
      `Expected column "${name}" in ${file}, got a table without it`,
    );
  }
  const row = cells.findIndex((cell) => cell.trim() === "");
  if (row < 0) return cells;
  throw new InputError(
    "LABELS_MISSING_ID",
    `Expected a patient in row ${row + 1} of ${file}, got an empty cell`,
    { place: { file, row: row + 1, column: name } },
  );
}
