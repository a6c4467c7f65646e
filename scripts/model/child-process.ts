/**
 * @file Runs other programs with their messages on our standard error.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs a program to its end. @throws when it ends with anything but 0. */
export async function runProcess(program: string, argv: readonly string[]): Promise<void> {
  const child = spawn(program, argv, { stdio: ["ignore", 2, 2] });
  const end = await new Promise<number | string | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (end !== 0) throw new Error(`Expected ${program} ${argv[0]} … to end with 0, got ${end}`);
}

/** Runs `chexbert ARGV` of the built package in `root`. */
export async function runChexbert(root: string, argv: readonly string[]): Promise<void> {
  await runProcess(process.execPath, [join(root, "bin/chexbert.js"), ...argv]);
}
