/**
 * @file A whole table in memory, as text cells: for label tables, whose rows are short and needed
 * together.
 */
import { InputError } from "../base/errors.ts";
import type { JsonValue, ReportFormat } from "./report.ts";
import type { ReportSource } from "./report-source.ts";
import { openBlocks } from "./report-table.ts";
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
  const { format: chosen, rowFormat, blocks } = await openBlocks(source, format && { format });
  let opened: OpenRows | undefined;
  const tableRows: TableRow[] = [];
  for await (const block of blocks) {
    opened ??= rowFormat.open(block, source.name);
    for (const row of opened.parse(block)) {
      if (row instanceof InputError) throw row;
      tableRows.push(row);
    }
  }
  const columns = [...new Set([...(opened?.columns ?? []), ...extraColumns(tableRows, chosen)])];
  return { format: chosen, columns, rows: tableRows.map((row) => cellsOf(row, columns)) };
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
