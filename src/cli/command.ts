/**
 * @file What a command is: a declaration as data, and a function that does the work.
 *
 * Parser, help, completion, configuration and `docs/reference/cli.md` all come from the
 * declaration. To add a command: write `commands/NAME.ts` that exports `command`, made with
 * {@link defineCommand}, and add its row to `command-table.ts`. Heavy modules are imported inside
 * of `run`, so that `--help` stays fast. (Not in a function with `await using`: TypeScript 6 leaves
 * the extension of an `import()` there as `.ts`, and the built program does not find the file.)
 */
import type { CliContext, CommandContext } from "./context.ts";
import type { ExitCode } from "./exit-codes.ts";

export interface OperandDeclaration {
  /** Key in `operands`, in camelCase. */
  readonly name: string;
  /** How help shows it, for example `IN`. */
  readonly placeholder: string;
  readonly help: string;
  readonly required?: boolean;
  readonly variadic?: boolean;
  readonly choices?: readonly string[];
}

interface OptionBase {
  /** The long flag without dashes, for example `text-column`; `textColumn` is its key. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** Other long names, for stand-ins of scripts whose flags changed their names. */
  readonly aliases?: readonly string[];
  readonly help: string;
  /** Shown by `--help`; the others only by `--help --all`. At most five per command. */
  readonly frequent?: boolean;
  /** A run without this option is a usage error. */
  readonly required?: boolean;
}

export interface FlagOption extends OptionBase {
  readonly kind: "flag";
  /** A flag that is on by default is switched off with `--no-NAME`. */
  readonly default?: boolean;
}

export interface TextOption extends OptionBase {
  readonly kind: "text";
  /** How help shows the value, for example `FILE`. */
  readonly value: string;
  readonly default?: string;
  /** May be given several times; its value is a list. */
  readonly repeatable?: boolean;
  /** Takes several values in one go: `--names a b c`; its value is a list. */
  readonly variadic?: boolean;
}

export interface NumberOption extends OptionBase {
  readonly kind: "integer" | "number";
  readonly value: string;
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface ChoiceOption extends OptionBase {
  readonly kind: "choice";
  readonly choices: readonly string[];
  readonly default?: string;
}

export type OptionDeclaration = FlagOption | TextOption | NumberOption | ChoiceOption;

export interface Example {
  readonly line: string;
  readonly help: string;
}

export interface CommandDeclaration {
  readonly name: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  /** More for `--help --all` and the reference; may have several paragraphs. */
  readonly description?: string;
  readonly operands: readonly OperandDeclaration[];
  readonly options: readonly OptionDeclaration[];
  /** Three; at least one runs without weights. */
  readonly examples: readonly Example[];
  /** A stand-in for a Python script: arguments follow argparse, and no option of ours is added. */
  readonly dropIn?: boolean;
}

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

type OperandValue<O extends OperandDeclaration> = O extends { readonly variadic: true }
  ? readonly string[]
  : O extends { readonly required: true }
    ? string
    : string | undefined;

type Plain<O extends OptionDeclaration> = O extends NumberOption
  ? number
  : O extends ChoiceOption
    ? O["choices"][number]
    : string;

type OptionValue<O extends OptionDeclaration> = O extends FlagOption
  ? boolean
  : O extends { readonly repeatable: true } | { readonly variadic: true }
    ? readonly string[]
    : O extends { readonly required: true } | { readonly default: string | number }
      ? Plain<O>
      : Plain<O> | undefined;

/** The values of a run, typed by the declaration. */
export interface Arguments<D extends CommandDeclaration = CommandDeclaration> {
  readonly operands: {
    readonly [O in D["operands"][number] as O["name"]]: OperandValue<O>;
  };
  readonly options: {
    readonly [O in D["options"][number] as CamelCase<O["name"]>]: OptionValue<O>;
  };
}

/** What the list of commands knows of one; the rest is loaded with it. */
export interface CommandRow {
  readonly name: string;
  readonly summary: string;
  /** A stand-in for the script of another project, with the arguments of that script. */
  readonly dropIn?: boolean;
  /** Part of the machinery: not listed in help. */
  readonly hidden?: boolean;
  load(): Promise<Command>;
}

export interface Command {
  readonly declaration: CommandDeclaration;
  run(args: Arguments, context: CommandContext): Promise<ExitCode>;
  /** What `--print-config` shows besides the options, by section. */
  readonly configuration: CommandConfiguration<CommandDeclaration> | undefined;
}

/** Works out settings that several options make together. */
export type CommandConfiguration<D extends CommandDeclaration> = (
  args: Arguments<D>,
  context: CliContext,
) => Promise<Readonly<Record<string, unknown>>>;

/** Ties a declaration to its function and gives the function typed arguments. */
export function defineCommand<const D extends CommandDeclaration>(
  declaration: D,
  run: (args: Arguments<D>, context: CommandContext) => Promise<ExitCode>,
  configuration?: CommandConfiguration<D>,
): Command {
  // The parser builds the values from this same declaration, so the types hold.
  return {
    declaration,
    run: run as Command["run"],
    configuration: configuration as Command["configuration"],
  };
}

/** What a user types to run a command: stand-ins are programs of their own. */
export function programName({ name, dropIn }: CommandDeclaration): string {
  return dropIn ? name : `chexbert ${name}`;
}

/** Returns the key of an option: `text-column` becomes `textColumn`. */
export function optionKey(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
