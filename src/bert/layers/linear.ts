/**
 * @file Linear layer: y = x·Wᵀ + b.
 *
 * Weights keep PyTorch's [out, in] layout, so a checkpoint is used in place.
 * Shapes: N rows, I input width, O output width.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";

export interface LinearParameters {
  readonly weight: Value; // [O, I]
  readonly bias: Value; // [O]
}

/** Finds the parameters of the linear layer with this name. */
export function linearParameters(parameters: Parameters, name: string): LinearParameters {
  return { weight: parameters(`${name}.weight`), bias: parameters(`${name}.bias`) };
}

/**
 * Applies the layer to every row, [N, I] → [N, O], and multiplies the result by `factor`, which
 * costs nothing here.
 */
export function linear(
  graph: GraphBuilder,
  input: Value,
  { weight, bias }: LinearParameters,
  factor = 1,
): Value {
  return graph.gemm(input, weight, {
    transposeB: true,
    addend: bias,
    alpha: factor,
    beta: factor,
  });
}
