/**
 * @file The 14 heads: one linear layer per observation on the hidden state of `[CLS]` [Smit2020].
 *
 * Fidelity F06: they read the raw hidden state, not the pooler's output.
 * Shapes: B sequences, H hidden width, C classes of a head.
 */
import type { GraphBuilder, Value } from "../onnx/graph-builder.ts";
import { linear, linearParameters } from "./layers/linear.ts";
import { HEAD_CLASS_COUNTS, type Parameters } from "./parameters.ts";

/** Number of logits of all heads together. */
export const LOGIT_COUNT: number = HEAD_CLASS_COUNTS.reduce((sum, count) => sum + count, 0);

/** Computes the logits of each head: [B, H] → 14 × [B, C]. */
export function heads(graph: GraphBuilder, cls: Value, parameters: Parameters): readonly Value[] {
  return HEAD_CLASS_COUNTS.map((_, head) =>
    linear(graph, cls, linearParameters(parameters, `linear_heads.${head}`)),
  );
}
