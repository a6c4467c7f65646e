/**
 * @file Token id sequences as the inputs of the inference graph: packed rows, and where they
 * stand in a padded rectangle.
 *
 * A sequence's logits come out the same to the last bit whatever batch it is in: ONNX Runtime sums
 * a row in an order that depends on nothing but the row, if softmax rows are whole vectors and a
 * matrix has at least two rows.
 * Shapes: N packed rows, B sequences, T padded length.
 */
import type { RunTensor, RunTensors } from "../onnx/session.ts";

/** Floats in the widest vector of today's processors; a shorter tail would be summed otherwise. */
const VECTOR_WIDTH = 16;

/** A matrix of one row goes another way through the matrix product, with other rounding. */
const MIN_CLS_ROWS = 2;

/**
 * Added to the scores of padding: their share after softmax is exactly zero. The original's
 * library uses the same number.
 */
const PADDING_BIAS = -10_000;

/**
 * Packs sequences, each of at least two ids: `[CLS]` and `[SEP]`. The outputs' first rows are
 * theirs, in order.
 */
export function packBatch(sequences: readonly Int32Array[]): RunTensors {
  const B = Math.max(sequences.length, MIN_CLS_ROWS);
  const N = sequences.reduce((sum, ids) => sum + ids.length, 0);
  const longest = sequences.reduce((length, ids) => Math.max(length, ids.length), 0);
  const T = Math.ceil(longest / VECTOR_WIDTH) * VECTOR_WIDTH;
  const inputIds = new BigInt64Array(N);
  const positionIds = new BigInt64Array(N);
  const packedRows = new BigInt64Array(N);
  // Zero where there is no token: any row will do there, and row 0 is one.
  const paddedRows = new BigInt64Array(B * T);
  const attentionBias = new Float32Array(B * T).fill(PADDING_BIAS);
  const clsRows = new BigInt64Array(B);
  let row = 0;
  sequences.forEach((ids, b) => {
    clsRows[b] = BigInt(row);
    ids.forEach((id, t) => {
      const position = b * T + t;
      inputIds[row] = BigInt(id);
      positionIds[row] = BigInt(t);
      packedRows[row] = BigInt(position);
      paddedRows[position] = BigInt(row);
      attentionBias[position] = 0;
      row += 1;
    });
  });
  return {
    input_ids: int64(inputIds, [N]),
    position_ids: int64(positionIds, [N]),
    padded_rows: int64(paddedRows, [B, T]),
    packed_rows: int64(packedRows, [N]),
    attention_bias: { type: "float32", data: attentionBias, shape: [B, 1, 1, T] },
    cls_rows: int64(clsRows, [B]),
  };
}

function int64(data: BigInt64Array, shape: readonly number[]): RunTensor {
  return { type: "int64", data, shape };
}
