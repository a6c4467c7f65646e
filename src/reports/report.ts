/**
 * @file A report with the row it came from, and the tables that hold reports.
 */
import type { InputError } from "../base/errors.ts";

/** The formats of tables of reports. */
export const REPORT_FORMATS = ["csv", "tsv", "jsonl"] as const;

/** A format of tables of reports. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A value as JSON has it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** One radiology report and the row that holds it. */
export interface Report {
  /** The number of the row, from 1, as a person counts data rows. */
  readonly row: number;
  /** The value of the id column; the row number when there is no such column. */
  readonly id: string;
  /** The text to label: the text columns joined by a blank line. A missing cell gives no text. */
  readonly text: string;
  /** The columns of the row, in file order. */
  readonly columns: readonly string[];
  /** The cells as read, one per column: texts in CSV and TSV, any value in JSONL. */
  readonly cells: readonly JsonValue[];
}

/** A stretch of a table: the unit in which tables are read. */
export interface ReportBlock {
  readonly reports: readonly Report[];
  /** Rows that are no reports; they have numbers but no place in `reports`. */
  readonly rejected: readonly InputError[];
  /** Where the stretch starts in the file, so that reading can go on there. */
  readonly start: TablePosition;
  /** Where the stretch ends in the file. */
  readonly endByte: number;
}

export interface TablePosition {
  readonly byte: number;
  /** Rows before this position. */
  readonly row: number;
}
