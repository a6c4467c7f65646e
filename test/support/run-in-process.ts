/**
 * @file Runs a command in process, with buffers for streams and a temporary folder as its place.
 */
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { CommandRow } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/command-table.ts";
import type { TerminalFacts } from "../../src/cli/context.ts";
import { runCli } from "../../src/cli/main.ts";

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly terminal?: Partial<TerminalFacts>;
  readonly commands?: readonly CommandRow[];
}

export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `chexbert ARGV`. */
export async function runInProcess(
  argv: readonly string[],
  options: RunOptions,
): Promise<RunResult> {
  const stdout = collector();
  const stderr = collector();
  const exitCode = await runCli(argv, {
    stdin: Readable.from([Buffer.from(options.stdin ?? "")]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd: options.cwd,
    // The rules answer in milliseconds; tests of a model name it.
    env: {
      ...(argv.includes("--checkpoint") ? {} : { CHEXBERT_ENGINE: "rules" }),
      ...options.env,
    },
    signal: options.signal ?? new AbortController().signal,
    terminal: {
      stdinIsTerminal: false,
      stdoutIsTerminal: false,
      stderrIsTerminal: false,
      columns: 80,
      ...options.terminal,
    },
    now: () => 0,
    configFolder: join(options.cwd, "user-config"),
    commands: options.commands ?? COMMANDS,
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): { readonly stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, callback) {
      chunks.push(chunk);
      callback();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
