/**
 * @file The `.pth` container of PyTorch 1.6 and later: a zip archive [chexbert.md §7.3].
 *
 * `NAME/data.pkl` is the pickle, `NAME/data/KEY` the bytes of storage KEY, `NAME/byteorder` says
 * "little" in newer files. NAME is arbitrary.
 */
import type { Entry } from "yauzl";
import type { ByteSource } from "../../base/byte-source.ts";
import { FormatError } from "../../base/errors.ts";
import { printableName } from "../../base/printable-name.ts";
import { MAX_PICKLE_BYTES, parsePickle } from "./pickle.ts";
import type { TorchFile } from "./torch-file.ts";
import { openZipArchive, type ZipArchive } from "./zip-archive.ts";

/** Opens a zip checkpoint: reads the directory and the pickle, no storage. */
export async function openZipCheckpoint(source: ByteSource): Promise<TorchFile> {
  const archive = await openZipArchive(source);
  const folder = findFolder(source, archive);
  await checkByteOrder(source, archive, folder);
  const pickle = await readEntry(source, archive, {
    name: `${folder}data.pkl`,
    maxBytes: MAX_PICKLE_BYTES,
  });
  return {
    container: "torch-zip",
    root: parsePickle(source.name, pickle).value,
    async locateStorage(storage) {
      const entry = storedEntry(source, archive, `${folder}data/${storage.key}`);
      return {
        byteOffset: await archive.dataOffset(entry),
        byteLength: entry.uncompressedSize,
      };
    },
  };
}

function findFolder(source: ByteSource, archive: ZipArchive): string {
  const names = [...archive.entries.keys()].filter((name) => /^(?:[^/]+\/)?data\.pkl$/.test(name));
  if (names.length === 1) return names[0]?.slice(0, -"data.pkl".length) ?? "";
  throw wrong(source, "one entry data.pkl", String(names.length));
}

async function checkByteOrder(
  source: ByteSource,
  archive: ZipArchive,
  folder: string,
): Promise<void> {
  const name = `${folder}byteorder`;
  if (!archive.entries.has(name)) return;
  const bytes = await readEntry(source, archive, { name, maxBytes: 16 });
  if (new TextDecoder().decode(bytes) !== "little") throw bigEndian(source.name);
}

/** The error for files of big-endian machines. */
export function bigEndian(fileName: string): FormatError {
  return new FormatError(
    "TORCH_BYTE_ORDER",
    `Expected little-endian values in ${fileName}, got another byte order`,
    { hint: "Load and save the file on a little-endian machine", place: { file: fileName } },
  );
}

async function readEntry(
  source: ByteSource,
  archive: ZipArchive,
  wanted: { readonly name: string; readonly maxBytes: number },
): Promise<Uint8Array> {
  const entry = storedEntry(source, archive, wanted.name);
  if (wanted.maxBytes < entry.uncompressedSize) {
    throw wrong(
      source,
      `at most ${wanted.maxBytes} bytes in ${printableName(wanted.name)}`,
      String(entry.uncompressedSize),
    );
  }
  return source.read(await archive.dataOffset(entry), entry.uncompressedSize);
}

function storedEntry(source: ByteSource, archive: ZipArchive, name: string): Entry {
  const entry = archive.entries.get(name);
  if (entry === undefined) throw wrong(source, `an entry ${printableName(name)}`, "none");
  const isStored = entry.compressionMethod === 0 && entry.compressedSize === entry.uncompressedSize;
  if (!isStored || entry.isEncrypted()) {
    throw wrong(
      source,
      `entry ${printableName(name)} stored as it is`,
      "compressed or encrypted bytes",
    );
  }
  return entry;
}

function wrong(source: ByteSource, expected: string, got: string): FormatError {
  return new FormatError("TORCH_ZIP_FORMAT", `Expected ${expected} in ${source.name}, got ${got}`, {
    hint: "Write the file again with torch.save",
    place: { file: source.name },
  });
}
