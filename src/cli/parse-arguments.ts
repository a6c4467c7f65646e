/**
 * @file Arguments to values, by commander, from a declaration.
 *
 * A token may hold report text (`chexbert explain no acute disease`), so a message repeats only
 * what has the shape of a flag or of a command's name.
 */
import { Command as Commander, CommanderError, Option } from "commander";
import { UsageError } from "../base/errors.ts";
import { nearestName } from "../base/nearest-name.ts";
import {
  type CommandDeclaration,
  type OptionDeclaration,
  optionKey,
  programName,
} from "./command.ts";

export interface ParsedArguments {
  /** By operand name. */
  readonly operands: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** By option key; only what was given, still as text or boolean. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** Splits arguments into operands and option values; checks names and counts, not values. */
export function parseArguments(
  declaration: CommandDeclaration,
  options: readonly OptionDeclaration[],
  argv: readonly string[],
): ParsedArguments {
  const parser = new Commander(declaration.name)
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
    .allowExcessArguments();
  for (const option of options) addOption(parser, option);
  const command = programName(declaration);
  try {
    parser.parse([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) throw usageErrorFrom(error, argv, options, command);
    throw error;
  }
  const given = parser.opts<Record<string, unknown>>();
  refuseSwallowedFlags(given, options, command);
  return { operands: takeOperands(declaration, parser.args, command), given };
}

function addOption(parser: Commander, option: OptionDeclaration): void {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  if (option.kind === "flag") {
    parser.addOption(new Option(`${short}--${option.name}`));
    parser.addOption(new Option(`--no-${option.name}`));
    // Commander makes a flag with a `--no-` twin true by default; the layers below a flag decide.
    parser.setOptionValue(optionKey(option.name), undefined);
    return;
  }
  const isVariadic = option.kind === "text" && option.variadic === true;
  const value = new Option(`${short}--${option.name} <value${isVariadic ? "..." : ""}>`);
  if (option.kind === "text" && option.repeatable === true) {
    value.argParser((text: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      text,
    ]);
  }
  parser.addOption(value);
}

function usageErrorFrom(
  error: CommanderError,
  argv: readonly string[],
  options: readonly OptionDeclaration[],
  command: string,
): UsageError {
  const see = `${command} --help --all lists every option`;
  // Commander quotes the flag first in each of these messages.
  const flag = /'(--?[\w-]{1,40})/.exec(error.message)?.[1];
  if (error.code === "commander.unknownOption") {
    const flags = options.map((option) => `--${option.name}`);
    const near = flag === undefined ? undefined : nearestName(flag, flags);
    return new UsageError(
      "ARGUMENT_UNKNOWN_OPTION",
      `Expected an option of ${command}, got ${flag ?? "other text"}`,
      {
        hint: near === undefined ? see : `Use ${near}`,
      },
    );
  }
  if (error.code === "commander.optionMissingArgument") {
    const name = /(--[\w-]+)/.exec(error.message)?.[1] ?? "the option";
    return new UsageError("ARGUMENT_MISSING_VALUE", `Expected a value after ${name}, got nothing`, {
      hint: see,
    });
  }
  return new UsageError(
    "ARGUMENT_BAD_VALUE",
    `Expected arguments that ${command} can read, got ${argv.length} that it cannot`,
    {
      hint: see,
      cause: error,
    },
  );
}

/** `-o --resume` would make a file named "--resume": the value was forgotten. */
function refuseSwallowedFlags(
  given: Readonly<Record<string, unknown>>,
  options: readonly OptionDeclaration[],
  command: string,
): void {
  const flags = new Set(options.map((option) => `--${option.name}`));
  for (const option of options) {
    const values = [given[optionKey(option.name)]].flat();
    const swallowed = values.find((value) => typeof value === "string" && flags.has(value));
    if (swallowed === undefined) continue;
    throw new UsageError(
      "ARGUMENT_MISSING_VALUE",
      `Expected a value after --${option.name}, got ${String(swallowed)}`,
      { hint: `${command} --help --all lists every option` },
    );
  }
}

function takeOperands(
  declaration: CommandDeclaration,
  tokens: readonly string[],
  command: string,
): ParsedArguments["operands"] {
  const operands: Record<string, string | readonly string[] | undefined> = {};
  let used = 0;
  for (const operand of declaration.operands) {
    const rest = tokens.slice(used);
    if (operand.required && rest.length === 0) {
      throw new UsageError(
        "ARGUMENT_MISSING",
        `Expected ${operand.placeholder} after ${command}, got nothing`,
        {
          hint: `${operand.placeholder} is ${lowerFirst(operand.help)}; ${command} --help shows examples`,
        },
      );
    }
    const [first] = rest;
    if (operand.choices && first !== undefined && !operand.choices.includes(first)) {
      throw new UsageError(
        "ARGUMENT_BAD_VALUE",
        `Expected ${operand.choices.join(" or ")} after ${command}, got another word`,
        {
          hint: `Use ${command} ${nearestName(first, operand.choices) ?? operand.choices[0]}`,
        },
      );
    }
    operands[operand.name] = operand.variadic ? rest : first;
    used += operand.variadic ? rest.length : Math.min(1, rest.length);
  }
  if (used < tokens.length) {
    throw new UsageError(
      "ARGUMENT_EXCESS",
      `Expected ${used} ${used === 1 ? "argument" : "arguments"} after ${command}, got ${tokens.length}`,
      {
        hint: "Put a text or a path with blanks in quotes",
      },
    );
  }
  return operands;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
