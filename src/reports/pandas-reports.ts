/**
 * @file The column `Report Impression` of a CSV file as pandas reads it [chexbert.md §3.1].
 *
 * Only the drop-in commands read like this; fidelity ledger F14, F25, F26: a missing cell is an
 * empty report instead of a crash, blank lines vanish, and a column of numbers is text.
 */
import { FormatError, InputError } from "../base/errors.ts";
import { PANDAS_MISSING_CELLS } from "./missing-cell.ts";
import { makePandasTokenizer } from "./pandas-tokenizer.ts";

/** The column that CheXbert reads; a leading space makes another column. */
export const REPORT_COLUMN = "Report Impression";

/** The cell of one row; `undefined` when pandas takes it for missing. */
export type PandasCell = string | undefined;

/** Where the column is, once header and first row are known. */
interface Layout {
  readonly column: number;
  /** Most cells a row may have. */
  readonly width: number;
}

/** Yields the cells of the report column, a piece of the file at a time. */
export async function* readPandasReports(
  fileName: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<readonly PandasCell[]> {
  const tokenizer = makePandasTokenizer(fileName);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let header: readonly string[] | undefined;
  let layout: Layout | undefined;
  let rowNumber = 0;
  const take = (rows: readonly (readonly string[])[]): PandasCell[] => {
    const cells: PandasCell[] = [];
    for (const row of rows) {
      if (header === undefined) {
        header = row;
        findColumn(fileName, header);
        continue;
      }
      rowNumber += 1;
      layout ??= layOut(fileName, header, row);
      if (layout.width < row.length) throw tooWide(fileName, rowNumber, layout.width, row.length);
      const cell = row[layout.column] ?? "";
      cells.push(PANDAS_MISSING_CELLS.has(cell) ? undefined : cell);
    }
    return cells;
  };
  for await (const chunk of chunks) {
    yield take(tokenizer.push(decode(fileName, () => decoder.decode(chunk, { stream: true }))));
  }
  yield take([...tokenizer.push(decode(fileName, () => decoder.decode())), ...tokenizer.end()]);
  if (header === undefined) {
    throw new FormatError(
      "FILE_EMPTY",
      `Expected a header line in ${fileName}, got an empty file`,
      {
        hint: `The first line names the columns, one of them "${REPORT_COLUMN}"`,
        place: { file: fileName },
      },
    );
  }
}

/** When the first row is wider than the header, pandas takes its first cells for row names. */
function layOut(fileName: string, header: readonly string[], row: readonly string[]): Layout {
  const rowNames = Math.max(0, row.length - header.length);
  return { column: findColumn(fileName, header) + rowNames, width: header.length + rowNames };
}

/** Of two columns with this name pandas renames the second. */
function findColumn(fileName: string, header: readonly string[]): number {
  const column = header.indexOf(REPORT_COLUMN);
  if (column !== -1) return column;
  const near = header.find((name) => name.trim().toLowerCase() === REPORT_COLUMN.toLowerCase());
  throw new InputError(
    "CSV_MISSING_COLUMN",
    `Expected column "${REPORT_COLUMN}" in ${fileName}, got ${header.length} columns without it`,
    {
      hint:
        near === undefined
          ? "chexbert label takes any column: use --text-column"
          : `Column "${near}" is spelled differently; chexbert label --text-column takes it`,
      place: { file: fileName },
    },
  );
}

function decode(fileName: string, decodeChunk: () => string): string {
  try {
    return decodeChunk();
  } catch (cause) {
    throw new FormatError(
      "ENCODING_NOT_UTF8",
      `Expected UTF-8 text in ${fileName}, got other bytes`,
      {
        hint: "Save the file as UTF-8",
        place: { file: fileName },
        cause,
      },
    );
  }
}

function tooWide(fileName: string, row: number, expected: number, got: number): InputError {
  return new InputError(
    "CSV_RAGGED_ROW",
    `Expected at most ${expected} cells in row ${row} of ${fileName}, got ${got}`,
    { hint: "Put text that contains commas in quotes", place: { file: fileName, row } },
  );
}
