/**
 * @file `docs/reference/cli.md`, made from the declarations of all commands.
 */
import type { Command, CommandDeclaration, CommandRow, OptionDeclaration } from "./command.ts";
import { variableName } from "./configuration/resolve-options.ts";
import { EARLY_OPTIONS, GLOBAL_OPTIONS } from "./global-options.ts";
import { flagText, optionHelp, usageLine } from "./help-text.ts";

/** Formats the page. */
export async function formatReference(commands: readonly CommandRow[]): Promise<string> {
  const loaded: Command[] = [];
  for (const row of commands.filter((one) => !one.hidden)) loaded.push(await row.load());
  return [
    "# Command line",
    "",
    "This page is made from the declarations of the commands; `npx vitest run -u src/cli` writes it anew.",
    "Results go to stdout, messages to stderr.",
    "Exit codes: 0 done, 1 a requested check failed, 2 usage, 3 rows of the input, 4 a file, 5 device, disk or memory, 70 a bug, 130 and 143 interrupted.",
    "An option without a flag comes from its variable, else `chexbert.config.json` in this folder, else the user's configuration file, else its default.",
    "",
    "## Options of every command",
    "",
    "The stand-ins for scripts of other projects have only their own options.",
    "",
    ...optionTable([...GLOBAL_OPTIONS, ...EARLY_OPTIONS], { hasVariables: false }),
    ...loaded.flatMap(({ declaration }) => section(declaration)),
  ].join("\n");
}

function section(declaration: CommandDeclaration): readonly string[] {
  const operands = declaration.operands.map(
    (operand) => `- \`${operand.placeholder}\`: ${operand.help}`,
  );
  return [
    "",
    `## ${declaration.name}`,
    "",
    `${declaration.summary}.`,
    "",
    ...(declaration.description === undefined ? [] : [declaration.description, ""]),
    "```",
    usageLine(declaration),
    "```",
    "",
    ...(operands.length === 0 ? [] : [...operands, ""]),
    ...declaration.examples.map((example) => `- \`${example.line}\` – ${example.help}`),
    ...(declaration.options.length === 0
      ? []
      : ["", ...optionTable(declaration.options, { hasVariables: !declaration.dropIn })]),
  ];
}

function optionTable(
  options: readonly OptionDeclaration[],
  { hasVariables }: { readonly hasVariables: boolean },
): readonly string[] {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return [
    hasVariables ? "| option | variable | what it does |" : "| option | what it does |",
    hasVariables ? "| --- | --- | --- |" : "| --- | --- |",
    ...options.map((option) => {
      const cells = [`\`${flagText(option)}\``, optionHelp(option)];
      if (hasVariables) cells.splice(1, 0, `\`${variableName(option)}\``);
      return `| ${cells.map(cell).join(" | ")} |`;
    }),
  ];
}
