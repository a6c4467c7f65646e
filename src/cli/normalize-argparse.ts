/**
 * @file The argument forms of Python's argparse, for the stand-ins of Python scripts.
 *
 * argparse takes `-d=x`, `-dx`, `-d x`, `--data=x`, `--data x` and unique prefixes such as `--da`;
 * commander takes only some of them, so every form is first rewritten to `--data=x`. An option
 * without its value stays as it is, and the parser refuses it.
 */
import { UsageError } from "../base/errors.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { CommandDeclaration, OptionDeclaration } from "./command.ts";

/** Rewrites arguments to one token per option and value. */
export function normalizeArgparse(
  declaration: CommandDeclaration,
  argv: readonly string[],
): readonly string[] {
  const tokens: string[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const token = argv[i] ?? "";
    if (!looksLikeFlag(token)) {
      tokens.push(token);
      continue;
    }
    const { option, attached } = findOption(declaration, token);
    if (option.kind === "flag") {
      tokens.push(`--${option.name}`);
      continue;
    }
    const values = attached === undefined ? followingValues(argv, i + 1, option) : [attached];
    if (attached === undefined) i += values.length;
    if (values.length === 0) throw missingValue(declaration, option);
    if (option.kind === "text" && option.variadic) tokens.push(`--${option.name}`, ...values);
    else tokens.push(...values.map((value) => `--${option.name}=${value}`));
  }
  return tokens;
}

interface FoundOption {
  readonly option: OptionDeclaration;
  /** The value in the same token. */
  readonly attached: string | undefined;
}

function findOption(declaration: CommandDeclaration, token: string): FoundOption {
  if (!token.startsWith("--")) return findShortOption(declaration, token);
  const equals = token.indexOf("=");
  const name = token.slice(2, equals < 0 ? undefined : equals);
  const attached = equals < 0 ? undefined : token.slice(equals + 1);
  const exact = declaration.options.find((option) => longNames(option).includes(name));
  if (exact !== undefined) return { option: exact, attached };
  const prefixed = declaration.options.filter((option) =>
    longNames(option).some((long) => long.startsWith(name)),
  );
  const [only] = prefixed;
  if (only !== undefined && prefixed.length === 1) return { option: only, attached };
  throw unknownOption(declaration, token, prefixed);
}

function longNames(option: OptionDeclaration): readonly string[] {
  return [option.name, ...(option.aliases ?? [])];
}

function findShortOption(declaration: CommandDeclaration, token: string): FoundOption {
  const option = declaration.options.find((known) => known.short === token[1]);
  const rest = token.slice(2);
  // `-data=x` would be the value "ata=x" for argparse; nobody means that.
  const longName = token.slice(1).split("=")[0] ?? "";
  const isLongName =
    1 < longName.length && declaration.options.some((known) => longNames(known).includes(longName));
  if (option === undefined || isLongName) throw unknownOption(declaration, token, []);
  if (rest === "") return { option, attached: undefined };
  return { option, attached: rest.startsWith("=") ? rest.slice(1) : rest };
}

function followingValues(
  argv: readonly string[],
  from: number,
  option: OptionDeclaration,
): readonly string[] {
  const rest = argv.slice(from);
  const end = rest.findIndex(looksLikeFlag);
  const values = end < 0 ? rest : rest.slice(0, end);
  return option.kind === "text" && option.variadic ? values : values.slice(0, 1);
}

/** argparse takes a negative number for a value, and a lone dash too. */
function looksLikeFlag(token: string): boolean {
  return token.startsWith("-") && token !== "-" && !/^-\d+(\.\d*)?$/.test(token);
}

function missingValue(declaration: CommandDeclaration, option: OptionDeclaration): UsageError {
  const message = `Expected a value after --${option.name}, got nothing`;
  return new UsageError("ARGUMENT_MISSING_VALUE", message, {
    hint: `${declaration.name} --help shows every option`,
  });
}

function unknownOption(
  declaration: CommandDeclaration,
  token: string,
  candidates: readonly OptionDeclaration[],
): UsageError {
  const names = (candidates.length === 0 ? declaration.options : candidates).map(
    (option) => `--${option.name}`,
  );
  const flag = /^--?[\w-]{1,40}/.exec(token)?.[0] ?? "other text";
  const near = nearestName(`--${flag.replace(/^-+/, "")}`, names);
  const message = `Expected an option of ${declaration.name}, got ${flag}`;
  return new UsageError("ARGUMENT_UNKNOWN_OPTION", message, {
    hint:
      candidates.length < 2 && near !== undefined
        ? `Use ${near}`
        : `Use one of ${names.join(", ")}`,
  });
}
