/**
 * @file What is known about a tensor before its values are read: type, shape and where it lies.
 */
import type { ByteSource } from "../base/byte-source.ts";

/** Bytes of one element, by element type. */
export const DTYPE_BYTES = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
} as const;

/** The type of a tensor's elements. */
export type TensorDtype = keyof typeof DTYPE_BYTES;

/** A tensor in a checkpoint whose values have not been read. */
export interface TensorInfo {
  /** Canonical name, without `module.`; see `tensor-names.ts`. */
  readonly name: string;
  readonly dtype: TensorDtype;
  readonly shape: readonly number[];
  /** Step along each axis, in elements. */
  readonly strides: readonly number[];
  /** The file that holds the bytes; `source.path` is what a native library can open. */
  readonly source: ByteSource;
  /** Position of the first element in the source. */
  readonly byteOffset: number;
  /** Bytes from the first element to the end of the last one. */
  readonly byteLength: number;
  /** The factor of each row, [rows], of an int8 matrix; see `row-scales.ts`. */
  readonly rowScales?: TensorInfo;
}

/** Counts the elements of a shape; 1 for a scalar. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Returns the strides of a dense row-major tensor. */
export function rowMajorStrides(shape: readonly number[]): number[] {
  const strides: number[] = [];
  let step = 1;
  for (const size of shape.toReversed()) {
    strides.unshift(step);
    step *= Math.max(size, 1);
  }
  return strides;
}

/** Says whether the elements lie densely in row-major order, so that the bytes can be used as they are. */
export function isContiguous(tensor: Pick<TensorInfo, "shape" | "strides">): boolean {
  if (tensor.shape.includes(0)) return true;
  const dense = rowMajorStrides(tensor.shape);
  return tensor.shape.every((size, axis) => size === 1 || tensor.strides[axis] === dense[axis]);
}

/** Counts the elements between the first and the last one, both included; 0 for an empty tensor. */
export function spannedElements(shape: readonly number[], strides: readonly number[]): number {
  if (shape.includes(0)) return 0;
  return 1 + shape.reduce((sum, size, axis) => sum + (size - 1) * (strides[axis] ?? 0), 0);
}
