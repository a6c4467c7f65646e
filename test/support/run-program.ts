/**
 * @file Runs the built program as a process of its own.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export const PROGRAM = join(import.meta.dirname, "../../bin/chexbert.js");

export interface ProgramResult {
  /** `null` when a signal ended the process. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs `chexbert ARGV` to its end. */
export async function runProgram(
  argv: readonly string[],
  { cwd, env = {}, onStart }: ProgramOptions,
): Promise<ProgramResult> {
  const child = spawn(process.execPath, [PROGRAM, ...argv], {
    cwd,
    // As in process: the rules, unless the test names a model.
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: cwd,
      ...(argv.includes("--checkpoint") ? {} : { CHEXBERT_ENGINE: "rules" }),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onStart?.(child);
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return {
    exitCode,
    stdout: Buffer.concat(chunks.stdout).toString("utf8"),
    stderr: Buffer.concat(chunks.stderr).toString("utf8"),
  };
}
