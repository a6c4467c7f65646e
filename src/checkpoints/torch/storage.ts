/**
 * @file From persistent ids to storages, and from rebuild calls to tensors.
 */
import { FormatError } from "../../base/errors.ts";
import { DTYPE_BYTES, elementCount, spannedElements, type TensorDtype } from "../tensor-info.ts";
import { REBUILD_PARAMETER, REBUILD_TENSOR, STORAGE_DTYPES } from "./pickle-globals.ts";
import { isKind, type PickleValue, sequenceItems } from "./pickle-value.ts";

/** A storage as the pickle names it: a run of elements of one type. */
export interface StorageReference {
  readonly key: string;
  readonly dtype: TensorDtype;
  readonly elementCount: number;
  /** First element of a view into the storage; 0 but in files of very old versions. */
  readonly viewOffset: number;
}

/** A tensor as the pickle describes it. */
export interface TorchTensor {
  readonly storage: StorageReference;
  /** First element, counted from the start of the storage. */
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** More axes than any tensor of BERT has; a bound for hostile shapes. */
const MAX_AXES = 8;

/** Returns the tensor that a value describes; `undefined` when the value is no tensor. */
export function parseTensor(
  fileName: string,
  value: PickleValue | undefined,
): TorchTensor | undefined {
  if (!isKind(value, "call")) return undefined;
  if (value.function === REBUILD_PARAMETER) {
    const [inner] = value.arguments;
    // One level only: a parameter of a parameter does not exist, and nesting could be endless.
    return isKind(inner, "call") && inner.function === REBUILD_TENSOR
      ? parseTensor(fileName, inner)
      : undefined;
  }
  if (value.function !== REBUILD_TENSOR) return undefined;
  const [storage, offset, shape, strides] = value.arguments;
  const tensor = {
    storage: parseStorage(fileName, storage),
    offset: parseCount(fileName, offset),
    shape: parseCounts(fileName, shape),
    strides: parseCounts(fileName, strides),
  };
  checkTensor(fileName, tensor);
  return { ...tensor, offset: tensor.offset + tensor.storage.viewOffset };
}

/** Reads `('storage', type, key, location, elementCount[, view])`. */
export function parseStorage(fileName: string, value: PickleValue | undefined): StorageReference {
  if (!isKind(value, "reference")) throw wrong(fileName, "a storage", "another value");
  const [word, type, key, , count, view] = value.id.items;
  const dtype = isKind(type, "global") ? STORAGE_DTYPES.get(type.name) : undefined;
  if (word !== "storage" || dtype === undefined || !isStorageKey(key)) {
    throw wrong(
      fileName,
      "('storage', type, key, location, count) as persistent id",
      "another tuple",
    );
  }
  const [, viewOffset = 0] = sequenceItems(view) ?? [];
  return {
    key: String(key),
    dtype,
    elementCount: parseCount(fileName, count),
    viewOffset: parseCount(fileName, viewOffset),
  };
}

function isStorageKey(key: PickleValue | undefined): key is string | number | bigint {
  return typeof key === "string" || typeof key === "number" || typeof key === "bigint";
}

function checkTensor(fileName: string, tensor: TorchTensor): void {
  const { storage, offset, shape, strides } = tensor;
  if (shape.length !== strides.length || MAX_AXES < shape.length) {
    throw wrong(fileName, `one stride per axis and at most ${MAX_AXES} axes`, "another count");
  }
  // The second check refuses stride-0 shapes that would blow a few bytes up to gigabytes.
  const end = offset + spannedElements(shape, strides);
  if (storage.elementCount < end || storage.elementCount < elementCount(shape)) {
    throw new FormatError(
      "TORCH_STORAGE_OUT_OF_RANGE",
      `Expected a tensor of shape [${shape}] inside its storage of ${storage.elementCount} elements in ${fileName}, got elements up to ${end}`,
      { hint: "The file is damaged", place: { file: fileName } },
    );
  }
}

/** Bytes of a storage. */
export function storageBytes(storage: StorageReference): number {
  return storage.elementCount * DTYPE_BYTES[storage.dtype];
}

function parseCounts(fileName: string, value: PickleValue | undefined): number[] {
  const isSize = isKind(value, "call") && value.function === "torch Size";
  const items = sequenceItems(isSize ? value.arguments[0] : value);
  if (items === undefined) throw wrong(fileName, "a tuple of sizes", "another value");
  return items.map((item) => parseCount(fileName, item));
}

/** A count that no file can exceed: 2^48 elements. */
const MAX_COUNT = 2 ** 48;

function parseCount(fileName: string, value: PickleValue | undefined): number {
  if (
    typeof value === "number" &&
    Number.isSafeInteger(value) &&
    0 <= value &&
    value <= MAX_COUNT
  ) {
    return value;
  }
  throw wrong(fileName, "a whole number that counts elements", "another value");
}

/** An error about the structure of the pickled data. */
export function wrong(fileName: string, expected: string, got: string): FormatError {
  return new FormatError(
    "TORCH_PICKLE_FORMAT",
    `Expected ${expected} in the pickle of ${fileName}, got ${got}`,
    { hint: "The file is damaged or no PyTorch checkpoint", place: { file: fileName } },
  );
}
