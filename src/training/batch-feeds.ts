/**
 * @file What a training graph reads of a batch besides what labeling reads.
 */
import { MAX_CLASS_COUNT } from "../bert/heads.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { RunTensor, RunTensors } from "../onnx/session.ts";
import type { TrainingExample } from "./training-example.ts";

/** 1 for tokens and 0 for padding, [B, T, 1], from the bias of a packed batch. */
export function tokenMask({ attention_bias: bias }: RunTensors): RunTensor {
  const [batch = 0, , , length = 0] = bias?.shape ?? [];
  const biases = bias?.data instanceof Float32Array ? bias.data : new Float32Array();
  const data = biases.map((value) => (value === 0 ? 1 : 0));
  return { type: "float32", data, shape: [batch, length, 1] };
}

/**
 * The weight of each label over the batch size where its class is, zero elsewhere: [B, 14, 4]. Rows
 * beyond the examples, which packing may add, weigh nothing.
 */
export function targetWeights(
  examples: readonly TrainingExample[],
  options: {
    readonly rowCount: number;
    /** Reports of the whole batch, of which these are a part. */
    readonly batchSize: number;
    /** [14, 4] */
    readonly classWeights: Float32Array | undefined;
  },
): RunTensor {
  const { rowCount, batchSize, classWeights } = options;
  const data = new Float32Array(rowCount * OBSERVATIONS.length * MAX_CLASS_COUNT);
  let cell = 0;
  for (const { classIndices } of examples) {
    for (const [observation, classIndex] of classIndices.entries()) {
      const weight = classWeights?.[observation * MAX_CLASS_COUNT + classIndex] ?? 1;
      data[cell + classIndex] = weight / batchSize;
      cell += MAX_CLASS_COUNT;
    }
  }
  return { type: "float32", data, shape: [rowCount, OBSERVATIONS.length, MAX_CLASS_COUNT] };
}
