/**
 * @file `SHA256SUMS` of a model folder: every file but itself, in name order.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256OfFile } from "../../src/checkpoints/file-source.ts";

const NAME = "SHA256SUMS";

/** Writes the checksums of the files in a folder. */
export async function writeChecksums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const file of filesOf(folder, "flat")) {
    if (file !== NAME) lines.push(`${await sha256OfFile(join(folder, file))}  ${file}\n`);
  }
  writeFileSync(join(folder, NAME), lines.join(""));
}

/** One checksum for everything in a folder and below: names and contents. */
export function sha256OfFolder(folder: string): string {
  const hash = createHash("sha256");
  for (const file of filesOf(folder, "deep")) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(folder: string, depth: "flat" | "deep"): readonly string[] {
  const entries = readdirSync(folder, { recursive: depth === "deep", withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
