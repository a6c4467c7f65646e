/**
 * @file CSV and TSV [RFC 4180]: cells between commas or tabs, quoted where needed.
 *
 * Reading: UTF-8 with or without a byte order mark, LF, CR LF or lone CR, line breaks inside of
 * quotes. A blank line is a row of empty cells. Writing: minimal quotes, LF.
 */
import { CsvError, type Options, parse } from "csv-parse/sync";
import { type Options as StringifyOptions, stringify } from "csv-stringify/sync";
import { FormatError, InputError } from "../base/errors.ts";
import type { RecordBlock } from "./record-blocks.ts";
import type { RowFormat, TableRow } from "./table-rows.ts";

export interface DelimitedReadOptions {
  readonly delimiter: "," | "\t";
  /** A table without a header has one column, the text, or two, of which the first is the id. */
  readonly header: "first-row" | "none";
  readonly blankLines: "keep" | "skip";
}

/** How CSV, or TSV with a tab, is read. */
export function delimitedFormat(options: DelimitedReadOptions): RowFormat {
  const { delimiter, header, blankLines } = options;
  const headerCount = header === "first-row" ? 1 : 0;
  return {
    delimiterByte: delimiter.charCodeAt(0),
    headerCount,
    open(firstBlock, file) {
      const [first = []] = parseRecords(firstBlock, { delimiter, to: 1 }, file);
      if (headerCount === 1) checkHeader(first, file);
      const columns = headerCount === 1 ? first : namesWithoutHeader(first.length, file);
      return {
        columns,
        parse(block) {
          const records = parseRecords(block, { delimiter }, file);
          const rows = { records, columns, headerCount, blankLines };
          return parseRows(block, rows, file);
        },
      };
    },
  };
}

/** Writes rows, each with its line end. */
export function formatDelimitedRows(
  rows: readonly (readonly string[])[],
  delimiter: "," | "\t",
): string {
  const options: StringifyOptions = {
    delimiter,
    // A lone CR ends a row for some readers, so it is quoted as well.
    quoted_match: /\r/,
    record_delimiter: "\n",
  };
  // The library changes no row, but its types ask for mutable ones.
  return stringify(rows as string[][], options);
}

interface RecordRows {
  readonly records: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly headerCount: number;
  readonly blankLines: "keep" | "skip";
}

function parseRows(
  block: RecordBlock,
  { records, columns, headerCount, blankLines }: RecordRows,
  file: string,
): readonly (TableRow | InputError)[] {
  const skipped = block.start.row === 0 ? headerCount : 0;
  const rows: (TableRow | InputError)[] = [];
  for (const [i, cells] of records.slice(skipped).entries()) {
    const row = block.start.row + skipped + i + 1 - headerCount;
    const isBlankLine = cells.length === 1 && cells[0]?.trim() === "";
    if (isBlankLine && blankLines === "skip") continue;
    if (cells.length === columns.length) rows.push({ row, columns, cells });
    else if (isBlankLine) rows.push({ row, columns, cells: columns.map(() => "") });
    else rows.push(raggedRow(file, row, columns.length, cells.length));
  }
  return rows;
}

function namesWithoutHeader(count: number, file: string): readonly string[] {
  if (count === 1) return ["text"];
  if (count === 2) return ["id", "text"];
  throw new FormatError(
    "CSV_TOO_MANY_COLUMNS",
    `Expected one column of reports in ${file}, or an index and reports, got ${count} columns`,
    { hint: "Put quotes around reports that hold commas", place: { file } },
  );
}

function parseRecords(
  block: RecordBlock,
  options: Options,
  file: string,
): readonly (readonly string[])[] {
  try {
    return parse(block.bytes, {
      ...options,
      bom: block.start.byte === 0,
      record_delimiter: block.lineEnd === "cr" ? "\r" : ["\r\n", "\n"],
      relax_column_count: true,
    });
  } catch (cause) {
    // The library's error holds the record, so it is not kept as the cause.
    if (cause instanceof CsvError) throw badQuote(file, block.start.row + Number(cause["records"]));
    throw cause;
  }
}

function checkHeader(columns: readonly string[], file: string): void {
  if (columns.every((name) => name.trim() === "")) {
    throw new FormatError("CSV_NO_HEADER", `Expected a header row in ${file}, got an empty line`, {
      hint: "Put the names of the columns in the first row",
      place: { file },
    });
  }
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice === undefined) return;
  const at = columns.flatMap((name, i) => (name === twice ? [i + 1] : []));
  throw new InputError(
    "CSV_DUPLICATE_COLUMN",
    `Expected every column name once in ${file}, got columns ${at.join(" and ")} with the same name`,
    { hint: "Rename or remove one of them", place: { file } },
  );
}

function raggedRow(file: string, row: number, expected: number, got: number): InputError {
  return new InputError(
    "CSV_RAGGED_ROW",
    `Expected ${expected} cells in row ${row} of ${file} as in the header, got ${got}`,
    {
      hint: "Put a cell that holds the delimiter or a line break in quotes",
      place: { file, row },
    },
  );
}

function badQuote(file: string, row: number): InputError {
  return new InputError(
    "CSV_BAD_QUOTE",
    `Expected quotes around a whole cell in row ${row} of ${file}, got one inside of a cell`,
    { hint: "Quote the whole cell and double the quotes inside of it", place: { file, row } },
  );
}
