/**
 * @file Files written in one pass: under another name first, renamed when complete.
 */
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { RuntimeError } from "../base/errors.ts";

/** Appends bytes to the file being written. */
export type Append = (bytes: Uint8Array) => Promise<void>;

/** Writes a file through `fill`. After a failure the old file, if any, is still there. */
export async function writeWholeFile(
  path: string,
  fill: (append: Append) => Promise<void>,
): Promise<void> {
  const partial = `${path}.partial`;
  const handle = await open(partial, "w").catch((cause: unknown) => {
    throw notWritten(path, cause);
  });
  try {
    await fill((bytes) => appendAll(handle, path, bytes));
    await finish(handle, partial, path).catch((cause: unknown) => {
      throw notWritten(path, cause);
    });
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
}

/** Makes a folder and the folders above it, unless they are there. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw notWritten(path, cause);
  });
}

async function finish(handle: FileHandle, partial: string, path: string): Promise<void> {
  await handle.sync();
  await handle.close();
  await rename(partial, path);
}

async function appendAll(handle: FileHandle, path: string, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle
      .write(bytes, written, bytes.length - written)
      .catch((cause: unknown) => {
        throw notWritten(path, cause);
      });
    written += bytesWritten;
  }
}

function notWritten(path: string, cause: unknown): RuntimeError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "an error";
  const message = `Expected to write ${path}, got ${reason}`;
  if (reason === "ENOSPC" || reason === "EDQUOT") {
    return new RuntimeError("DISK_FULL", message, {
      hint: "Free space and run the same command again",
      place: { file: path },
      cause,
    });
  }
  return new RuntimeError("FILE_NOT_WRITABLE", message, {
    hint: "Check that the folder is there and may be written to",
    place: { file: path },
    cause,
  });
}
