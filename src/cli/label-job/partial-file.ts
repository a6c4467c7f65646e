/**
 * @file A file that grows under another name and gets its own when it is whole.
 */
import { constants } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { withDiskErrors } from "../disk-errors.ts";

export interface PartialFile {
  readonly byteCount: number;
  append(content: string | Uint8Array): Promise<void>;
  /** Writes over the first bytes. */
  overwriteStart(bytes: Uint8Array): Promise<void>;
  /** Resolves when every byte so far is on the disk. */
  flush(): Promise<void>;
  /** Closes and gives the file its final name. */
  finish(): Promise<void>;
  close(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Opens the partial file of an output at a length; what lies beyond is cut off.
 *
 * @returns `undefined` when the file is shorter than that.
 */
export async function openPartialFile(
  finalPath: string,
  name: string,
  length: number,
): Promise<PartialFile | undefined> {
  const path = `${finalPath}.partial`;
  const file = await openForWriting(path, name);
  if ((await file.stat()).size < length) {
    await file.close();
    return undefined;
  }
  await file.truncate(length);
  let byteCount = length;
  return {
    get byteCount() {
      return byteCount;
    },
    async append(content) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      byteCount += await writeAll(file, bytes, byteCount, name);
    },
    async overwriteStart(bytes) {
      await writeAll(file, bytes, 0, name);
    },
    flush: () => withDiskErrors(name, () => file.datasync()),
    async finish() {
      await withDiskErrors(name, () => file.sync());
      await file.close();
      await withDiskErrors(name, () => rename(path, finalPath));
      await syncFolder(dirname(finalPath));
    },
    close: () => file.close(),
    async remove() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

async function openForWriting(path: string, name: string): Promise<FileHandle> {
  const flags = constants.O_RDWR | constants.O_CREAT;
  return withDiskErrors(name, () => open(path, flags, 0o666));
}

async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  position: number,
  name: string,
): Promise<number> {
  let written = 0;
  while (written < bytes.length) {
    const rest = bytes.subarray(written);
    const at = position + written;
    const { bytesWritten } = await withDiskErrors(name, () => file.write(rest, 0, rest.length, at));
    written += bytesWritten;
  }
  return written;
}

/** A new name is safe only when the folder is on the disk too; some systems cannot do that. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, "r");
    await handle.sync();
  } catch {
    // Windows and some network folders refuse; the rename itself has succeeded.
  }
}
