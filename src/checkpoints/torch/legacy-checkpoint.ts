/**
 * @file The `.pth` container of PyTorch before 1.6: pickles and storages in sequence [chexbert.md §7.3].
 *
 * Magic number, protocol version, system facts, the value, the list of storage keys, then for each
 * key an element count and the raw bytes. Storages are not aligned.
 */
import type { ByteSource } from "../../base/byte-source.ts";
import { FormatError } from "../../base/errors.ts";
import { DTYPE_BYTES, type TensorDtype } from "../tensor-info.ts";
import { MAX_PICKLE_BYTES, parsePickle } from "./pickle.ts";
import { isKind, type PickleValue, sequenceItems } from "./pickle-value.ts";
import { parseStorage, wrong } from "./storage.ts";
import type { StorageLocation, TorchFile } from "./torch-file.ts";
import { bigEndian } from "./zip-checkpoint.ts";

const MAGIC_NUMBER = 0x1950a86a20f9469cfc6cn;
const PROTOCOL_VERSION = 1001;

/** Opens a legacy checkpoint: reads the pickles, and of the storages only their counts. */
export async function openLegacyCheckpoint(source: ByteSource): Promise<TorchFile> {
  const head = await source.read(0, Math.min(source.size, MAX_PICKLE_BYTES));
  const magic = parsePickle(source.name, head);
  if (magic.value !== MAGIC_NUMBER) throw notLegacy(source.name, "another first value");
  const version = parsePickle(source.name, head, magic.end);
  if (version.value !== PROTOCOL_VERSION) throw notLegacy(source.name, "another protocol version");
  const system = parsePickle(source.name, head, version.end);
  if (!(system.value instanceof Map)) throw notLegacy(source.name, "no system facts");
  if (system.value.get("little_endian") !== true) throw bigEndian(source.name);
  const root = parsePickle(source.name, head, system.end);
  const keys = parsePickle(source.name, head, root.end);
  const storages = await locateStorages(source, {
    keys: parseKeys(source.name, keys.value),
    dtypes: storageDtypes(source.name, root.value),
    start: keys.end,
  });
  return {
    container: "torch-legacy",
    root: root.value,
    async locateStorage(storage) {
      const location = storages.get(storage.key);
      if (location === undefined)
        throw wrong(source.name, "every storage in the key list", "one less");
      return location;
    },
  };
}

function notLegacy(fileName: string, got: string): FormatError {
  return new FormatError(
    "CHECKPOINT_UNKNOWN_CONTAINER",
    `Expected a PyTorch checkpoint at ${fileName}, got a pickle with ${got}`,
    { hint: "Nothing was executed; save the model with torch.save", place: { file: fileName } },
  );
}

function parseKeys(fileName: string, value: PickleValue): string[] {
  if (!Array.isArray(value)) throw wrong(fileName, "a list of storage keys", "another value");
  return value.map((key) => {
    if (typeof key === "object") throw wrong(fileName, "texts as storage keys", "another value");
    return String(key);
  });
}

/**
 * The element type of every storage, found by walking the whole value once: the storages follow
 * each other, so the sizes of all of them are needed, Adam's included.
 */
function storageDtypes(fileName: string, root: PickleValue): Map<string, TensorDtype> {
  const dtypes = new Map<string, TensorDtype>();
  const seen = new Set<PickleValue>();
  const waiting: PickleValue[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isKind(value, "reference")) {
      const { key, dtype } = parseStorage(fileName, value);
      if ((dtypes.get(key) ?? dtype) !== dtype) {
        throw wrong(fileName, "one element type per storage", "two");
      }
      dtypes.set(key, dtype);
    } else {
      for (const item of innerValues(value)) waiting.push(item);
    }
  }
  return dtypes;
}

function innerValues(value: PickleValue): Iterable<PickleValue> {
  if (value instanceof Map) return value.values();
  if (isKind(value, "call")) return value.arguments;
  return sequenceItems(value) ?? [];
}

async function locateStorages(
  source: ByteSource,
  layout: {
    readonly keys: readonly string[];
    readonly dtypes: ReadonlyMap<string, TensorDtype>;
    readonly start: number;
  },
): Promise<Map<string, StorageLocation>> {
  const storages = new Map<string, StorageLocation>();
  let offset = layout.start;
  for (const key of layout.keys) {
    const dtype = layout.dtypes.get(key);
    if (dtype === undefined || storages.has(key)) {
      throw wrong(source.name, "every storage key once and in use", "another key");
    }
    const count = new DataView((await source.read(offset, 8)).buffer).getBigUint64(0, true);
    const byteLength = Number(count) * DTYPE_BYTES[dtype];
    if (source.size - offset - 8 < byteLength) {
      throw new FormatError(
        "TORCH_STORAGE_OUT_OF_RANGE",
        `Expected a storage of ${byteLength} bytes at offset ${offset} of ${source.name}, got a file of ${source.size} bytes`,
        {
          hint: "The file is cut short: compare its size and SHA-256 with the original",
          place: { file: source.name, byteOffset: offset },
        },
      );
    }
    storages.set(key, { byteOffset: offset + 8, byteLength });
    offset += 8 + byteLength;
  }
  return storages;
}
