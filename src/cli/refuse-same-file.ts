import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../base/errors.ts";

/** Refuses an output that is the input, also by another name: a run would destroy its own input. */
export async function refuseSameFile(inputPath: string, outputPath: string): Promise<void> {
  const [input, output] = await Promise.all(
    [inputPath, outputPath].map((path) => stat(path).catch(() => undefined)),
  );
  if (input === undefined || output === undefined) return;
  // Two names of a device are no file that could be lost.
  if (!output.isFile()) return;
  // Links to one file have one number; some systems know no numbers, so paths count as well.
  const isSameNumber = input.ino !== 0 && input.ino === output.ino && input.dev === output.dev;
  const isSamePath = (await realpath(inputPath)) === (await realpath(outputPath));
  if (!isSameNumber && !isSamePath) return;
  throw new UsageError("OUTPUT_IS_INPUT", "Expected another file for the output, got the input", {
    hint: "Choose another name for the output",
  });
}

/**
 * Refuses a page that would take the place of a file the command reads, before it works for
 * hours. What the user left out is `undefined`.
 */
export async function refusePageOverInput(
  page: string | undefined,
  inputs: readonly (string | undefined)[],
  cwd: string,
): Promise<void> {
  if (page === undefined) return;
  for (const input of inputs) {
    if (input !== undefined) await refuseSameFile(resolve(cwd, input), resolve(cwd, page));
  }
}
