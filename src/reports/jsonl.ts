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
    const first = parseRows(firstBlock, file).find((row) => !(row instanceof Error));
    // `find` has just left out the errors.
    const { columns } = (first as TableRow | undefined) ?? { columns: [] };
    return { columns, parse: (block) => parseRows(block, file) };
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

function badLine(file: string, row: number, got: string): InputError {
  return new InputError(
    "JSONL_BAD_LINE",
    `Expected a JSON object in row ${row} of ${file}, got ${got}`,
    { hint: "Write one object per line, without line breaks inside", place: { file, row } },
  );
}
