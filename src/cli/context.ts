/**
 * @file Everything a command may touch outside of itself.
 *
 * `process-context.ts` makes one from the process; tests make one from buffers and a folder, and
 * so run commands in process.
 */
import type { Readable, Writable } from "node:stream";
import type { CommandRow } from "./command.ts";

/** What the entry point knows before any argument is read. */
export interface CliContext {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted with an `Interruption` on Ctrl-C. */
  readonly signal: AbortSignal;
  readonly terminal: TerminalFacts;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Folder of the user's configuration file. */
  readonly configFolder: string;
  /** Every command there is. */
  readonly commands: readonly CommandRow[];
}

export interface TerminalFacts {
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Width in characters. */
  readonly columns: number;
}

export type ProgressStyle = "bar" | "plain" | "json" | "none";

/** What the options that every command has come to. */
export interface Settings {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly debug: boolean;
  readonly colorOnStdout: boolean;
  readonly colorOnStderr: boolean;
  readonly progress: ProgressStyle;
}

/** The context as a command sees it. */
export interface CommandContext extends CliContext {
  readonly settings: Settings;
  /** The arguments of this run as given, the command's name first. */
  readonly argv: readonly string[];
  /** Writes results to stdout; resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Says something on stderr, unless `--quiet`. */
  note(message: string): void;
  /** Says on stderr that something may be wrong, unless `--quiet`. */
  warn(message: string): void;
  /** Says something on stderr with `--verbose` only. */
  detail(message: string): void;
}
