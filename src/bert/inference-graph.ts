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
  const stored = new Map<string, StoredParameter>();
  for (const [name] of parameterShapes(config)) {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw missing(name);
    const values = graph.initializer(name, tensor);
    const scalesName = `${name}${ROW_SCALES_SUFFIX}`;
    const scales = tensors.get(scalesName);
    stored.set(name, {
      values,
      isFloat32: tensor.type === "float32",
      scales: scales === undefined ? undefined : graph.initializer(scalesName, scales),
    });
  }
  const inputs = {
    inputIds: graph.input("input_ids", "int64", ["rows"]), // [N]
    positionIds: graph.input("position_ids", "int64", ["rows"]), // [N]
    paddedRows: graph.input("padded_rows", "int64", ["batch", "length"]), // [B, T]
    packedRows: graph.input("packed_rows", "int64", ["rows"]), // [N]
    attentionBias: graph.input("attention_bias", "float32", ["batch", 1, 1, "length"]), // [B, 1, 1, T]
    clsRows: graph.input("cls_rows", "int64", ["batch"]), // [B]
  };
  const find = (name: string) => {
    const parameter = stored.get(name);
    if (parameter === undefined) throw missing(name);
    return parameter;
  };
  // ONNX Runtime folds the cast and the scales of a whole matrix when it loads the model.
  const parameters = (name: string) => toFloat32(graph, find(name));
  // Of the tables only the rows of a batch are made float32: they are half of a small model.
  const lookUp = (name: string, rows: Value) => {
    const { values, scales, isFloat32 } = find(name);
    return toFloat32(graph, {
      values: graph.gather(values, rows),
      isFloat32,
      scales: scales === undefined ? undefined : graph.gather(scales, rows),
    });
  };

  const cls = encodeCls(graph, inputs, parameters, config, lookUp); // [B, H]
  graph.output("logits", graph.concat(heads(graph, cls, parameters), 1)); // [B, 54]
  graph.output("cls", cls);
  return graph.toBytes();
}

/** A parameter, or rows of it, as the checkpoint stores it. */
interface StoredParameter {
  readonly values: Value;
  readonly isFloat32: boolean;
  /** [rows, 1] of an int8 matrix. */
  readonly scales: Value | undefined;
}

function toFloat32(graph: GraphBuilder, { values, isFloat32, scales }: StoredParameter): Value {
  const floats = isFloat32 ? values : graph.cast(values, "float32");
  return scales === undefined ? floats : graph.multiply(floats, scales);
}

function missing(name: string): InternalError {
  return new InternalError("PARAMETER_UNKNOWN", `Expected a tensor for the parameter ${name}`);
}
