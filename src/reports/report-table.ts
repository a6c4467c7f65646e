/**
 * @file A table of reports, opened: its format and columns are known, its rows are read in blocks.
 */
import { type ErrorPlace, FormatError, InputError } from "../base/errors.ts";
import { chooseColumns } from "./choose-columns.ts";
import { delimitedFormat } from "./delimited.ts";
import { JSONL_FORMAT } from "./jsonl.ts";
import { isMissingCell } from "./missing-cell.ts";
import { type RecordBlock, splitRecordBlocks } from "./record-blocks.ts";
import type { JsonValue, Report, ReportBlock, ReportFormat, TablePosition } from "./report.ts";
import type { ReportSource } from "./report-source.ts";
import { sniffFormat } from "./sniff-format.ts";
import type { OpenRows, RowFormat, TableRow } from "./table-rows.ts";

export interface TableOptions {
  /** @default by name and content */
  readonly format?: ReportFormat | undefined;
  /** Several columns are labeled as one report. @default chosen by name and content */
  readonly textColumns?: readonly string[];
  /** @default the first of `id`, `report_id`, `study_id`, `uid`; else rows are numbered */
  readonly idColumn?: string | undefined;
  /** Without a header, one column is the text and the first of two is the id. @default "first-row" */
  readonly header?: "first-row" | "none";
  /** A blank line is a row of empty cells, or no row. @default "keep" */
  readonly blankLines?: "keep" | "skip";
}

export interface ReportTable {
  readonly format: ReportFormat;
  /** The columns of the header, or of the first object. */
  readonly columns: readonly string[];
  readonly textColumns: readonly string[];
  readonly idColumn: string | undefined;
  /** Reads the table; from a position of an earlier block, where the source is a file. */
  blocks(from?: TablePosition): AsyncIterable<ReportBlock>;
}

const START: TablePosition = { byte: 0, row: 0 };

/** Reads the start of a table and chooses its columns. */
export async function openReportTable(
  source: ReportSource,
  options: TableOptions = {},
): Promise<ReportTable> {
  const { format, rowFormat, blocks: firstRead } = await openBlocks(source, options);
  const firstBlock = await firstRead.next();
  if (firstBlock.done) throw emptyFile(source.name);
  const rows = rowFormat.open(firstBlock.value, source.name);
  const choice = chooseColumns({
    file: source.name,
    columns: rows.columns,
    sample: sampleCells(rows, firstBlock.value),
    textColumns: options.textColumns ?? [],
    idColumn: options.idColumn,
  });
  const toBlock = (block: RecordBlock) => readBlock(block, rows, choice, source.name);
  return {
    format,
    columns: rows.columns,
    ...choice,
    async *blocks(from) {
      if (from === undefined || from.byte === 0) yield toBlock(firstBlock.value);
      const rest =
        from === undefined || from.byte === 0
          ? firstRead
          : splitBlocks(source.read(from.byte), source, rowFormat, from);
      for await (const block of rest) yield toBlock(block);
    },
  };
}

/** A table's format and its blocks from the start, before any row is read. */
export interface OpenBlocks {
  readonly format: ReportFormat;
  readonly rowFormat: RowFormat;
  readonly blocks: AsyncGenerator<RecordBlock>;
}

/** Reads as much of a source as its format takes. @throws FormatError when there is nothing. */
export async function openBlocks(
  source: ReportSource,
  options: TableOptions = {},
): Promise<OpenBlocks> {
  const chunks = source.read(0)[Symbol.asyncIterator]();
  const firstChunk = await chunks.next();
  if (firstChunk.done) throw emptyFile(source.name);
  const format = options.format ?? sniffFormat(source.name, firstChunk.value);
  const rowFormat = rowFormatOf(format, options);
  const bytes = prepend(firstChunk.value, chunks);
  return { format, rowFormat, blocks: splitBlocks(bytes, source, rowFormat, START) };
}

/** How the rows of a format are read. */
function rowFormatOf(format: ReportFormat, options: TableOptions = {}): RowFormat {
  if (format === "jsonl") return JSONL_FORMAT;
  const { header = "first-row", blankLines = "keep" } = options;
  return delimitedFormat({ delimiter: format === "csv" ? "," : "\t", header, blankLines });
}

function splitBlocks(
  bytes: AsyncIterable<Uint8Array>,
  source: ReportSource,
  { delimiterByte, headerCount }: RowFormat,
  start: TablePosition,
): AsyncGenerator<RecordBlock> {
  return splitRecordBlocks(bytes, { file: source.name, delimiterByte, headerCount, start });
}

async function* prepend(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function sampleCells(rows: OpenRows, block: RecordBlock): readonly (readonly string[])[] {
  const sampleRows = rows.parse(block).filter((row): row is TableRow => !(row instanceof Error));
  return sampleRows
    .slice(0, 100)
    .map((row) => rows.columns.map((name) => cellText(row.cells[row.columns.indexOf(name)])));
}

function readBlock(
  block: RecordBlock,
  rows: OpenRows,
  choice: { readonly textColumns: readonly string[]; readonly idColumn: string | undefined },
  file: string,
): ReportBlock {
  const reports: Report[] = [];
  const rejected: InputError[] = [];
  for (const row of rows.parse(block)) {
    if (row instanceof InputError) {
      rejected.push(row);
      continue;
    }
    const report = readReport(row, choice, file);
    if (report instanceof InputError) rejected.push(report);
    else reports.push(report);
  }
  return { reports, rejected, start: block.start, endByte: block.start.byte + block.bytes.length };
}

function readReport(
  { row, columns, cells }: TableRow,
  { textColumns, idColumn }: { textColumns: readonly string[]; idColumn: string | undefined },
  file: string,
): Report | InputError {
  const idCell = idColumn === undefined ? undefined : cells[columns.indexOf(idColumn)];
  const id = idColumn === undefined ? String(row) : cellText(idCell);
  const texts: string[] = [];
  for (const name of textColumns) {
    const at = columns.indexOf(name);
    if (at < 0) return missingKey({ file, row, id, column: name });
    const cell = cells[at];
    if (typeof cell === "boolean" || (typeof cell === "object" && cell !== null)) {
      return noText({ file, row, id, column: name }, Array.isArray(cell) ? "a list" : typeof cell);
    }
    const text = cellText(cell);
    if (!isMissingCell(text)) texts.push(text);
  }
  return { row, id, text: texts.join("\n\n"), columns, cells };
}

/** A cell as text; `null` and a missing key are no text. */
function cellText(cell: JsonValue | undefined): string {
  if (typeof cell === "string") return cell;
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

function missingKey(place: ErrorPlace): InputError {
  const { file, row, column } = place;
  const message = `Expected key "${column}" in row ${row} of ${file}, got other keys`;
  return new InputError("JSONL_MISSING_KEY", message, {
    hint: "Write the key with null where a report has no text",
    place,
  });
}

function noText(place: ErrorPlace, got: string): InputError {
  const message = `Expected text under "${place.column}" in row ${place.row} of ${place.file}, got ${got}`;
  return new InputError("JSONL_BAD_TEXT", message, {
    hint: "Write the text as a JSON string, or null where there is none",
    place,
  });
}

function emptyFile(file: string): FormatError {
  return new FormatError("FILE_EMPTY", `Expected a table in ${file}, got an empty file`, {
    hint: "Check what wrote the file",
    place: { file },
  });
}
