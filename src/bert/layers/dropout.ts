/**
 * @file Dropout [Srivastava2014]: elements are multiplied by 0 with probability p, else by 1/(1 − p).
 *
 * The mask is an input of the graph, so that a step can be repeated to the same numbers.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";

/**
 * Applies a mask of the same shape. The backward pass is the same function, applied to the
 * gradient.
 */
export function dropout(graph: GraphBuilder, input: Value, mask: Value | undefined): Value {
  return mask === undefined ? input : graph.multiply(input, mask);
}
