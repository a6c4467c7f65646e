import { defineCommand, optionKey } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "config",
    summary: "Show the options in force and where each comes from",
    description:
      "A value comes from a flag, else a CHEXBERT_* variable, else chexbert.config.json in this folder, else the user's configuration file, else the default.",
    operands: [
      {
        name: "action",
        placeholder: "show",
        help: "What to do",
        required: true,
        choices: ["show"],
      },
      { name: "command", placeholder: "COMMAND", help: "Only the options of this command" },
    ],
    options: [
      { name: "origin", kind: "flag", help: "Say where each value comes from", frequent: true },
    ],
    examples: [
      { line: "chexbert config show", help: "every option of every command" },
      { line: "chexbert config show label --origin", help: "the options of one, with origins" },
      { line: "chexbert config show --json", help: "the same for programs" },
    ],
  },
  async ({ operands, options }, context) => {
    const { resolveOptions } = await import("../configuration/resolve-options.ts");
    const { GLOBAL_OPTIONS } = await import("../global-options.ts");
    const rows = context.commands.filter(
      (row) =>
        !row.dropIn &&
        !row.hidden &&
        (operands.command === undefined || row.name === operands.command),
    );
    const globalKeys: readonly string[] = GLOBAL_OPTIONS.map((option) => optionKey(option.name));
    const shown: Record<string, { readonly value: unknown; readonly origin: string }> = {};
    for (const row of rows) {
      const { declaration } = await row.load();
      const optional = declaration.options.map((option) => ({ ...option, required: false }));
      const resolved = resolveOptions({ ...declaration, options: optional }, {}, context);
      for (const [key, option] of resolved) {
        shown[globalKeys.includes(key) ? key : `${row.name}.${key}`] = option;
      }
    }
    const entries = Object.entries(shown).toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (context.settings.json) {
      await context.write(`${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
      return EXIT_CODES.done;
    }
    for (const [key, { value, origin }] of entries) {
      const line = `${key} = ${JSON.stringify(value) ?? "(unset)"}`;
      await context.write(`${line}${options.origin ? `  (${origin})` : ""}\n`);
    }
    return EXIT_CODES.done;
  },
);
