/**
 * @file Where the bytes of a table come from: the one file of this room that touches files.
 */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { FormatError, RuntimeError } from "../base/errors.ts";

export interface ReportSource {
  /** How messages name it: a path as the user gave it, or `stdin`. */
  readonly name: string;
  /** Bytes in all; `undefined` for a stream. */
  readonly byteCount: number | undefined;
  /** Reads from a byte on; a stream can be read once, from 0. */
  read(fromByte: number): AsyncIterable<Uint8Array>;
}

/** Makes a source of a file; checks that the path names something that can be read. */
export async function openFileSource(path: string, name: string = path): Promise<ReportSource> {
  await using file = await openFile(path, name);
  const stats = await file.stat();
  if (stats.isDirectory()) {
    throw new FormatError("FILE_IS_FOLDER", `Expected a file at ${name}, got a folder`, {
      hint: "Name one file of the folder",
      place: { file: name },
    });
  }
  // A pipe or a device has no size and cannot be read twice.
  const isRegular = stats.isFile();
  return {
    name,
    byteCount: isRegular ? stats.size : undefined,
    read: (fromByte) => createReadStream(path, isRegular ? { start: fromByte } : {}),
  };
}

/** Makes a source of bytes that come once, such as standard input. */
export function streamSource(stream: AsyncIterable<Uint8Array>, name: string): ReportSource {
  return { name, byteCount: undefined, read: () => stream };
}

async function openFile(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new FormatError("FILE_NOT_FOUND", `Expected a file at ${name}, got nothing`, {
        hint: "Check the path",
        place: { file: name },
        cause,
      });
    }
    throw new RuntimeError("FILE_NOT_READABLE", `Expected to read ${name}, got ${code}`, {
      hint: "Check the permissions of the file and of its folders",
      place: { file: name },
      cause,
    });
  }
}
