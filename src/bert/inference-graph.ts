/**
 * @file The graph that labels: packed token ids in, logits and `[CLS]` states out.
 *
 * Shapes: N packed rows, B sequences, T longest length, H hidden width.
 */
import { InternalError } from "../base/errors.ts";
import { GraphBuilder, type Value } from "../onnx/graph-builder.ts";
import type { TensorData } from "../onnx/tensor-data.ts";
import type { BertConfig } from "./bert-config.ts";
import { encodeCls } from "./encoder.ts";
import { heads } from "./heads.ts";
import { parameterShapes } from "./parameters.ts";

/** Names of what a run takes and returns. */
export const INFERENCE_INPUTS = [
  "input_ids", // [N]
  "position_ids", // [N]
  "padded_rows", // [B, T]
  "packed_rows", // [N]
  "attention_bias", // [B, 1, 1, T]
  "cls_rows", // [B]
] as const;

export const INFERENCE_OUTPUTS = ["logits", "cls"] as const; // [B, 54], [B, H]

/** Builds the model; `tensors` holds every parameter by its name in the state dict. */
export function buildInferenceGraph(
  config: BertConfig,
  tensors: ReadonlyMap<string, TensorData>,
): Uint8Array {
  const graph = new GraphBuilder();
  const values = new Map<string, Value>();
  for (const [name] of parameterShapes(config)) {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw missing(name);
    const value = graph.initializer(name, tensor);
    // ONNX Runtime folds this cast when it loads the model.
    values.set(name, tensor.type === "float32" ? value : graph.cast(value, "float32"));
  }
  const inputs = {
    inputIds: graph.input("input_ids", "int64", ["rows"]),
    positionIds: graph.input("position_ids", "int64", ["rows"]),
    paddedRows: graph.input("padded_rows", "int64", ["batch", "length"]),
    packedRows: graph.input("packed_rows", "int64", ["rows"]),
    attentionBias: graph.input("attention_bias", "float32", ["batch", 1, 1, "length"]),
    clsRows: graph.input("cls_rows", "int64", ["batch"]),
  };
  const parameters = (name: string) => {
    const value = values.get(name);
    if (value === undefined) throw missing(name);
    return value;
  };

  const cls = encodeCls(graph, inputs, parameters, config); // [B, H]
  graph.output("logits", graph.concat(heads(graph, cls, parameters), 1)); // [B, 54]
  graph.output("cls", cls);
  return graph.toBytes();
}

function missing(name: string): InternalError {
  return new InternalError("PARAMETER_UNKNOWN", `Expected a tensor for the parameter ${name}`);
}
