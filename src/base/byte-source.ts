/**
 * @file Random access to bytes, so that a file and memory look the same to every reader.
 *
 * A reader asks for ranges and never for "everything"; that is what lets a checkpoint of 1.3 GB
 * be opened in milliseconds. Ranges are checked here, once, against the size.
 */
import { FormatError } from "./errors.ts";

/** Bytes that can be read at any place: a file, memory or another store. */
export interface ByteSource {
  /** How messages name the source: the path as the user gave it. */
  readonly name: string;
  /** Where a native library can open the same bytes; `undefined` for bytes in memory. */
  readonly path: string | undefined;
  readonly size: number;
  /** Returns a fresh copy of the bytes at offset ... offset + length. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** Makes bytes in memory a source. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    path: undefined,
    size: bytes.length,
    async read(offset, length) {
      checkRange(name, bytes.length, { offset, length });
      // Not `slice`: that of a Buffer is a view into memory it shares with others.
      return new Uint8Array(bytes.subarray(offset, offset + length));
    },
    async close() {},
  };
}

/** Throws unless the range lies inside a source of `size` bytes. */
export function checkRange(
  name: string,
  size: number,
  range: { readonly offset: number; readonly length: number },
): void {
  const { offset, length } = range;
  const isWhole = Number.isSafeInteger(offset) && Number.isSafeInteger(length);
  if (isWhole && 0 <= offset && 0 <= length && offset + length <= size) return;
  throw new FormatError(
    "FILE_TRUNCATED",
    `Expected ${length} bytes at offset ${offset} of ${name}, got a file of ${size} bytes`,
    {
      hint: "The file is cut short or damaged: compare its size and SHA-256 with the original",
      place: { file: name, byteOffset: offset },
    },
  );
}
