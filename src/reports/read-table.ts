/**
 * @file A whole table in memory, as text cells: for label tables, whose rows are short and needed
 * together.
 */
import { FormatError, InputError } from "../base/errors.ts";
import { splitRecordBlocks } from "./record-blocks.ts";
import type { JsonValue, ReportFormat } from "./report.ts";
import type { ReportSource } from "./report-source.ts";
import { rowFormatOf } from "./report-table.ts";
import { sniffFormat } from "./sniff-format.ts";
import type { OpenRows, TableRow } from "./table-rows.ts";

export interface WholeTable {
  readonly format: ReportFormat;
  /** The columns of the header, or of all objects in order of appearance. */
  readonly columns: readonly string[];
  /** One cell per column; `null` and missing keys are empty, objects are JSON text. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads a CSV, TSV or JSONL table. @throws InputError for the first row that is wrong. */
export async function readTable(source: ReportSource, format?: ReportFormat): Promise<WholeTable> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.read(0)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) {
    throw new FormatError("FILE_EMPTY", `Expected a table in ${source.name}, got an empty file`, {
      hint: "Check what wrote the file",
      place: { file: source.name },
    });
  }
  const chosen = format ?? sniffFormat(source.name, bytes.subarray(0, 4096));
  const { delimiterByte, headerCount, open } = rowFormatOf(chosen);
  const start = { byte: 0, row: 0 };
  const blocks = splitRecordBlocks(once(bytes), {
    file: source.name,
    delimiterByte,
    headerCount,
    start,
  });
  let opened: OpenRows | undefined;
  const tableRows: TableRow[] = [];
  for await (const block of blocks) {
    opened ??= open(block, source.name);
    for (const row of opened.parse(block)) {
      if (row instanceof InputError) throw row;
      tableRows.push(row);
    }
  }
  const columns = [...new Set([...(opened?.columns ?? []), ...extraColumns(tableRows, chosen)])];
  return { format: chosen, columns, rows: tableRows.map((row) => cellsOf(row, columns)) };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Objects of JSONL may have keys that the first one lacks. */
function extraColumns(rows: readonly TableRow[], format: ReportFormat): readonly string[] {
  return format === "jsonl" ? rows.flatMap(({ columns }) => columns) : [];
}

function cellsOf(row: TableRow, columns: readonly string[]): readonly string[] {
  if (
    row.columns.length === columns.length &&
    row.columns.every((name, i) => name === columns[i])
  ) {
    return row.cells.map(cellText);
  }
  const byName = new Map(row.columns.map((name, index) => [name, row.cells[index]]));
  return columns.map((name) => cellText(byName.get(name)));
}

function cellText(cell: JsonValue | undefined): string {
  if (typeof cell === "string") return cell;
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}
