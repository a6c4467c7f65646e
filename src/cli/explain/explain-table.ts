import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import { visibleText } from "../terminal/visible-text.ts";

export interface TerminalStyle {
  readonly isColorOn: boolean;
  readonly width: number;
}

export interface TableShape {
  readonly head: readonly string[];
  /** Columns that are wrapped when the table is too wide for the terminal. */
  readonly wrapped: readonly number[];
  readonly width: number;
}

/** Formats a table with borders. */
export function formatTable(rows: readonly (readonly string[])[], shape: TableShape): string {
  const head = [...shape.head];
  const table = new Table({
    head,
    colWidths: columnWidths([head, ...rows], shape),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** The words of a span on one line. */
export function words(
  text: string,
  span: { readonly start: number; readonly end: number },
): string {
  return visibleText(text.slice(span.start, span.end)).replaceAll(/\s+/g, " ");
}

/** As wide as the cells; what is too much for the terminal is taken from the wrapped columns. */
function columnWidths(
  rows: readonly (readonly string[])[],
  { wrapped, width }: TableShape,
): number[] {
  const natural = (rows[0] ?? []).map(
    (_, i) => 2 + Math.max(...rows.map((row) => stripVTControlCharacters(row[i] ?? "").length)),
  );
  const borders = natural.length + 1;
  const excess = natural.reduce((sum, one) => sum + one, borders) - width;
  return natural.map((one, i) => {
    if (excess <= 0 || !wrapped.includes(i)) return one;
    const longestWord = Math.max(
      ...rows.flatMap((row) => (row[i] ?? "").split(" ")).map((word) => word.length),
    );
    return Math.min(one, Math.max(longestWord + 2, one - Math.ceil(excess / wrapped.length)));
  });
}
