/**
 * @file JSONL: one JSON object per line; the keys are the columns.
 *
 * Rows may have different keys. A blank line holds no record and is an error, except at the end.
 */
import { InputError } from "../base/errors.ts";
import type { RecordBlock } from "./record-blocks.ts";
import type { JsonValue } from "./report.ts";
import type { RowFormat, TableRow } from "./table-rows.ts";

/** How JSONL is read. */
export const JSONL_FORMAT: RowFormat = {
  delimiterByte: undefined,
  headerCount: 0,
  open(firstBlock, file) {
    const rows = parseRows(firstBlock, file);
    const first = rows.find((row): row is TableRow => !(row instanceof Error));
    // Without a single object there are no columns to choose from.
    if (first === undefined && rows[0] instanceof Error) throw rows[0];
    return { columns: first?.columns ?? [], parse: (block) => parseRows(block, file) };
  },
};

function parseRows(block: RecordBlock, file: string): readonly (TableRow | InputError)[] {
  const lines = block.bytes.toString("utf8").split("\n");
  // The text after the last line end is no line.
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, i) => {
    const text = block.start.byte === 0 && i === 0 ? line.replace(/^\uFEFF/, "") : line;
    return parseLine(text, block.start.row + i + 1, file);
  });
}

function parseLine(line: string, row: number, file: string): TableRow | InputError {
  let value: unknown;
  try {
    value = JSON.parse(line);
    if (hasLongNumber(line)) return longNumber(file, row);
  } catch {
    // The engine's message repeats the text, so it is not kept as the cause.
    return badLine(file, row, line.trim() === "" ? "a blank line" : "text that is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return badLine(file, row, Array.isArray(value) ? "a list" : typeof value);
  }
  return {
    row,
    columns: Object.keys(value),
    // JSON.parse makes nothing but JSON values.
    cells: Object.values(value) as JsonValue[],
  };
}

/** Whole numbers beyond 2^53 lose their last digits when they are read, so an id would change. */
function hasLongNumber(line: string): boolean {
  if (!/\d{16}/.test(line)) return false;
  const withoutTexts = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  return Array.from(withoutTexts.matchAll(/(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g)).some(
    ([digits]) => !Number.isSafeInteger(Number(digits)),
  );
}

function longNumber(file: string, row: number): InputError {
  return new InputError(
    "JSONL_LONG_NUMBER",
    `Expected whole numbers of at most 15 digits in row ${row} of ${file}, got a longer one`,
    { hint: "Write long ids as JSON strings", place: { file, row } },
  );
}

function badLine(file: string, row: number, got: string): InputError {
  return new InputError(
    "JSONL_BAD_LINE",
    `Expected a JSON object in row ${row} of ${file}, got ${got}`,
    { hint: "Write one object per line, without line breaks inside", place: { file, row } },
  );
}
