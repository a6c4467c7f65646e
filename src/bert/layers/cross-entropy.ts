/**
 * @file Cross-entropy of the heads against target weights, and its gradient.
 *
 * Targets are weights, [B, 14, C]: zero everywhere but at the class of each observation, where the
 * weight of that label stands. With 1/batch size there, the loss is that of the paper: summed over
 * heads and reports, divided by the batch size [Smit2020].
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";

/** Returns the loss, a scalar, and the gradient of the logits, [B, 14, C]. */
export function crossEntropy(
  graph: GraphBuilder,
  logits: Value,
  targets: Value,
): { readonly loss: Value; readonly gradient: Value } {
  const logProbabilities = graph.node("LogSoftmax", [logits], {
    attributes: { axis: { int: -1 } },
  })[0]; // [B, 14, C]
  const products = graph.multiply(targets, logProbabilities);
  const weights = graph.reduceSum(targets, [2], "keep"); // [B, 14, 1]
  return {
    loss: graph.node("Neg", [graph.reduceSum(products, [0, 1, 2])])[0],
    gradient: graph.subtract(graph.multiply(graph.softmax(logits), weights), targets),
  };
}
