/**
 * @file Layer normalization over the hidden width: y = (x − mean) / √(variance + ε) · γ + β.
 *
 * Shapes: N rows, H hidden width.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";

export interface LayerNormParameters {
  readonly weight: Value; // [H]
  readonly bias: Value; // [H]
  readonly epsilon: number;
}

/** Finds the parameters of the layer normalization with this name. */
export function layerNormParameters(
  parameters: Parameters,
  name: string,
  epsilon: number,
): LayerNormParameters {
  return { weight: parameters(`${name}.weight`), bias: parameters(`${name}.bias`), epsilon };
}

/** Normalizes every row: [N, H] → [N, H]. */
export function layerNorm(
  graph: GraphBuilder,
  input: Value,
  { weight, bias, epsilon }: LayerNormParameters,
): Value {
  return graph.layerNormalization(input, weight, bias, epsilon);
}
