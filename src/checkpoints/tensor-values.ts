/**
 * @file From the bytes of a tensor to float32 values in row-major order.
 *
 * All containers are little-endian. Half-precision values are widened exactly; float64 is rounded.
 */
import { applyRowScales } from "./row-scales.ts";
import {
  DTYPE_BYTES,
  elementCount,
  isContiguous,
  type TensorDtype,
  type TensorInfo,
} from "./tensor-info.ts";

/** Reads one tensor. A dense float32 tensor costs one read and no copy. */
export async function readTensorValues(tensor: TensorInfo): Promise<Float32Array<ArrayBuffer>> {
  const bytes = await tensor.source.read(tensor.byteOffset, tensor.byteLength);
  const values = toFloat32(bytes, tensor.dtype);
  const { rowScales } = tensor;
  if (rowScales !== undefined) {
    applyRowScales(values, await readTensorValues(rowScales), { rowLength: rowLengthOf(tensor) });
  }
  return isContiguous(tensor) ? values : gather(values, tensor);
}

/** Bytes of one block in {@link tensorBlocks}: large enough to stream, small beside a model. */
const BLOCK_BYTES = 8 << 20;

/** Yields the values of a tensor block by block, in memory order. */
export async function* tensorBlocks(tensor: TensorInfo): AsyncGenerator<Float32Array<ArrayBuffer>> {
  const { byteOffset, byteLength, dtype, source, rowScales } = tensor;
  const scales = rowScales && (await readTensorValues(rowScales));
  for (let offset = 0; offset < byteLength; offset += BLOCK_BYTES) {
    const length = Math.min(BLOCK_BYTES, byteLength - offset);
    const values = toFloat32(await source.read(byteOffset + offset, length), dtype);
    const start = offset / DTYPE_BYTES[dtype];
    if (scales !== undefined) {
      applyRowScales(values, scales, { rowLength: rowLengthOf(tensor), start });
    }
    yield values;
  }
}

/** Yields the bytes of a tensor block by block, as they are stored. */
export async function* storedBlocks(tensor: TensorInfo): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { byteOffset, byteLength, source } = tensor;
  for (let offset = 0; offset < byteLength; offset += BLOCK_BYTES) {
    yield source.read(byteOffset + offset, Math.min(BLOCK_BYTES, byteLength - offset));
  }
}

function rowLengthOf({ shape }: TensorInfo): number {
  return elementCount(shape.slice(1));
}

/** Converts little-endian elements to float32. */
export function toFloat32(
  bytes: Uint8Array<ArrayBuffer>,
  dtype: TensorDtype,
): Float32Array<ArrayBuffer> {
  const count = Math.floor(bytes.length / DTYPE_BYTES[dtype]);
  const { buffer, byteOffset } =
    bytes.byteOffset % DTYPE_BYTES[dtype] === 0 ? bytes : new Uint8Array(bytes);
  switch (dtype) {
    case "float32":
      return new Float32Array(buffer, byteOffset, count);
    case "float64":
      return Float32Array.from(new Float64Array(buffer, byteOffset, count));
    case "float16":
      return widen(new Uint16Array(buffer, byteOffset, count), halfTable());
    case "bfloat16":
      return widenBfloat16(new Uint16Array(buffer, byteOffset, count));
    case "int64":
      return Float32Array.from(new BigInt64Array(buffer, byteOffset, count), Number);
    case "int32":
      return Float32Array.from(new Int32Array(buffer, byteOffset, count));
    case "int16":
      return Float32Array.from(new Int16Array(buffer, byteOffset, count));
    case "int8":
      return Float32Array.from(new Int8Array(buffer, byteOffset, count));
    case "uint8":
    case "bool":
      return Float32Array.from(new Uint8Array(buffer, byteOffset, count));
    default:
      return dtype satisfies never;
  }
}

/** Picks the elements in row-major order by their strides. */
function gather(
  stored: Float32Array<ArrayBuffer>,
  tensor: Pick<TensorInfo, "shape" | "strides">,
): Float32Array<ArrayBuffer> {
  const { shape, strides } = tensor;
  const values = new Float32Array(elementCount(shape));
  const position = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < values.length; to += 1) {
    values[to] = stored[from] ?? Number.NaN;
    // Like an odometer: step the last axis, carry into the one before it.
    for (let axis = shape.length - 1; 0 <= axis; axis -= 1) {
      const next = (position[axis] ?? 0) + 1;
      from += strides[axis] ?? 0;
      if (next < (shape[axis] ?? 0)) {
        position[axis] = next;
        break;
      }
      from -= next * (strides[axis] ?? 0);
      position[axis] = 0;
    }
  }
  return values;
}

function widen(halves: Uint16Array, table: Float32Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i += 1) values[i] = table[halves[i] ?? 0] ?? 0;
  return values;
}

function widenBfloat16(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const bits = new Uint32Array(halves.length);
  for (let i = 0; i < halves.length; i += 1) bits[i] = (halves[i] ?? 0) << 16;
  return new Float32Array(bits.buffer);
}

let cachedHalfTable: Float32Array | undefined;

/** The value of each of the 65,536 IEEE 754 half-precision bit patterns. */
function halfTable(): Float32Array {
  cachedHalfTable ??= Float32Array.from({ length: 0x10000 }, (_, bits) => {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
  return cachedHalfTable;
}
