/**
 * @file Checksums of folders: what changed, and what a model folder holds.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKSUMS_FILE, writeChecksums } from "../../src/checkpoints/write-checksums.ts";

/** Writes `SHA256SUMS` anew: every file of the folder but itself, in name order. */
export async function refreshChecksums(folder: string): Promise<void> {
  const files = filesOf(folder, "flat").filter((file) => file !== CHECKSUMS_FILE);
  await writeChecksums(folder, files);
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
