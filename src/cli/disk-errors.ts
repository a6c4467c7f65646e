/**
 * @file What the system says when something cannot be written, in our words.
 */
import { ChexbertError, RuntimeError, UsageError } from "../base/errors.ts";

/** Runs a file operation and says in our words what failed. */
export async function withDiskErrors<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw diskError(error, name);
  }
}

function diskError(cause: unknown, name: string): unknown {
  if (cause instanceof ChexbertError) return cause;
  if (!(cause instanceof Error && "code" in cause)) return cause;
  const code = String(cause.code);
  const place = { file: name };
  if (code === "ENOENT" || code === "ENOTDIR") {
    const message = `Expected a folder for ${name}, got none`;
    return new UsageError("OUTPUT_NO_FOLDER", message, {
      hint: "Make the folder first",
      place,
      cause,
    });
  }
  if (code === "EISDIR") {
    const message = `Expected a file name for the output, got the folder ${name}`;
    return new UsageError("OUTPUT_IS_FOLDER", message, { hint: "Name a file in it", place, cause });
  }
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    const message = `Expected room on the disk for ${name}, got none`;
    return new RuntimeError("DISK_FULL", message, {
      hint: "Free space and run again, with --resume where the command has it",
      place,
      cause,
    });
  }
  const message = `Expected to write ${name}, got ${code}`;
  return new RuntimeError("FILE_NOT_WRITABLE", message, {
    hint: "Check the permissions of the file and of its folder",
    place,
    cause,
  });
}
