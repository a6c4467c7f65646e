/**
 * @file The parameters of a checkpoint as tensors of a graph, left in the file wherever possible.
 *
 * ONNX Runtime maps the ranges into memory itself, so all sessions share one copy, and of a file
 * with Adam state only the parameters are touched. What it cannot map (values in memory, strides,
 * 64-bit floats) is converted and travels inside the model.
 */
import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { BertConfig } from "../bert/bert-config.ts";
import { parameterShapes } from "../bert/parameters.ts";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import { ROW_SCALES_SUFFIX } from "../checkpoints/row-scales.ts";
import { isContiguous, type TensorInfo } from "../checkpoints/tensor-info.ts";
import type { ElementType, FileTensor, TensorData } from "../onnx/tensor-data.ts";

export interface GraphWeights {
  readonly tensors: ReadonlyMap<string, TensorData>;
  /** Where ONNX Runtime finds the files; absent when all values are in memory. */
  readonly weightsFolder?: string;
}

/** Element types that a graph reads as they are. */
const MAPPED_TYPES: ReadonlySet<string> = new Set<ElementType>(["float32", "float16", "bfloat16"]);

/** Finds every parameter that the labels depend on. */
export async function graphWeights(
  checkpoint: Checkpoint,
  config: BertConfig,
): Promise<GraphWeights> {
  const tensors = new Map<string, TensorData>();
  let weightsFolder: string | undefined;
  for (const [name, shape] of parameterShapes(config)) {
    const info = checkpoint.tensors.get(name);
    const path = info === undefined ? undefined : await mappablePath(info);
    // The runtime takes files of one folder only.
    if (
      info === undefined ||
      path === undefined ||
      (weightsFolder ?? dirname(path)) !== dirname(path)
    ) {
      const values = await checkpoint.readTensor(name);
      tensors.set(name, { type: "float32", shape, bytes: new Uint8Array(values.buffer) });
      continue;
    }
    weightsFolder = dirname(path);
    tensors.set(name, fileTensor(info, shape, path));
    const { rowScales } = info;
    if (rowScales === undefined) continue;
    // A column, so that each scale multiplies its row.
    const [rows = 0] = rowScales.shape;
    tensors.set(`${name}${ROW_SCALES_SUFFIX}`, fileTensor(rowScales, [rows, 1], path));
  }
  return { tensors, ...(weightsFolder === undefined ? {} : { weightsFolder }) };
}

function fileTensor(info: TensorInfo, shape: readonly number[], path: string): FileTensor {
  return {
    type: info.dtype as ElementType, // One of MAPPED_TYPES, or int8.
    shape,
    file: basename(path),
    offset: info.byteOffset,
    length: info.byteLength,
  };
}

/** The real path: the runtime refuses links that lead out of the folder, as model caches have. */
async function mappablePath(info: TensorInfo): Promise<string | undefined> {
  const { path } = info.source;
  const isRead = MAPPED_TYPES.has(info.dtype) || info.rowScales !== undefined;
  const isMappable = isRead && isContiguous(info);
  return path !== undefined && isMappable ? realpath(path) : undefined;
}
