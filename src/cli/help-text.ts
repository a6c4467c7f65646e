/**
 * @file Help: short by default, examples first; every option with `--all`.
 */
import {
  type CommandDeclaration,
  type CommandRow,
  type OptionDeclaration,
  programName,
} from "./command.ts";
import { EARLY_OPTIONS, GLOBAL_OPTIONS } from "./global-options.ts";

/** Help of the whole program. */
export function formatProgramHelp(commands: readonly CommandRow[]): string {
  const rows = commands.filter((row) => !row.hidden);
  const list = (wanted: readonly { name: string; summary: string }[]) =>
    formatPairs(wanted.map((row) => [row.name, row.summary]));
  return [
    "chexbert labels chest X-ray reports for 14 observations, offline.",
    "",
    "Examples:",
    ...formatPairs([
      ["chexbert label reports.csv -o labels.csv", "label a table, no weights needed"],
      ['chexbert explain "No pleural effusion."', "show which words decide"],
      ["chexbert doctor", "check this machine"],
    ]),
    "",
    "Commands:",
    ...list(rows.filter((row) => !row.dropIn)),
    "",
    "Stand-ins for scripts of other projects:",
    ...list(rows.filter((row) => row.dropIn)),
    "",
    "Every command: --help, --json, --quiet, --verbose; chexbert COMMAND --help says more.",
    "",
  ].join("\n");
}

/** Short help of a command: purpose, examples, the most used flags. */
export function formatCommandHelp(declaration: CommandDeclaration): string {
  const frequent = declaration.options.filter((option) => option.frequent);
  return [
    `${declaration.summary}.`,
    "",
    `Usage: ${usageLine(declaration)}`,
    "",
    "Examples:",
    ...formatPairs(declaration.examples.map((example) => [example.line, example.help])),
    "",
    ...(frequent.length === 0 ? [] : ["Most used options:", ...formatOptions(frequent), ""]),
    "All options: --help --all",
    "",
  ].join("\n");
}

/** Help of a command with everything it takes. */
export function formatFullCommandHelp(declaration: CommandDeclaration): string {
  const globals = declaration.dropIn ? [] : [...GLOBAL_OPTIONS, ...EARLY_OPTIONS];
  return [
    `${declaration.summary}.`,
    "",
    ...(declaration.description === undefined ? [] : [declaration.description, ""]),
    `Usage: ${usageLine(declaration)}`,
    "",
    ...formatPairs(declaration.operands.map((operand) => [operand.placeholder, operand.help])),
    ...(declaration.operands.length === 0 ? [] : [""]),
    "Examples:",
    ...formatPairs(declaration.examples.map((example) => [example.line, example.help])),
    "",
    ...(declaration.options.length === 0
      ? []
      : ["Options:", ...formatOptions(declaration.options), ""]),
    ...(globals.length === 0 ? [] : ["Options of every command:", ...formatOptions(globals), ""]),
  ].join("\n");
}

/** The line that shows the order of arguments. */
export function usageLine(declaration: CommandDeclaration): string {
  const operands = declaration.operands.map((operand) => {
    const shown = operand.variadic ? `${operand.placeholder}…` : operand.placeholder;
    return operand.required ? shown : `[${shown}]`;
  });
  return [programName(declaration), ...operands, "[options]"].join(" ");
}

/** How a flag is written: `-o, --output FILE`. */
export function flagText(option: OptionDeclaration): string {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  const isOnByDefault = option.kind === "flag" && option.default === true;
  const long = isOnByDefault ? `--no-${option.name}` : `--${option.name}`;
  return `${short}${long}${valueText(option)}`;
}

/** What an option does, with its default. */
export function optionHelp(option: OptionDeclaration): string {
  const hasDefault = option.kind !== "flag" && option.default !== undefined;
  const repeats = option.kind === "text" && option.repeatable ? "; may be repeated" : "";
  return `${option.help}${repeats}${hasDefault ? ` [${option.default}]` : ""}`;
}

function valueText(option: OptionDeclaration): string {
  if (option.kind === "flag") return "";
  if (option.kind === "choice") return ` ${option.choices.join("|")}`;
  return ` ${option.value}${option.kind === "text" && option.variadic ? " …" : ""}`;
}

function formatOptions(options: readonly OptionDeclaration[]): readonly string[] {
  return formatPairs(options.map((option) => [flagText(option), optionHelp(option)]));
}

/** Two columns; a left side that is too wide puts its right side on the next line. */
function formatPairs(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const widest = 44;
  const fitting = pairs.map(([left]) => left.length).filter((length) => length <= widest);
  const width = Math.max(0, ...fitting);
  return pairs.flatMap(([left, right]) =>
    left.length <= width
      ? [`  ${left.padEnd(width)}  ${right}`]
      : [`  ${left}`, `  ${" ".repeat(width)}  ${right}`],
  );
}
