/**
 * @file Feed-forward block: widen, GELU, narrow [Devlin2019 §3], forward and backward.
 *
 * Shapes: N rows, H hidden width, I intermediate width.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";
import type { Pass, TrainingContext } from "../pass.ts";
import { GELU_FACTOR, gelu, geluPass } from "./gelu.ts";
import { type LinearParameters, linear, linearParameters, linearPass } from "./linear.ts";

export interface FeedForwardParameters {
  readonly widen: LinearParameters; // [I, H]
  readonly narrow: LinearParameters; // [H, I]
}

/** Finds the parameters of the feed-forward block of this encoder layer. */
export function feedForwardParameters(parameters: Parameters, name: string): FeedForwardParameters {
  return {
    widen: linearParameters(parameters, `${name}.intermediate.dense`),
    narrow: linearParameters(parameters, `${name}.output.dense`),
  };
}

/** Applies the block to every row: [N, H] → [N, H]. */
export function feedForward(
  graph: GraphBuilder,
  input: Value,
  { widen, narrow }: FeedForwardParameters,
): Value {
  const wide = linear(graph, input, widen); // [N, I]
  return linear(graph, gelu(graph, wide), narrow); // [N, H]
}

/** {@link feedForward} in training. */
export function feedForwardPass(
  context: TrainingContext,
  input: Value,
  { widen, narrow }: FeedForwardParameters,
): Pass {
  const wide = linearPass(context, input, widen, { resultFactor: GELU_FACTOR }); // [N, I]
  const active = geluPass(context, wide.output); // [N, I]
  const narrowed = linearPass(context, active.output, narrow, { inputFactor: GELU_FACTOR }); // [N, H]
  return {
    output: narrowed.output,
    backward: (gradOutput, addend) =>
      wide.backward(active.backward(narrowed.backward(gradOutput)), addend),
  };
}
