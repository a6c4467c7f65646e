/**
 * @file The edge: the running process as a context, and an exit code as the process's end.
 */
import envPaths from "env-paths";
import { COMMANDS } from "./command-table.ts";
import type { CliContext } from "./context.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { Interruption } from "./interruption.ts";
import { runCli } from "./main.ts";

/** Runs the program with the arguments of this process. */
export async function runProcess(argv: readonly string[]): Promise<void> {
  const context = processContext();
  process.stdout.on("error", endQuietlyOnClosedPipe);
  process.stderr.on("error", endQuietlyOnClosedPipe);
  process.exitCode = await runCli(argv, context);
}

function processContext(): CliContext {
  const controller = new AbortController();
  for (const signalName of ["SIGINT", "SIGTERM"] as const) {
    process.on(signalName, () => {
      // The first one lets the batch at work finish; a second one does not wait.
      if (controller.signal.aborted) process.exit(EXIT_CODES.interrupted);
      controller.abort(new Interruption(signalName));
    });
  }
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    signal: controller.signal,
    terminal: {
      stdinIsTerminal: process.stdin.isTTY === true,
      stdoutIsTerminal: process.stdout.isTTY === true,
      stderrIsTerminal: process.stderr.isTTY === true,
      columns: process.stdout.columns ?? 80,
    },
    now: Date.now,
    configFolder: envPaths("chexbert", { suffix: "" }).config,
    commands: COMMANDS,
  };
}

/** `chexbert … | head` closes the pipe early: that is no failure. Others reach who was writing. */
function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(EXIT_CODES.done);
}
