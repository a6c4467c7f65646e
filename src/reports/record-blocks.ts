/**
 * @file Bytes to blocks of whole records.
 *
 * A record ends at a line end outside of quotes [RFC 4180]. Only a quote at the start of a cell
 * opens one; what else is wrong with quotes is found by the parser. Every block knows where it
 * starts, so that reading can go on at any block; memory holds one block and one unfinished record.
 */
import { isUtf8 } from "node:buffer";
import { FormatError, InputError } from "../base/errors.ts";
import type { TablePosition } from "./report.ts";

/**
 * The longest record, 16 MiB. A report has a few thousand characters; a record of this size comes
 * from a quote that was never closed or from a wrong file, and would otherwise fill the memory.
 */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

export interface RecordBlock {
  /** Whole records; the last one may lack its line end at the end of the file. */
  readonly bytes: Buffer;
  readonly start: TablePosition;
  readonly recordCount: number;
  /** How records end: a lone CR only when the first record ends with one. */
  readonly lineEnd: "lf" | "cr";
}

export interface SplitOptions {
  /** For messages. */
  readonly file: string;
  /** The byte between cells; absent where quotes have no meaning for line ends, as in JSONL. */
  readonly delimiterByte: number | undefined;
  /** Where in the file the bytes start. */
  readonly start: TablePosition;
  /** Rows that are no data, before row 1: the header. */
  readonly headerCount: number;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Splits bytes into blocks of whole records and checks what can be checked on bytes. */
export async function* splitRecordBlocks(
  source: AsyncIterable<Uint8Array>,
  options: SplitOptions,
): AsyncGenerator<RecordBlock> {
  const { file, delimiterByte, headerCount } = options;
  const hasQuotes = delimiterByte !== undefined;
  let lineEnd: "lf" | "cr" | undefined = hasQuotes ? undefined : "lf";
  let unfinished: Buffer[] = [];
  let unfinishedBytes = 0;
  let start = options.start;
  let isInQuotes = false;
  let isAfterLoneCr = false;
  let previous = LF;

  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const nulAt = bytes.indexOf(0);
    if (0 <= nulAt) throw binaryFile(file, start.byte + unfinishedBytes + nulAt);
    let recordCount = 0;
    let endOfRecords = 0;
    const endRecord = (end: number) => {
      endOfRecords = end;
      recordCount += 1;
    };
    const row = () => start.row + recordCount + 1 - headerCount;
    for (let i = 0; i < bytes.length; i += 1) {
      if (isInQuotes) {
        i = bytes.indexOf(QUOTE, i);
        if (i < 0) break;
        isInQuotes = false;
        previous = QUOTE;
        continue;
      }
      const byte = bytes[i];
      if (isAfterLoneCr) {
        isAfterLoneCr = false;
        if (byte !== LF) {
          if (lineEnd === "lf") throw loneCr(file, row());
          lineEnd = "cr";
          endRecord(i);
        }
      }
      if (byte === LF) {
        if (lineEnd === "cr") throw loneCr(file, row());
        lineEnd = "lf";
        endRecord(i + 1);
      } else if (byte === CR && hasQuotes) {
        isAfterLoneCr = true;
      } else if (byte === QUOTE && hasQuotes) {
        // A quote right after a closing one is an escaped quote.
        isInQuotes = opensCell(previous, delimiterByte);
      }
      previous = byte ?? LF;
    }
    const limit = unfinishedBytes + (endOfRecords === 0 ? bytes.length : endOfRecords);
    if (MAX_RECORD_BYTES < limit && recordCount < 2) throw recordTooLong(file, row(), hasQuotes);
    if (endOfRecords === 0) {
      unfinished.push(bytes);
      unfinishedBytes += bytes.length;
      continue;
    }
    const whole = Buffer.concat([...unfinished, bytes.subarray(0, endOfRecords)]);
    const block = { bytes: whole, start, recordCount, lineEnd: lineEnd ?? "lf" };
    checkUtf8(block, options);
    yield block;
    start = { byte: start.byte + whole.length, row: start.row + recordCount };
    const rest = bytes.subarray(endOfRecords);
    unfinished = rest.length === 0 ? [] : [rest];
    unfinishedBytes = rest.length;
  }
  if (isInQuotes) throw unclosedQuote(file, start.row + 1 - headerCount);
  if (unfinishedBytes === 0) return;
  const bytes = Buffer.concat(unfinished);
  const block = { bytes, start, recordCount: 1, lineEnd: lineEnd ?? "lf" };
  checkUtf8(block, options);
  yield block;
}

function opensCell(previous: number, delimiterByte: number): boolean {
  const endOfByteOrderMark = 0xbf;
  return (
    previous === delimiterByte ||
    previous === LF ||
    previous === CR ||
    previous === QUOTE ||
    previous === endOfByteOrderMark
  );
}

function checkUtf8(block: RecordBlock, { file, headerCount }: SplitOptions): void {
  if (isUtf8(block.bytes)) return;
  const lines = block.bytes.toString("latin1").split(block.lineEnd === "lf" ? "\n" : "\r");
  let byte = block.start.byte;
  for (const [i, line] of lines.entries()) {
    const bytes = Buffer.from(line, "latin1");
    if (isUtf8(bytes)) {
      byte += bytes.length + 1;
      continue;
    }
    const good = bytes.toString("utf8").split("\uFFFD")[0] ?? "";
    const byteOffset = byte + Buffer.byteLength(good);
    const line1 = block.start.row + i + 1;
    throw new FormatError(
      "ENCODING_NOT_UTF8",
      `Expected UTF-8 in ${file}, got another byte at offset ${byteOffset}, about line ${line1}`,
      {
        hint: "Convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8",
        place: { file, byteOffset, row: Math.max(1, line1 - headerCount) },
      },
    );
  }
}

function binaryFile(file: string, byteOffset: number): FormatError {
  return new FormatError(
    "FILE_IS_BINARY",
    `Expected text in ${file}, got a zero byte at offset ${byteOffset}`,
    {
      hint: "Convert the file to UTF-8 CSV, TSV or JSONL; UTF-16 text has zero bytes too",
      place: { file, byteOffset },
    },
  );
}

function loneCr(file: string, row: number): InputError {
  return new InputError(
    "CSV_MIXED_LINE_ENDS",
    `Expected one kind of line end in ${file}, got a lone CR beside others in row ${row}`,
    { hint: "Put the cell with the CR in quotes, or use LF everywhere", place: { file, row } },
  );
}

function recordTooLong(file: string, row: number, hasQuotes: boolean): InputError {
  return new InputError(
    "RECORD_TOO_LONG",
    `Expected at most ${MAX_RECORD_BYTES} bytes in row ${row} of ${file}, got more`,
    {
      hint: hasQuotes ? "Look for a quote that is never closed in or before this row" : "Split it",
      place: { file, row },
    },
  );
}

function unclosedQuote(file: string, row: number): InputError {
  return new InputError(
    "CSV_UNCLOSED_QUOTE",
    `Expected a closing quote in ${file}, got the end of the file; row ${row} opens one`,
    { hint: "Double every quote inside of a quoted cell", place: { file, row } },
  );
}
