/**
 * @file What the zip and the legacy reader have in common: a pickled value and where storages lie.
 */
import type { ByteSource } from "../../base/byte-source.ts";
import { FormatError } from "../../base/errors.ts";
import { DTYPE_BYTES, spannedElements, type TensorInfo } from "../tensor-info.ts";
import type { PickleValue } from "./pickle-value.ts";
import { type StorageReference, storageBytes, type TorchTensor } from "./storage.ts";

/** The bytes of one storage inside the file. */
export interface StorageLocation {
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** An opened `.pth` file of either container. */
export interface TorchFile {
  readonly container: "torch-zip" | "torch-legacy";
  readonly root: PickleValue;
  /** Finds a storage; looked up one at a time, so that Adam's moments cost nothing unless asked for. */
  locateStorage(storage: StorageReference): Promise<StorageLocation>;
}

/** Gives a tensor its place in the file. */
export async function locateTensor(
  source: ByteSource,
  file: TorchFile,
  named: { readonly name: string; readonly tensor: TorchTensor },
): Promise<TensorInfo> {
  const { storage, offset, shape, strides } = named.tensor;
  const location = await file.locateStorage(storage);
  if (location.byteLength < storageBytes(storage)) {
    throw new FormatError(
      "TORCH_STORAGE_OUT_OF_RANGE",
      `Expected ${storageBytes(storage)} bytes in storage ${storage.key} of ${source.name}, got ${location.byteLength}`,
      { hint: "The file is damaged", place: { file: source.name } },
    );
  }
  const elementBytes = DTYPE_BYTES[storage.dtype];
  return {
    name: named.name,
    dtype: storage.dtype,
    shape,
    strides,
    source,
    byteOffset: location.byteOffset + offset * elementBytes,
    byteLength: spannedElements(shape, strides) * elementBytes,
  };
}
