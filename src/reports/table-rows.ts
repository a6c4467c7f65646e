/**
 * @file What a format gives to the table reader: blocks of rows, each a list of cells.
 */
import type { InputError } from "../base/errors.ts";
import type { RecordBlock } from "./record-blocks.ts";
import type { JsonValue } from "./report.ts";

export interface TableRow {
  readonly row: number;
  readonly columns: readonly string[];
  readonly cells: readonly JsonValue[];
}

/** Reads the records of a block; rows that are wrong come as errors in their place. */
export type ParseRows = (block: RecordBlock) => readonly (TableRow | InputError)[];

/** How a format reads its records. */
export interface RowFormat {
  /** The byte between cells; absent where quotes have no meaning for line ends. */
  readonly delimiterByte: number | undefined;
  /** Records before row 1. */
  readonly headerCount: number;
  /** Reads the columns from the first block, and returns how to read every block. */
  open(firstBlock: RecordBlock, file: string): OpenRows;
}

export interface OpenRows {
  readonly columns: readonly string[];
  readonly parse: ParseRows;
}
