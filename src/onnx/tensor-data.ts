/**
 * @file Tensors that a graph carries with it: bytes in memory, or a range of a file.
 */

/** Element types that our graphs use, in ONNX Runtime's words. */
export type ElementType =
  | "float32"
  | "float64"
  | "float16"
  | "bfloat16"
  | "int32"
  | "int64"
  | "int8"
  | "uint8"
  | "bool";

interface TensorShape {
  readonly type: ElementType;
  readonly shape: readonly number[];
}

/** A tensor whose little-endian bytes travel inside the model. */
export interface InlineTensor extends TensorShape {
  readonly bytes: Uint8Array;
}

/** A tensor that stays where it is: ONNX Runtime maps this range of the file into memory. */
export interface FileTensor extends TensorShape {
  /** File name inside the session's `weightsFolder`. */
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

export type TensorData = InlineTensor | FileTensor;

/** Wraps 32-bit floats, row-major. */
export function float32Tensor(values: ArrayLike<number>, shape: readonly number[]): InlineTensor {
  return { type: "float32", shape, bytes: toBytes(Float32Array.from(values)) };
}

/** Wraps 64-bit integers, row-major. */
export function int64Tensor(values: readonly number[], shape: readonly number[]): InlineTensor {
  return { type: "int64", shape, bytes: toBytes(BigInt64Array.from(values, BigInt)) };
}

function toBytes(values: Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
