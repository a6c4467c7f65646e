/**
 * @file What the writers take: named tensors whose values come when it is their turn.
 */

import { FormatError } from "../base/errors.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { TensorInfo } from "./tensor-info.ts";
import { readTensorValues } from "./tensor-values.ts";

/** A tensor to write. Only one is in memory at a time. */
export interface WritableTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** How a safetensors file stores the values; int8 is for matrices, see `row-scales.ts`. @default "float32" */
  readonly storage?: "float32" | "int8";
  /** Returns the values in row-major order. */
  read(): Promise<Float32Array>;
}

/** Makes the tensors of a checkpoint writable, in the order of `names`. */
export function writableTensors(
  checkpoint: Checkpoint,
  names: Iterable<string> = checkpoint.tensors.keys(),
): WritableTensor[] {
  return Array.from(names, (name) => {
    const tensor = findTensor(checkpoint, name);
    return { name, shape: tensor.shape, read: () => readTensorValues(tensor) };
  });
}

/** Views float32 values as the little-endian bytes that every container stores. */
export function valueBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function findTensor(checkpoint: Checkpoint, name: string): TensorInfo {
  const tensor = checkpoint.tensors.get(name);
  if (tensor !== undefined) return tensor;
  throw new FormatError(
    "CHECKPOINT_MISSING_TENSOR",
    `Expected tensor ${name} in ${checkpoint.name}, got none of that name`,
    { hint: "The checkpoint is of another model", place: { file: checkpoint.name } },
  );
}
