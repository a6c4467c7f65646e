/**
 * @file What a shell may complete, made from the declarations of all commands.
 *
 * The library prints candidates and scripts on the console by itself.
 */
import { RootCommand } from "@bomb.sh/tab";
import type { CommandRow } from "./command.ts";
import { optionsOf } from "./configuration/resolve-options.ts";

/** Builds the tree of commands, options and choices. */
export async function completionTree(commands: readonly CommandRow[]): Promise<RootCommand> {
  const root = new RootCommand();
  for (const row of commands.filter((known) => !known.hidden)) {
    const { declaration } = await row.load();
    const node = root.command(row.name, row.summary);
    for (const operand of declaration.operands) {
      node.argument(
        operand.name,
        (complete) => operand.choices?.forEach((choice) => void complete(choice, "")),
        operand.variadic ?? false,
      );
    }
    for (const option of optionsOf(declaration)) {
      if (option.kind === "flag") {
        if (option.short === undefined) node.option(option.name, option.help);
        else node.option(option.name, option.help, option.short);
        continue;
      }
      const choices = option.kind === "choice" ? option.choices : [];
      node.option(
        option.name,
        option.help,
        (complete) => choices.forEach((choice) => void complete(choice, "")),
        option.short,
      );
    }
  }
  return root;
}
