/**
 * @file Tables as Markdown.
 */
import type { ResultTable } from "./result-tables.ts";

/** Formats a table with its title as a heading and its notes below. */
export function formatMarkdownTable({ title, columns, rows, notes }: ResultTable): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  const rule = columns.map((_, index) => (index === 0 ? "---" : "---:"));
  return [
    `## ${title}`,
    "",
    line(columns),
    line(rule),
    ...rows.map(line),
    "",
    ...notes.flatMap((note) => [note.replace(/^\*/, "\\*"), ""]),
  ].join("\n");
}
