/**
 * @file One run of the program, in process: arguments and a context in, an exit code out.
 */
import { styleText } from "node:util";
import { UsageError } from "../base/errors.ts";
import type { Arguments, Command, CommandRow } from "./command.ts";
import type { CliContext, CommandContext, Settings } from "./context.ts";
import { withDiskErrors } from "./disk-errors.ts";
import { formatError, formatErrorJson, formatStack } from "./error-text.ts";
import { EXIT_CODES, type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { settingsFrom } from "./global-options.ts";
import { Interruption } from "./interruption.ts";
import { PACKAGE_VERSION } from "./package-version.ts";
import { showPathsAsTyped } from "./shown-paths.ts";

/** Runs a command and prints what went wrong, if anything did. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<ExitCode> {
  const early = earlySettings(argv, context);
  try {
    if (argv[0] === "help") return await runCli([...argv.slice(1), "--help"], context);
    const row = await findRow(argv, context.commands);
    if (row === undefined) return await runWithoutCommand(argv, context);
    const rest = argv.toSpliced(argv.indexOf(row.name), 1);
    return await runCommand(await row.load(), rest, context);
  } catch (error) {
    if (!(error instanceof Interruption)) reportError(error, { argv, settings: early }, context);
    return exitCodeOf(error);
  }
}

async function runWithoutCommand(argv: readonly string[], context: CliContext): Promise<ExitCode> {
  if (argv.includes("--version") || argv.includes("-V")) {
    await writeAll(context, `${PACKAGE_VERSION}\n`);
    return EXIT_CODES.done;
  }
  const unknown = argv.find((token) => !["--help", "-h", "--all"].includes(token));
  if (unknown !== undefined) {
    throw new UsageError("ARGUMENT_UNKNOWN_OPTION", "Expected a command, got only options", {
      hint: "chexbert --help lists the commands",
    });
  }
  const { formatProgramHelp } = await import("./help-text.ts");
  await writeAll(context, formatProgramHelp(context.commands));
  return EXIT_CODES.done;
}

async function runCommand(
  command: Command,
  argv: readonly string[],
  context: CliContext,
): Promise<ExitCode> {
  const { declaration } = command;
  const options = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined);
  if (options.includes("--help") || options.includes("-h")) {
    const { formatCommandHelp, formatFullCommandHelp } = await import("./help-text.ts");
    const isFull = options.includes("--all") || declaration.dropIn;
    await writeAll(context, (isFull ? formatFullCommandHelp : formatCommandHelp)(declaration));
    return EXIT_CODES.done;
  }
  const { parseArguments } = await import("./parse-arguments.ts");
  const { optionsOf, resolveOptions } = await import("./configuration/resolve-options.ts");
  const { normalizeArgparse } = await import("./normalize-argparse.ts");
  const tokens = declaration.dropIn
    ? normalizeArgparse(declaration, argv)
    : argv.filter((token, i) => token !== "--print-config" || options.length <= i);
  const parsed = parseArguments(declaration, optionsOf(declaration), tokens);
  const resolved = resolveOptions(declaration, parsed.given, context);
  const values = Object.fromEntries([...resolved].map(([key, option]) => [key, option.value]));
  // The declaration's types say what the parser has just built from the same declaration.
  const args = { operands: parsed.operands, options: values } as unknown as Arguments;
  if (!declaration.dropIn && options.includes("--print-config")) {
    const sections = await command.configuration?.(args, context);
    const shown = { [declaration.name]: values, ...sections };
    await writeAll(context, `${JSON.stringify(shown, undefined, 2)}\n`);
    return EXIT_CODES.done;
  }
  const settings = settingsFrom(values, context);
  return command.run(args, commandContext(context, settings, [declaration.name, ...argv]));
}

/** Finds the command among the arguments: the first word that is no option and no option's value. */
async function findRow(
  argv: readonly string[],
  commands: readonly CommandRow[],
): Promise<CommandRow | undefined> {
  const takesValue = ["--color", "--progress"];
  const at = argv.findIndex(
    (token, i) => !token.startsWith("-") && !takesValue.includes(argv[i - 1] ?? ""),
  );
  const word = argv[at];
  if (word === undefined) return undefined;
  const row = commands.find((known) => known.name === word);
  if (row !== undefined) return row;
  const names = commands.filter((known) => !known.hidden).map((known) => known.name);
  const { nearestName } = await import("../base/nearest-name.ts");
  const near = nearestName(word, names);
  const shown = /^[\w.-]{1,40}$/.test(word) ? `"${word}"` : "another word";
  throw new UsageError("ARGUMENT_UNKNOWN_COMMAND", `Expected a command, got ${shown}`, {
    hint: near === undefined ? "chexbert --help lists the commands" : `Use chexbert ${near}`,
  });
}

/** Settings for errors that come before the options are read. */
function earlySettings(argv: readonly string[], context: CliContext): Settings {
  const colorAt = argv.indexOf("--color");
  const color = argv.includes("--color=always") ? "always" : argv[colorAt + 1];
  return settingsFrom(
    {
      json: argv.includes("--json"),
      debug: argv.includes("--debug"),
      color: colorAt < 0 && color !== "always" ? "auto" : color,
    },
    context,
  );
}

function reportError(
  error: unknown,
  { argv, settings }: { readonly argv: readonly string[]; readonly settings: Settings },
  context: CliContext,
): void {
  const paint = (text: string) => (settings.colorOnStderr ? forced("red", text) : text);
  const text = settings.json ? formatErrorJson(error) : formatError(error, paint);
  context.stderr.write(showPathsAsTyped(text, context.cwd, argv));
  if (settings.debug) context.stderr.write(formatStack(error));
}

function commandContext(
  context: CliContext,
  settings: Settings,
  argv: readonly string[],
): CommandContext {
  const say = (text: string) => void context.stderr.write(text);
  const yellow = (text: string) => (settings.colorOnStderr ? forced("yellow", text) : text);
  return {
    ...context,
    settings,
    argv,
    write: (text) => writeAll(context, text),
    note: (message) => (settings.quiet ? undefined : say(`${message}\n`)),
    warn: (message) => (settings.quiet ? undefined : say(`${yellow("warning")}: ${message}\n`)),
    detail: (message) => (settings.verbose && !settings.quiet ? say(`${message}\n`) : undefined),
  };
}

function writeAll(context: CliContext, text: string): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    context.stdout.write(text, (error) => {
      if (!error) resolve();
      // A closed pipe is no failure: the edge ends the process, so nobody waits for this.
      else if (!("code" in error && error.code === "EPIPE")) reject(error);
    });
  });
  return withDiskErrors("standard output", () => written);
}

function forced(color: "red" | "yellow", text: string): string {
  return styleText(color, text, { validateStream: false });
}
