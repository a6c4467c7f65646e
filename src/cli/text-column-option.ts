import type { OptionDeclaration } from "./command.ts";

/** The text of a report, which commands that read tables look for in the same way. */
export const TEXT_COLUMN_OPTION = {
  name: "text-column",
  kind: "text",
  value: "NAME",
  repeatable: true,
  help: "The column with the text; several are one report",
} as const satisfies OptionDeclaration;
