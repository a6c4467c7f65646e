/**
 * @file Cells that say "there is no text here", as spreadsheets and pandas write them.
 *
 * The list is that of pandas `read_csv` with default options, `None` of pandas 2 included.
 */
const MISSING: ReadonlySet<string> = new Set([
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
  "None",
  "n/a",
  "nan",
  "null",
]);

/** Whether a cell stands for a missing text. */
export function isMissingCell(cell: string): boolean {
  return cell.length <= 9 && MISSING.has(cell.trim());
}
