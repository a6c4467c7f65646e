/**
 * @file From the rows of a label file to a label table.
 *
 * Columns are matched by name in any letter case, never by position, so the three column orders in
 * use read alike. Everything doubtful is an error with row and column; nothing is converted
 * silently.
 */
import { InputError } from "../../base/errors.ts";
import { type LabelClass, parseCsvValue, toClassIndex } from "../../labels/label-class.ts";
import { OBSERVATIONS, type Observation, parseObservation } from "../../labels/observations.ts";
import { type LabelTable, OBSERVATION_COUNT, refuseRepeatedIds } from "./label-table.ts";
import { parseNestedCell } from "./nested-cell.ts";

/** What to do when a file says 0 or -1 for No Finding, which has no such classes. */
export type NoFindingPolicy = "error" | "blank" | "positive";

/** What to do when an id occurs twice. */
export type DuplicatePolicy = "error" | "first";

export interface ReadLabelRowsOptions {
  /** Name of the file for error messages. */
  readonly file?: string;
  /** The id column. @default the first of `id`, `report_id`, `study_id`, `uid`; else the row number */
  readonly idColumn?: string;
  /** Observations that must have a column. @default all 14 */
  readonly required?: readonly Observation[];
  /** `blank` reads 0 and -1 as blank; `positive` reads -1 as positive and 0 as blank. @default "error" */
  readonly noFinding?: NoFindingPolicy;
  /** @default "error" */
  readonly duplicates?: DuplicatePolicy;
}

/** A label table and what its reading had to decide. */
export interface LabelRows {
  readonly table: LabelTable;
  /** The id column, or `undefined` when rows are numbered. */
  readonly idColumn: string | undefined;
  /** For each row of the table the row of the source, from 0. */
  readonly sourceRows: readonly number[];
  /** Rows left out because their id had occurred before. */
  readonly duplicateRows: number;
  /** No Finding cells that said 0 or -1 and were read by the policy. */
  readonly noFindingCells: number;
  /** Class probabilities, [R, O, 4], NaN where a cell has none; absent when no cell has any. */
  readonly probabilities?: Float64Array;
}

const ID_COLUMNS = ["id", "report_id", "study_id", "uid"];

const NO_FINDING = OBSERVATIONS.indexOf("No Finding");

/**
 * Reads a label table from a header and rows of text cells.
 *
 * @throws InputError when columns are missing or repeated, a cell has an unknown value, an id is
 *   missing or repeated, or there are no rows.
 */
export function readLabelRows(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: ReadLabelRowsOptions = {},
): LabelRows {
  const { file, required = OBSERVATIONS, noFinding = "error", duplicates = "error" } = options;
  const inFilePlace = file === undefined ? {} : { file };
  if (rows.length === 0) {
    throw new InputError("LABELS_EMPTY", `Expected at least one row${inFile(file)}, got none`, {
      place: inFilePlace,
    });
  }
  const columns = findObservationColumns(header, required, file);
  const idIndex = findIdColumn(header, options.idColumn, file);

  const allIds = rows.map((cells, row) => idOf(cells, row, idIndex));
  refuseMissingIds(allIds, file);
  if (duplicates === "error") refuseRepeatedIds(allIds, file);
  const sourceRows = duplicates === "error" ? [...allIds.keys()] : firstRows(allIds);

  let noFindingCells = 0;
  let probabilities: Float64Array | undefined;
  const classes = new Uint8Array(sourceRows.length * OBSERVATION_COUNT); // [R, O]
  for (const [target, row] of sourceRows.entries()) {
    for (const [observationIndex, column] of columns) {
      const cell = rows[row]?.[column] ?? "";
      const nested = parseNestedCell(cell);
      let labelClass = nested?.labelClass ?? parseCsvValue(cell);
      const place = { ...inFilePlace, row: row + 1, column: header[column] ?? "" };
      if (labelClass === undefined) throw unknownValue(cell, place);
      if (observationIndex === NO_FINDING && isUnfit(labelClass)) {
        if (noFinding === "error") throw unfitNoFinding(cell, place);
        labelClass = noFinding === "positive" && labelClass === "uncertain" ? "positive" : "blank";
        noFindingCells += 1;
      }
      const at = target * OBSERVATION_COUNT + observationIndex;
      classes[at] = toClassIndex(labelClass);
      if (nested?.probabilities === undefined) continue;
      probabilities ??= new Float64Array(sourceRows.length * OBSERVATION_COUNT * 4).fill(
        Number.NaN,
      );
      probabilities.set(nested.probabilities, at * 4);
    }
  }
  const ids = sourceRows.map((row) => allIds[row] ?? "");
  const observations = OBSERVATIONS.filter((_, index) => columns.has(index));
  return {
    table: { ids, classes, observations },
    idColumn: idIndex === undefined ? undefined : header[idIndex],
    sourceRows,
    duplicateRows: rows.length - sourceRows.length,
    noFindingCells,
    ...(probabilities === undefined ? {} : { probabilities }),
  };
}

