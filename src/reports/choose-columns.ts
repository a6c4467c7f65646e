/**
 * @file Which columns hold the text and the id.
 */
import { FormatError, InputError } from "../base/errors.ts";
import { nearestName } from "../base/nearest-name.ts";

/** The column that CheXbert reads. */
export const REPORT_IMPRESSION = "Report Impression";

const ID_COLUMNS = ["id", "report_id", "study_id", "uid"] as const;

/** Names that can only mean the text of a report, in lower case. */
const TEXT_NAMES = ["report", "reports", "report_text", "text", "impression", "findings"];

/** A column whose cells have this many characters on average and blanks between is prose. */
const PROSE_LENGTH = 20;

export interface ColumnChoice {
  readonly textColumns: readonly string[];
  readonly idColumn: string | undefined;
}

export interface ColumnQuestion {
  /** For messages. */
  readonly file: string;
  readonly columns: readonly string[];
  /** Rows from the start of the table. */
  readonly sample: readonly (readonly string[])[];
  /** Asked for by the caller; an empty list leaves the choice open. */
  readonly textColumns: readonly string[];
  readonly idColumn: string | undefined;
}

/** Chooses the text and id columns; throws when a column is missing or the choice is unclear. */
export function chooseColumns(question: ColumnQuestion): ColumnChoice {
  const { columns } = question;
  const idColumn =
    question.idColumn === undefined
      ? ID_COLUMNS.find((name) => columns.includes(name))
      : existing(question, question.idColumn, "--id-column");
  if (0 < question.textColumns.length) {
    const textColumns = question.textColumns.map((name) =>
      existing(question, name, "--text-column"),
    );
    return { textColumns, idColumn };
  }
  if (columns.includes(REPORT_IMPRESSION)) return { textColumns: [REPORT_IMPRESSION], idColumn };
  const [only] = columns;
  if (columns.length === 1 && only?.includes(";") && only.split(";").every(isName)) {
    throw semicolons(question.file);
  }
  const obvious = obviousTextColumn(question, idColumn);
  if (obvious !== undefined && isName(obvious)) return { textColumns: [obvious], idColumn };
  if (columns.some((name) => !isName(name))) throw noHeader(question.file);
  throw unclearTextColumn(question, idColumn);
}

function obviousTextColumn(
  { columns, sample }: ColumnQuestion,
  idColumn: string | undefined,
): string | undefined {
  const others = columns.filter((name) => name !== idColumn);
  if (columns.length === 1) return columns[0];
  const named = others.filter((name) => TEXT_NAMES.includes(name.trim().toLowerCase()));
  if (named.length === 1) return named[0];
  if (1 < named.length) return undefined;
  const prose = others.filter((name) => isProse(sample.map((row) => row[columns.indexOf(name)])));
  return prose.length === 1 ? prose[0] : undefined;
}

function isProse(cells: readonly (string | undefined)[]): boolean {
  const filled = cells.filter((cell): cell is string => cell !== undefined && cell.trim() !== "");
  if (filled.length === 0) return false;
  const length = filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length;
  const withBlanks = filled.filter((cell) => /\S\s+\S/.test(cell)).length;
  return PROSE_LENGTH <= length && filled.length <= 2 * withBlanks;
}

function existing(question: ColumnQuestion, name: string, flag: string): string {
  if (question.columns.includes(name)) return name;
  throw missingColumn(question, name, `Use ${flagsFor(name, question.columns, flag)}`);
}

/** Also understands `findings,impression`, where the flag should have been given twice. */
function flagsFor(name: string, columns: readonly string[], flag: string): string {
  const parts = name.split(",").map((part) => part.trim());
  if (flag === "--text-column" && parts.every((part) => columns.includes(part))) {
    return parts.map((part) => `${flag} ${quoted(part)}`).join(" ");
  }
  const near = nearestName(name, columns);
  return near === undefined ? `${flag} NAME with one of these names` : `${flag} ${quoted(near)}`;
}

function unclearTextColumn(question: ColumnQuestion, idColumn: string | undefined): InputError {
  const others = question.columns.filter((name) => name !== idColumn);
  const named = others.filter((name) => TEXT_NAMES.includes(name.trim().toLowerCase()));
  const near = nearestName(REPORT_IMPRESSION, others) ?? named[0];
  const flags = (1 < named.length ? named : [near])
    .filter((name) => name !== undefined)
    .map((name) => `--text-column ${quoted(name)}`)
    .join(" ");
  return missingColumn(question, REPORT_IMPRESSION, flags === "" ? undefined : `Use ${flags}`);
}

function missingColumn(
  { file, columns }: ColumnQuestion,
  name: string,
  hint: string | undefined,
): InputError {
  const got = columns.map(shownName);
  const listed = got.length <= 12 ? got : [...got.slice(0, 12), `${got.length - 12} more`];
  return new InputError(
    "CSV_MISSING_COLUMN",
    `Expected column "${name}" in ${file}, got ${listed.join(", ")}`,
    {
      hint: hint ?? "Use --text-column NAME to say which column holds the text",
      place: { file, column: name },
    },
  );
}

/** A table without a header has report text where names should be: that is not repeated. */
function shownName(column: string): string {
  return isName(column) ? `"${column}"` : `(${column.length} characters)`;
}

/** Whether this can be the name of a column, and is no sentence. */
function isName(column: string): boolean {
  return /^[^.;:?!\r\n]{0,40}$/.test(column) && column.split(/\s+/).length <= 4;
}

/** Spreadsheets in countries with a decimal comma write semicolons. */
function semicolons(file: string): FormatError {
  return new FormatError(
    "CSV_SEMICOLONS",
    `Expected commas between columns in ${file}, got semicolons`,
    {
      hint: "Save the table as CSV with commas, or as text with tabs",
      place: { file },
    },
  );
}

function noHeader(file: string): FormatError {
  return new FormatError(
    "CSV_NO_HEADER",
    `Expected names of columns in the first row of ${file}, got text`,
    {
      hint: "Put a header such as id,text above the first report",
      place: { file },
    },
  );
}

function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
}
