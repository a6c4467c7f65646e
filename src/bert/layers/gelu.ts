/**
 * @file GELU in its exact form: y = x · Φ(x) = x/2 · (1 + erf(x/√2)), forward and backward.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Pass, TrainingContext } from "../pass.ts";

/** Applies the activation to every element; the shape stays. */
export function gelu(graph: GraphBuilder, input: Value): Value {
  return graph.gelu(input);
}

/** 1/√2: the layers around {@link geluPass} multiply by it. */
export const GELU_FACTOR: number = Math.SQRT1_2;

/**
 * {@link gelu} in training, without the two factors that neighboring matrix products apply for
 * nothing: takes s = x/√2 and returns s · (1 + erf(s)) = √2·y.
 *
 * Its derivative is 1 + erf(s) + s · 2/√π · exp(−s²).
 */
export function geluPass({ graph }: TrainingContext, scaledInput: Value): Pass {
  const erf = graph.node("Erf", [scaledInput])[0];
  return {
    // Sums of two tensors cost a fraction of a sum of a tensor and a number.
    output: graph.add(graph.multiply(scaledInput, erf), scaledInput),
    backward(gradOutput) {
      const exponential = graph.node("Exp", [graph.multiply(scaledInput, scaledInput)])[0];
      // s · exp(−s²); where exp(s²) overflows to infinity the quotient is 0, as it should be.
      const bell = graph.divide(scaledInput, exponential);
      const slope = graph.add(graph.multiply(bell, graph.scalar(2 / Math.sqrt(Math.PI))), erf);
      return graph.add(graph.multiply(slope, gradOutput), gradOutput);
    },
  };
}
