/**
 * @file int8 weights: every row of a matrix is stored as whole numbers from −127 to 127 and one
 * float32 factor, the row's scale. A quarter of the size, and every reader gives float32 again.
 *
 * In a file the scales of tensor `x` are the tensor `x.row_scales`. A scale for each row keeps the
 * error of a value under half a 127th of the largest value of its row.
 */
import { FormatError } from "../base/errors.ts";
import { printableName } from "../base/printable-name.ts";
import type { TensorInfo } from "./tensor-info.ts";

/** What follows a tensor's name in the name of its scales. */
export const ROW_SCALES_SUFFIX = ".row_scales";

/** Largest whole number; −128 stays unused, so that the range is symmetric. */
const LARGEST = 127;

/** A matrix as whole numbers and the scale of each row. */
export interface QuantizedRows {
  readonly integers: Int8Array<ArrayBuffer>; // [R, C]
  readonly scales: Float32Array<ArrayBuffer>; // [R]
}

/** Quantizes a matrix of rows of `rowLength` values; a row of zeros has scale 0. */
export function quantizeRows(values: Float32Array, rowLength: number): QuantizedRows {
  const integers = new Int8Array(values.length);
  const scales = new Float32Array(values.length / rowLength);
  for (let row = 0; row < scales.length; row += 1) {
    const cells = values.subarray(row * rowLength, (row + 1) * rowLength);
    const largest = cells.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    scales[row] = largest / LARGEST;
    const scale = scales[row] ?? 0;
    if (scale === 0) continue;
    integers.set(
      cells.map((value) => Math.round(value / scale)),
      row * rowLength,
    );
  }
  return { integers, scales };
}

/** Multiplies stored whole numbers, the first of which has position `start`, by their scales. */
export function applyRowScales(
  values: Float32Array,
  scales: Float32Array,
  { rowLength, start = 0 }: { readonly rowLength: number; readonly start?: number },
): void {
  let row = Math.floor(start / rowLength);
  let end = (row + 1) * rowLength - start;
  for (let i = 0; i < values.length; row += 1, end += rowLength) {
    const scale = scales[row] ?? Number.NaN;
    const stop = Math.min(end, values.length);
    for (; i < stop; i += 1) values[i] = (values[i] ?? 0) * scale;
  }
}

/** Joins the tensors of a file with their scales, which are then no tensors of their own. */
export function joinRowScales(
  fileName: string,
  tensors: ReadonlyMap<string, TensorInfo>,
): Map<string, TensorInfo> {
  const joined = new Map(tensors);
  for (const [name, scales] of tensors) {
    if (!name.endsWith(ROW_SCALES_SUFFIX)) continue;
    const tensor = tensors.get(name.slice(0, -ROW_SCALES_SUFFIX.length));
    const rows = tensor?.shape[0];
    const isMatrix = tensor?.dtype === "int8" && tensor.shape.length === 2;
    const areScales =
      scales.dtype === "float32" && scales.shape.length === 1 && scales.shape[0] === rows;
    if (tensor === undefined || !isMatrix || !areScales) throw wrongScales(fileName, name);
    joined.set(tensor.name, { ...tensor, rowScales: scales });
    joined.delete(name);
  }
  return joined;
}

function wrongScales(fileName: string, name: string): FormatError {
  return new FormatError(
    "CHECKPOINT_ROW_SCALES",
    `Expected an int8 matrix with a float32 scale for each row at ${printableName(name)} in ${fileName}, got other types or shapes`,
    { hint: "Convert the model again with --weights int8", place: { file: fileName } },
  );
}
