/**
 * @file The graph that labels: packed token ids in, logits and `[CLS]` states out.
 *
 * Shapes: N packed rows, B sequences, T longest length, H hidden width.
 */
import { InternalError } from "../base/errors.ts";
import { ROW_SCALES_SUFFIX } from "../checkpoints/row-scales.ts";
import { GraphBuilder, type Value } from "../onnx/graph-builder.ts";
import type { TensorData } from "../onnx/tensor-data.ts";
import type { BertConfig } from "./bert-config.ts";
import { encodeCls } from "./encoder.ts";
import { heads } from "./heads.ts";
import { parameterShapes } from "./parameters.ts";

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
    // ONNX Runtime folds cast and scales when it loads the model.
    const floats = tensor.type === "float32" ? value : graph.cast(value, "float32");
    const scalesName = `${name}${ROW_SCALES_SUFFIX}`;
    const scales = tensors.get(scalesName); // [rows, 1] of an int8 matrix
    values.set(
      name,
      scales === undefined ? floats : graph.multiply(floats, graph.initializer(scalesName, scales)),
    );
  }
  const inputs = {
    inputIds: graph.input("input_ids", "int64", ["rows"]), // [N]
    positionIds: graph.input("position_ids", "int64", ["rows"]), // [N]
    paddedRows: graph.input("padded_rows", "int64", ["batch", "length"]), // [B, T]
    packedRows: graph.input("packed_rows", "int64", ["rows"]), // [N]
    attentionBias: graph.input("attention_bias", "float32", ["batch", 1, 1, "length"]), // [B, 1, 1, T]
    clsRows: graph.input("cls_rows", "int64", ["batch"]), // [B]
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
