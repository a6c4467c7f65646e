/**
 * @file Every command, in the order of help.
 *
 * A row holds what the list of commands needs; everything else is loaded with the command.
 */
import type { CommandRow } from "./command.ts";

export const COMMANDS: readonly CommandRow[] = [
  {
    name: "label",
    summary: "Label reports for 14 observations",
    load: async () => (await import("./commands/label.ts")).command,
  },
  {
    name: "config",
    summary: "Show the options in force and where each comes from",
    load: async () => (await import("./commands/config.ts")).command,
  },
  {
    name: "completion",
    summary: "Print the completion script of a shell",
    load: async () => (await import("./commands/completion.ts")).command,
  },
  {
    name: "complete",
    summary: "Answer a shell that asks for completions",
    hidden: true,
    load: async () => (await import("./commands/complete.ts")).command,
  },
];
