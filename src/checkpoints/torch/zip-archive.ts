/**
 * @file The adapter to yauzl: entries of a zip archive and where their bytes start.
 *
 * PyTorch stores its entries without compression, so the bytes of a tensor can be read, or used by
 * a native library, where they lie. The directory at the end of the file is read in one piece.
 */
import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from "yauzl";
import type { ByteSource } from "../../base/byte-source.ts";
import { FormatError } from "../../base/errors.ts";
import { printableName } from "../../base/printable-name.ts";

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Returns where the stored bytes of an entry start. */
  dataOffset(entry: Entry): Promise<number>;
}

/** Far above the three storages per parameter of any BERT, far below what would cost seconds. */
const MAX_ENTRIES = 20_000;

/** Holds the directory of a checkpoint with Adam state about twenty times. */
const TAIL_BYTES = 1 << 20;

/** Reads the directory of a zip archive. */
export async function openZipArchive(source: ByteSource): Promise<ZipArchive> {
  const tailStart = Math.max(0, source.size - TAIL_BYTES);
  const tail = await source.read(tailStart, source.size - tailStart);
  const reader = new SourceReader(source, { start: tailStart, bytes: tail });
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: false };
    fromRandomAccessReader(reader, source.size, options, (error, file) =>
      error ? reject(damaged(source, error.message, error)) : resolve(file),
    );
  });
  if (MAX_ENTRIES < zip.entryCount) {
    throw damaged(source, `${zip.entryCount} entries`);
  }
  return {
    entries: await readEntries(source, zip),
    dataOffset: (entry) =>
      new Promise((resolve, reject) => {
        zip.readLocalFileHeader(entry, { minimal: true }, (error, header) =>
          error ? reject(damaged(source, error.message, error)) : resolve(header.fileDataStart),
        );
      }),
  };
}

function readEntries(source: ByteSource, zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on("error", (error: Error) => reject(damaged(source, error.message, error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      if (entries.has(entry.fileName)) {
        reject(damaged(source, `entry "${printableName(entry.fileName)}" twice`));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function damaged(source: ByteSource, got: string, cause?: Error): FormatError {
  return new FormatError(
    "TORCH_ZIP_FORMAT",
    `Expected a zip archive as torch.save writes it at ${source.name}, got ${got}`,
    {
      hint: "The file is cut short or damaged: compare its size and SHA-256 with the original",
      place: { file: source.name },
      ...(cause === undefined ? {} : { cause }),
    },
  );
}

/** Lets yauzl read from a {@link ByteSource}; ranges inside the tail need no system call. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  readonly #tail: { readonly start: number; readonly bytes: Uint8Array };

  constructor(source: ByteSource, tail: { readonly start: number; readonly bytes: Uint8Array }) {
    super();
    this.#source = source;
    this.#tail = tail;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const { start, bytes } = this.#tail;
    if (start <= position && position + length <= start + bytes.length) {
      buffer.set(bytes.subarray(position - start, position - start + length), offset);
      // Later, as a file would: yauzl may not be called back before it returns.
      setImmediate(callback, null);
      return;
    }
    this.#source.read(position, length).then((read) => {
      buffer.set(read, offset);
      callback(null);
    }, callback);
  }

  /** Only opening a compressed entry streams, and those are refused; yauzl wants the method. */
  override _readStreamForRange(start: number, end: number): Readable {
    const source = this.#source;
    return Readable.from(
      (async function* () {
        yield await source.read(start, end - start);
      })(),
    );
  }
}
