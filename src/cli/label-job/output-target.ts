import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../../base/errors.ts";

/** Where labels go. Only a regular file can appear as a whole and be resumed. */
export type OutputTarget =
  | { readonly kind: "stdout" }
  | { readonly kind: "file"; readonly path: string; readonly name: string }
  | { readonly kind: "device"; readonly path: string; readonly name: string };

/** Finds out what `-o` names; nothing and `-` mean standard output. */
export async function outputTarget(output: string | undefined, cwd: string): Promise<OutputTarget> {
  if (output === undefined || output === "-") return { kind: "stdout" };
  const path = resolve(cwd, output);
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) {
    throw new UsageError(
      "OUTPUT_IS_FOLDER",
      `Expected a file name for the output, got the folder ${output}`,
      { hint: "Name a file in it" },
    );
  }
  const isFile = stats === undefined || stats.isFile();
  return { kind: isFile ? "file" : "device", path, name: output };
}
