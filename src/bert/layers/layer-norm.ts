/**
 * @file Layer normalization over the hidden width: y = (x − mean) / √(variance + ε) · γ + β,
 * forward and backward.
 *
 * Shapes: N rows, H hidden width.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";
import { addTo, type Pass, type TrainingContext } from "../pass.ts";

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

/**
 * {@link layerNorm} in training. With x̂ for the normalized input and g = ∂y·γ, the gradient of the
 * input is (g − mean(g) − x̂ · mean(g·x̂)) / √(variance + ε).
 */
export function layerNormPass(
  { graph, gradients }: TrainingContext,
  input: Value,
  { weight, bias, epsilon }: LayerNormParameters,
  hiddenSize: number,
): Pass {
  const attributes = { axis: { int: -1 }, epsilon: { float: epsilon } };
  const [output, , inverseDeviation] = graph.node("LayerNormalization", [input, weight, bias], {
    attributes,
    outputCount: 3,
  }) as readonly [Value, Value, Value]; // [N, H], [N, 1], [N, 1]; three were asked for.
  return {
    output,
    backward(gradOutput, addend) {
      const one = graph.vector(1, hiddenSize);
      const zero = graph.vector(0, hiddenSize);
      const normalized = graph.layerNormalization(input, one, zero, epsilon); // [N, H]
      const product = graph.multiply(gradOutput, normalized); // [N, H]
      gradients.set(weight, addTo(graph, graph.reduceSum(product, [0]), gradients.earlier(weight)));
      gradients.set(bias, addTo(graph, graph.reduceSum(gradOutput, [0]), gradients.earlier(bias)));

      const column = graph.reshape(weight, [-1, 1]); // [H, 1]
      const mean = (rows: Value) => graph.gemm(rows, column, { alpha: 1 / hiddenSize }); // [N, 1]
      const scaled = graph.subtract(graph.multiply(gradOutput, weight), mean(gradOutput)); // [N, H]
      const centered = graph.subtract(scaled, graph.multiply(normalized, mean(product)));
      const gradInput = graph.multiply(centered, inverseDeviation);
      return addTo(graph, gradInput, addend);
    },
  };
}
