/**
 * @file Cells that say "there is no text here", as spreadsheets and pandas write them.
 */

/** Cells that pandas 1.5.3 takes for missing, in exactly this spelling [chexbert.md §3.1]. */
export const PANDAS_MISSING_CELLS: ReadonlySet<string> = new Set([
  "",
  "#N/A",
  "#N/A N/A",
  "#NA",
  "-1.#IND",
  "-1.#QNAN",
  "-NaN",
  "-nan",
  "1.#IND",
  "1.#QNAN",
  "<NA>",
  "N/A",
  "NA",
  "NULL",
  "NaN",
  "n/a",
  "nan",
  "null",
]);

/** pandas 2 added `None`. */
const MISSING: ReadonlySet<string> = new Set([...PANDAS_MISSING_CELLS, "None"]);

/** Whether a cell stands for a missing text. */
export function isMissingCell(cell: string): boolean {
  return cell.length <= 9 && MISSING.has(cell.trim());
}
