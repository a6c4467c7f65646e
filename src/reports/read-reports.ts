import type { InputError } from "../base/errors.ts";
import type { Report } from "./report.ts";
import { openFileSource, streamSource } from "./report-source.ts";
import { openReportTable, type TableOptions } from "./report-table.ts";

/** How a table of reports is read. */
export interface ReadReportsOptions extends TableOptions {
  /** How errors name a stream. @default "input" */
  readonly name?: string;
  /** Called with every row that is no report, which is then left out. @default throw the first */
  readonly onRowError?: (error: InputError) => void;
  /** Stops the reading; the iteration throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads the reports of a CSV, TSV or JSONL table, given as a path or as bytes, in flat memory.
 *
 * The text column is `Report Impression` when present, else the one that can only be meant.
 *
 * @throws InputError for a row or a column that is wrong, FormatError for a file that is no table.
 *
 * @example
 * ```ts
 * for await (const report of readReports("reports.csv", { textColumns: ["findings"] })) {
 *   process.stdout.write(`${report.row} ${report.id} ${report.text.length}\n`);
 * }
 * ```
 */
export async function* readReports(
  input: string | AsyncIterable<Uint8Array>,
  options: ReadReportsOptions = {},
): AsyncGenerator<Report> {
  const { name = "input", onRowError, signal, ...tableOptions } = options;
  const source =
    typeof input === "string" ? await openFileSource(input) : streamSource(input, name);
  const table = await openReportTable(source, tableOptions);
  for await (const { reports, rejected } of table.blocks()) {
    signal?.throwIfAborted();
    for (const error of rejected) {
      if (onRowError === undefined) throw error;
      onRowError(error);
    }
    yield* reports;
  }
}
