/**
 * @file GELU in its exact form: y = x · Φ(x) = x/2 · (1 + erf(x/√2)).
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";

/** Applies the activation to every element; the shape stays. */
export function gelu(graph: GraphBuilder, input: Value): Value {
  return graph.gelu(input);
}
