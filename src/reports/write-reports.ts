/**
 * @file Labeled reports as a table: the input's columns stay, the labels follow by name.
 */
import { InputError } from "../base/errors.ts";
import { COLUMN_ORDERS, type ColumnOrder, parseObservation } from "../labels/observations.ts";
import { formatDelimitedRows } from "./delimited.ts";
import {
  type LabelStyle,
  labelCell,
  labelColumns,
  labelJson,
  labelOf,
  type NumberStyle,
} from "./label-cells.ts";
import type { LabeledReport } from "./label-reports.ts";
import { type ModelColumn, type ModelColumns, modelColumns } from "./model-columns.ts";
import type { JsonValue, Report, ReportFormat } from "./report.ts";

/** How labeled reports are written. */
export interface WriteReportsOptions {
  /** @default "csv" */
  readonly format?: ReportFormat;
  /** @default "csv" */
  readonly labels?: LabelStyle;
  /** The order of the 14 label columns. @default "chexbert" */
  readonly columns?: ColumnOrder;
  /** Whether CSV and TSV say `1` or `1.0`. @default "integer" */
  readonly numbers?: NumberStyle;
  /** Observations beyond the 14. @default [] */
  readonly extraObservations?: readonly string[];
  /** Numbers of a model that follow the labels, a column per observation and class. @default [] */
  readonly modelColumns?: readonly ModelColumns[];
  /** Puts `'` before input cells that a spreadsheet would run as a formula. @default false */
  readonly escapeFormulas?: boolean;
}

/** Formats labeled reports block by block; the header comes from the columns of the input. */
export interface ReportWriter {
  header(inputColumns: readonly string[]): string;
  rows(reports: readonly LabeledReport<Report>[]): string;
}

/**
 * Formats labeled reports as the text of a table, piece by piece.
 *
 * @example
 * ```ts
 * const labeled = labelReports(readReports("reports.csv"), labeler);
 * await pipeline(writeReports(labeled, { labels: "word" }), createWriteStream("labels.csv"));
 * ```
 */
export async function* writeReports(
  reports: AsyncIterable<LabeledReport<Report>>,
  options: WriteReportsOptions = {},
): AsyncGenerator<string> {
  const writer = reportWriter(options);
  let isFirst = true;
  for await (const labeled of reports) {
    if (isFirst) yield writer.header(labeled.report.columns);
    isFirst = false;
    yield writer.rows([labeled]);
  }
}

/** Makes the writer of a format. */
export function reportWriter(options: WriteReportsOptions = {}): ReportWriter {
  const { format = "csv", labels: style = "csv", columns: order = "chexbert" } = options;
  const { extraObservations = [], escapeFormulas = false, numbers = "integer" } = options;
  const added = labelColumns(order, extraObservations);
  const numberColumns = modelColumns(options.modelColumns ?? [], COLUMN_ORDERS[order]);
  if (format === "jsonl") {
    return {
      header: (inputColumns) => {
        refuseLabelColumns(inputColumns, added);
        return "";
      },
      rows: (reports) =>
        reports
          .map((labeled) => `${JSON.stringify(jsonRow(labeled, added, style, numberColumns))}\n`)
          .join(""),
    };
  }
  const delimiter = format === "tsv" ? "\t" : ",";
  let header: readonly string[] = [];
  return {
    header: (inputColumns) => {
      refuseLabelColumns(inputColumns, added);
      header = inputColumns;
      const names = numberColumns.map(({ name }) => name);
      return formatDelimitedRows([[...inputColumns, ...added, ...names]], delimiter);
    },
    rows: (reports) =>
      formatDelimitedRows(
        reports.map(({ report, labels }) => [
          ...inputCells(report, header, escapeFormulas),
          ...added.map((column) => labelCell(labelOf(labels, column), style, numbers)),
          ...numberColumns.map((column) => String(column.valueOf(labels) ?? "")),
        ]),
        delimiter,
      ),
  };
}

/** A labeled report as one JSON object. */
export function jsonRow(
  { report, labels }: LabeledReport<Report>,
  added: readonly string[],
  style: LabelStyle,
  numberColumns: readonly ModelColumn[] = [],
): Readonly<Record<string, JsonValue>> {
  // A later row may bring a key that the first one lacked.
  refuseLabelColumns(report.columns, added);
  const row: Record<string, JsonValue> = {};
  for (const [i, column] of report.columns.entries()) row[column] = report.cells[i] ?? null;
  for (const column of added) row[column] = labelJson(labelOf(labels, column), style);
  for (const column of numberColumns) row[column.name] = column.valueOf(labels) ?? null;
  return row;
}

function inputCells(
  report: Report,
  header: readonly string[],
  escapeFormulas: boolean,
): readonly string[] {
  const isAsHeader = report.columns === header;
  const cells = isAsHeader ? report.cells : arrangeCells(report, header);
  const texts = cells.map((cell) =>
    typeof cell === "string" ? cell : cell === null ? "" : JSON.stringify(cell),
  );
  return escapeFormulas ? texts.map(escapeFormula) : texts;
}

/** JSONL rows may have their keys in any order, and may lack some. */
function arrangeCells(report: Report, header: readonly string[]): readonly JsonValue[] {
  const unknown = report.columns.find((column) => !header.includes(column));
  if (unknown !== undefined) {
    throw new InputError(
      "JSONL_NEW_KEY",
      `Expected the keys of row 1 in row ${report.row}, got one more key`,
      {
        hint: "Write JSONL, which takes any keys: --output-format jsonl",
        place: { row: report.row },
      },
    );
  }
  return header.map((column) => report.cells[report.columns.indexOf(column)] ?? null);
}

/** The characters that start a formula in common spreadsheets. */
function escapeFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function refuseLabelColumns(inputColumns: readonly string[], added: readonly string[]): void {
  const column = inputColumns.find(
    (name) => added.includes(name) || parseObservation(name) !== undefined,
  );
  if (column === undefined) return;
  throw new InputError(
    "LABEL_COLUMN_EXISTS",
    `Expected a table without labels, got the column "${column}"`,
    { hint: "Remove or rename the label columns of the input", place: { column } },
  );
}
