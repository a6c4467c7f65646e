/**
 * @file `SHA256SUMS` of a model folder, as `sha256sum --check` reads it.
 */
import { join } from "node:path";
import { sha256OfFile } from "./file-source.ts";
import { writeWholeFile } from "./write-file.ts";

export const CHECKSUMS_FILE = "SHA256SUMS";

/** Writes the checksums of files of a folder, in the order given. */
export async function writeChecksums(folder: string, files: readonly string[]): Promise<void> {
  const lines: string[] = [];
  for (const file of files) lines.push(`${await sha256OfFile(join(folder, file))}  ${file}\n`);
  await writeWholeFile(join(folder, CHECKSUMS_FILE), (append) =>
    append(new TextEncoder().encode(lines.join(""))),
  );
}
