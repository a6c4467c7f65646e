/**
 * @file Linear layer: y = x·Wᵀ + b, forward and backward.
 *
 * Weights keep PyTorch's [out, in] layout, so a checkpoint is used in place.
 * Shapes: N rows, I input width, O output width.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";
import { addTo, type Pass, type TrainingContext } from "../pass.ts";

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

export interface LinearPassOptions {
  /** Multiplies the result. @default 1 */
  readonly resultFactor?: number;
  /** Multiplies the input. @default 1 */
  readonly inputFactor?: number;
}

/** {@link linear} in training; both factors cost nothing. */
export function linearPass(
  { graph, gradients }: TrainingContext,
  input: Value,
  { weight, bias }: LinearParameters,
  { resultFactor = 1, inputFactor = 1 }: LinearPassOptions = {},
): Pass {
  const alpha = resultFactor * inputFactor;
  const output = graph.gemm(input, weight, {
    transposeB: true,
    addend: bias,
    alpha,
    beta: resultFactor,
  }); // [N, O]
  return {
    output,
    backward(gradOutput, addend) {
      gradients.set(
        weight,
        graph.gemm(gradOutput, input, {
          transposeA: true,
          alpha,
          ...optionalAddend(gradients.earlier(weight)),
        }), // [O, N]·[N, I]
      );
      const biasSum = graph.reduceSum(gradOutput, [0]); // [O]
      const gradBias =
        resultFactor === 1 ? biasSum : graph.multiply(biasSum, graph.scalar(resultFactor));
      gradients.set(bias, addTo(graph, gradBias, gradients.earlier(bias)));
      return graph.gemm(gradOutput, weight, { alpha, ...optionalAddend(addend) }); // [N, O]·[O, I]
    },
  };
}

function optionalAddend(addend: Value | undefined): { readonly addend?: Value } {
  return addend === undefined ? {} : { addend };
}