/** Whether a header looks like a label table: at least two columns name observations. */
export function isLabelHeader(header: readonly string[]): boolean {
  const named = header.filter((name) => parseObservation(name) !== undefined);
  return 1 < named.length;
}

/** Finds the id column by name; `undefined` when rows are to be numbered. */
export function findIdColumn(
  header: readonly string[],
  wanted: string | undefined,
  file?: string,
): number | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  if (wanted === undefined) {
    const found = ID_COLUMNS.map((name) => names.indexOf(name)).find((index) => 0 <= index);
    return found;
  }
  const index = names.indexOf(wanted.trim().toLowerCase());
  if (0 <= index) return index;
  throw new InputError(
    "LABELS_MISSING_COLUMN",
    `Expected id column "${wanted}"${inFile(file)}, got ${quoteAll(header)}`,
    { place: file === undefined ? {} : { file } },
  );
}

/**
 * Finds the column of each observation: observation index to column.
 *
 * @throws InputError when a required column is missing or one is there twice.
 */
export function findObservationColumns(
  header: readonly string[],
  required: readonly Observation[],
  file: string | undefined,
): ReadonlyMap<number, number> {
  const place = file === undefined ? {} : { file };
  const columns = new Map<number, number>();
  for (const [column, name] of header.entries()) {
    const observation = parseObservation(name);
    if (observation === undefined) continue;
    const index = OBSERVATIONS.indexOf(observation);
    if (columns.has(index)) {
      throw new InputError(
        "LABELS_DUPLICATE_COLUMN",
        `Expected one column for "${observation}"${inFile(file)}, got columns ${(columns.get(index) ?? 0) + 1} and ${column + 1}`,
        { hint: "Rename or remove one of the two columns", place: { ...place, column: name } },
      );
    }
    columns.set(index, column);
  }
  const missing = required.filter((name) => !columns.has(OBSERVATIONS.indexOf(name)));
  if (0 < missing.length) {
    throw new InputError(
      "LABELS_MISSING_COLUMN",
      `Expected a column for ${quoteAll(missing)}${inFile(file)}, got ${quoteAll(header)}`,
      { hint: "Score only the columns you have with --label-set", place },
    );
  }
  return columns;
}

function idOf(cells: readonly string[], row: number, idIndex: number | undefined): string {
  return idIndex === undefined ? String(row + 1) : (cells[idIndex] ?? "").trim();
}

function refuseMissingIds(ids: readonly string[], file: string | undefined): void {
  const row = ids.indexOf("");
  if (row < 0) return;
  throw new InputError(
    "LABELS_MISSING_ID",
    `Expected an id in row ${row + 1}${inFile(file)}, got an empty cell`,
    {
      hint: "Fill in the id, or name another id column with --id-column",
      place: { row: row + 1, ...(file === undefined ? {} : { file }) },
    },
  );
}

function firstRows(ids: readonly string[]): number[] {
  const seen = new Set<string>();
  return [...ids.keys()].filter((row) => {
    const id = ids[row] ?? "";
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Whether No Finding lacks this class. */
export function isUnfit(labelClass: LabelClass): boolean {
  return labelClass === "negative" || labelClass === "uncertain";
}

interface CellPlace {
  readonly file?: string;
  readonly row: number;
  readonly column: string;
}

/** The error for a cell that says none of the known values. */
export function unknownValue(cell: string, place: CellPlace): InputError {
  return new InputError(
    "LABELS_UNKNOWN_VALUE",
    `Expected 1, 0, -1 or an empty cell in row ${place.row}, column "${place.column}"${inFile(place.file)}, got ${describeCell(cell)}`,
    { hint: "A label is 1 (positive), 0 (negative), -1 (uncertain) or empty (blank)", place },
  );
}

/** The error for a class that No Finding does not have. */
export function unfitNoFinding(cell: string, place: CellPlace): InputError {
  return new InputError(
    "LABELS_NO_FINDING",
    `Expected 1 or an empty cell for No Finding in row ${place.row}${inFile(place.file)}, got ${describeCell(cell)}`,
    { hint: "Choose how to read it with --nofinding blank or --nofinding positive", place },
  );
}

/** Shows short cells only: a long one may be report text in the wrong column. */
function describeCell(cell: string): string {
  return /^[\w.+-]{1,8}$/.test(cell.trim()) ? `"${cell.trim()}"` : `${cell.length} characters`;
}

function inFile(file: string | undefined): string {
  return file === undefined ? "" : ` in ${file}`;
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
