/**
 * @file The adapter between files on disk and {@link ByteSource}.
 *
 * Only regular files are opened: a device such as `/dev/zero` has no end, and opening a pipe waits
 * for a writer that may never come.
 */
import { createHash } from "node:crypto";
import { createReadStream, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { type ByteSource, checkRange } from "../base/byte-source.ts";
import { FormatError } from "../base/errors.ts";

/** Opens a regular file for reading by ranges. */
export async function openFileSource(path: string): Promise<ByteSource> {
  await statFile(path);
  const handle = await open(path, "r").catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  const { size } = await handle.stat();
  return {
    name: path,
    path,
    size,
    async read(offset, length) {
      checkRange(path, size, { offset, length });
      return readFully(handle, path, { offset, length });
    },
    async close() {
      await handle.close();
    },
  };
}

/** Returns whether the path is a folder; throws when there is nothing to read at all. */
export async function isFolder(path: string): Promise<boolean> {
  return (await statPath(path)).isDirectory();
}

/** Computes the SHA-256 of a file, in hexadecimal, without holding the file in memory. */
export async function sha256OfFile(path: string): Promise<string> {
  await statFile(path);
  const hash = createHash("sha256");
  // Blocks of 4 MB keep the disk busy; larger ones gain nothing.
  for await (const block of createReadStream(path, { highWaterMark: 4 << 20 })) hash.update(block);
  return hash.digest("hex");
}

async function statFile(path: string): Promise<Stats> {
  const stats = await statPath(path);
  if (stats.isFile()) return stats;
  throw new FormatError(
    "CHECKPOINT_NOT_A_FILE",
    `Expected a regular file at ${path}, got ${stats.isDirectory() ? "a folder" : "a device, pipe or socket"}`,
    { hint: "Give the path of a checkpoint file or model folder", place: { file: path } },
  );
}

async function statPath(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): FormatError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "an error";
  if (reason === "ENOENT" || reason === "ENOTDIR") {
    return new FormatError(
      "CHECKPOINT_NOT_FOUND",
      `Expected a file at ${path}, got nothing there`,
      {
        hint: "Check the path; this package ships no weights and downloads none",
        place: { file: path },
        cause,
      },
    );
  }
  return new FormatError(
    "CHECKPOINT_UNREADABLE",
    `Expected a readable file at ${path}, got ${reason}`,
    { hint: "Check the permissions of the file", place: { file: path }, cause },
  );
}

async function readFully(
  handle: FileHandle,
  path: string,
  range: { readonly offset: number; readonly length: number },
): Promise<Uint8Array<ArrayBuffer>> {
  // Not pooled: the buffer starts at offset 0 of its own memory, so typed views need no copy.
  const bytes = Buffer.allocUnsafeSlow(range.length);
  let filled = 0;
  while (filled < range.length) {
    const { bytesRead } = await handle.read(
      bytes,
      filled,
      range.length - filled,
      range.offset + filled,
    );
    if (bytesRead === 0) {
      // The file shrank while it was open.
      checkRange(path, range.offset + filled, range);
    }
    filled += bytesRead;
  }
  return bytes;
}
