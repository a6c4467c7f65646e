/**
 * @file Where the value of an option comes from: flag, then environment, then project file, then
 * user file, then default.
 */
import { join } from "node:path";
import { UsageError } from "../../base/errors.ts";
import {
  type CommandDeclaration,
  type OptionDeclaration,
  optionKey,
  programName,
} from "../command.ts";
import type { CliContext } from "../context.ts";
import { GLOBAL_OPTIONS } from "../global-options.ts";
import {
  type ConfigFile,
  PROJECT_FILE_NAME,
  readConfigFile,
  USER_FILE_NAME,
  unknownKey,
} from "./config-file.ts";
import { readOptionValue } from "./option-value.ts";

export interface ResolvedOption {
  readonly value: unknown;
  /** `flag`, a variable's name, a file's path or `default`. */
  readonly origin: string;
}

export type ResolvedOptions = ReadonlyMap<string, ResolvedOption>;

/** Finds the value of every option of a command, by key. */
export function resolveOptions(
  declaration: CommandDeclaration,
  given: Readonly<Record<string, unknown>>,
  context: CliContext,
): ResolvedOptions {
  const files = declaration.dropIn ? [] : readConfigFiles(context);
  for (const file of files) checkSection(file, declaration);
  const resolved = new Map<string, ResolvedOption>();
  for (const option of optionsOf(declaration)) {
    const key = optionKey(option.name);
    const found = declaration.dropIn
      ? fromFlag(option, given[key])
      : (fromFlag(option, given[key]) ??
        fromEnvironment(option, context.env) ??
        fromFiles(option, declaration.name, files));
    if (option.required && found === undefined) {
      throw new UsageError(
        "ARGUMENT_MISSING",
        `Expected option --${option.name} of ${programName(declaration)}, got nothing`,
        { hint: `--${option.name}: ${option.help}` },
      );
    }
    resolved.set(key, found ?? { value: defaultOf(option), origin: "default" });
  }
  return resolved;
}

/** The options of a command, the global ones included. */
export function optionsOf(declaration: CommandDeclaration): readonly OptionDeclaration[] {
  return declaration.dropIn ? declaration.options : [...declaration.options, ...GLOBAL_OPTIONS];
}

/** The variable that sets an option: `text-column` is read from `CHEXBERT_TEXT_COLUMN`. */
export function variableName(option: OptionDeclaration): string {
  return `CHEXBERT_${option.name.replaceAll("-", "_").toUpperCase()}`;
}

function readConfigFiles(context: CliContext): readonly ConfigFile[] {
  const paths = [join(context.cwd, PROJECT_FILE_NAME), join(context.configFolder, USER_FILE_NAME)];
  return paths
    .map((path) => readConfigFile(path, context.commands))
    .filter((file) => file !== undefined);
}

function checkSection(file: ConfigFile, declaration: CommandDeclaration): void {
  const known = declaration.options.map((option) => optionKey(option.name));
  for (const key of Object.keys(file.sections[declaration.name] ?? {})) {
    if (!known.includes(key)) throw unknownKey(file.path, `${declaration.name}.${key}`, known);
  }
}

function fromFlag(option: OptionDeclaration, given: unknown): ResolvedOption | undefined {
  if (given === undefined) return undefined;
  return { value: readOptionValue(option, given, `--${option.name}`), origin: "flag" };
}

function fromEnvironment(
  option: OptionDeclaration,
  env: CliContext["env"],
): ResolvedOption | undefined {
  const name = variableName(option);
  const text = env[name];
  if (text === undefined) return undefined;
  return { value: readOptionValue(option, text, name), origin: name };
}

function fromFiles(
  option: OptionDeclaration,
  section: string,
  files: readonly ConfigFile[],
): ResolvedOption | undefined {
  const isGlobal = GLOBAL_OPTIONS.some((known) => known === option);
  const key = optionKey(option.name);
  for (const file of files) {
    const raw = isGlobal ? file.globals[option.name] : file.sections[section]?.[key];
    if (raw === undefined) continue;
    return { value: readOptionValue(option, raw, `"${key}" in ${file.path}`), origin: file.path };
  }
  return undefined;
}

function defaultOf(option: OptionDeclaration): unknown {
  if (option.kind === "flag") return option.default ?? false;
  if (option.kind === "text" && (option.repeatable || option.variadic)) return [];
  return option.default;
}
