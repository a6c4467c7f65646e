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

/** How CSV, or TSV with a tab, is read. */
export function delimitedFormat(delimiter: "," | "\t"): RowFormat {
  return {
    delimiterByte: delimiter.charCodeAt(0),
    headerCount: 1,
    open(firstBlock, file) {
      const [columns = []] = parseRecords(firstBlock, { delimiter, to: 1 }, file);
      checkHeader(columns, file);
      return {
        columns,
        parse: (block) => parseRows(block, parseRecords(block, { delimiter }, file), columns, file),
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

function parseRows(
  block: RecordBlock,
  records: readonly (readonly string[])[],
  columns: readonly string[],
  file: string,
): readonly (TableRow | InputError)[] {
  const headerCount = block.start.row === 0 ? 1 : 0;
  return records.slice(headerCount).map((cells, i) => {
    // Records are counted with the header, rows without it.
    const row = block.start.row + headerCount + i;
    if (cells.length === columns.length) return { row, columns, cells };
    const isBlankLine = cells.length === 1 && cells[0]?.trim() === "";
    if (isBlankLine) return { row, columns, cells: columns.map(() => "") };
    return raggedRow(file, row, columns.length, cells.length);
  });
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
