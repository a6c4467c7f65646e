/**
 * @file Result tables on the terminal and as Markdown.
 */
import { formatMarkdownTable } from "../../charts/markdown.ts";
import type { ResultTable } from "../../charts/result-tables.ts";

/** Formats tables for people: aligned columns without borders, readable in a pipe as well. */
export async function formatTerminalTables(tables: readonly ResultTable[]): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const borders = ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    [side, `${side}-mid`, `${side}-left`, `${side}-right`].map((name) => [name, ""]),
  );
  const chars = { ...Object.fromEntries(borders), "left-mid": "", "mid-mid": "", middle: "  " };
  return tables
    .map(({ title, columns, rows, notes }) => {
      const table = new Table({
        head: [...columns],
        colAligns: columns.map((_, index) => (index === 0 ? "left" : "right")),
        chars,
        style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
      });
      table.push(...rows.map((row) => [...row]));
      return [`${title}`, table.toString(), ...notes].join("\n");
    })
    .join("\n\n");
}

/** Formats a result as a Markdown document. */
export function formatMarkdown(
  heading: string,
  paragraphs: readonly string[],
  tables: readonly ResultTable[],
): string {
  return [
    `# ${heading}`,
    "",
    ...paragraphs.flatMap((text) => [text, ""]),
    ...tables.map(formatMarkdownTable),
  ].join("\n");
}
