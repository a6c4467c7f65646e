/**
 * @file Multi-head self-attention [Vaswani2017 §3.2]: softmax(Q·Kᵀ/√D + bias)·V for every head.
 *
 * Hidden states are packed: the rows of all sequences, one after the other, without padding. Only
 * scores need rectangles, so queries, keys and values are spread out to [B, T, H] for them.
 * Shapes: N packed rows, B sequences, T longest length, A heads, D width of a head, H = A·D.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";
import { type LinearParameters, linear, linearParameters } from "./linear.ts";

export interface AttentionParameters {
  readonly query: LinearParameters; // [H, H]
  readonly key: LinearParameters; // [H, H]
  readonly value: LinearParameters; // [H, H]
  readonly output: LinearParameters; // [H, H]
}

/** The sizes that the parameters' shapes do not tell. */
export interface AttentionSizes {
  readonly numAttentionHeads: number; // A
  readonly hiddenSize: number; // H
}

/** Where packed rows stand in padded sequences, and the other way round. */
export interface PackedLayout {
  /** Packed row of each padded position; any row for padding, [B, T]. */
  readonly paddedRows: Value;
  /** Padded position b·T + t of each packed row, [N]. */
  readonly packedRows: Value;
  /** Added to the scores: 0 for tokens, a large negative number for padding, [B, 1, 1, T]. */
  readonly attentionBias: Value;
  /** Packed row of each `[CLS]`, [B]. */
  readonly clsRows: Value;
}

/** Finds the parameters of the attention of this encoder layer. */
export function attentionParameters(parameters: Parameters, name: string): AttentionParameters {
  return {
    query: linearParameters(parameters, `${name}.attention.self.query`),
    key: linearParameters(parameters, `${name}.attention.self.key`),
    value: linearParameters(parameters, `${name}.attention.self.value`),
    output: linearParameters(parameters, `${name}.attention.output.dense`),
  };
}

/** Lets every token look at all tokens of its sequence: [N, H] → [N, H]. */
export function attention(
  graph: GraphBuilder,
  hidden: Value,
  parameters: AttentionParameters,
  sizes: AttentionSizes,
  layout: PackedLayout,
): Value {
  const { query, key, value } = parameters;
  const scaled = linear(graph, hidden, query, scoreFactor(sizes)); // [N, H]
  const spread = (rows: Value, axes: readonly number[]) =>
    splitHeads(graph, graph.gather(rows, layout.paddedRows), sizes, axes);
  const queries = spread(scaled, [0, 2, 1, 3]); // [B, A, T, D]
  const keys = spread(linear(graph, hidden, key), [0, 2, 3, 1]); // [B, A, D, T]
  const values = spread(linear(graph, hidden, value), [0, 2, 1, 3]); // [B, A, T, D]

  const scores = graph.add(graph.matMul(queries, keys), layout.attentionBias); // [B, A, T, T]
  const context = graph.matMul(graph.softmax(scores), values); // [B, A, T, D]

  const merged = graph.transpose(context, [0, 2, 1, 3]); // [B, T, A, D]
  const padded = graph.reshape(merged, [-1, sizes.hiddenSize]); // [B·T, H]
  return linear(graph, graph.gather(padded, layout.packedRows), parameters.output);
}

/**
 * The same for the `[CLS]` tokens alone, which is all that the heads read of the last layer:
 * [N, H] → [B, H].
 */
export function clsAttention(
  graph: GraphBuilder,
  hidden: Value,
  parameters: AttentionParameters,
  sizes: AttentionSizes,
  layout: PackedLayout,
): Value {
  const { query, key, value } = parameters;
  const cls = graph.gather(hidden, layout.clsRows); // [B, H]
  const scaled = linear(graph, cls, query, scoreFactor(sizes)); // [B, H]
  const queries = splitHeads(
    graph,
    graph.reshape(scaled, [-1, 1, sizes.hiddenSize]),
    sizes,
    [0, 2, 1, 3],
  ); // [B, A, 1, D]
  const spread = (rows: Value, axes: readonly number[]) =>
    splitHeads(graph, graph.gather(rows, layout.paddedRows), sizes, axes);
  const keys = spread(linear(graph, hidden, key), [0, 2, 3, 1]); // [B, A, D, T]
  const values = spread(linear(graph, hidden, value), [0, 2, 1, 3]); // [B, A, T, D]

  const scores = graph.add(graph.matMul(queries, keys), layout.attentionBias); // [B, A, 1, T]
  const context = graph.matMul(graph.softmax(scores), values); // [B, A, 1, D]
  return linear(graph, graph.reshape(context, [-1, sizes.hiddenSize]), parameters.output);
}

/** Scores are divided by √D; applied to the queries, which are fewer numbers. */
function scoreFactor({ hiddenSize, numAttentionHeads }: AttentionSizes): number {
  return 1 / Math.sqrt(hiddenSize / numAttentionHeads);
}

/** [B, T, H] → [B, T, A, D], then the axes in the order that is asked for. */
function splitHeads(
  graph: GraphBuilder,
  states: Value,
  { numAttentionHeads, hiddenSize }: AttentionSizes,
  axes: readonly number[],
): Value {
  const headWidth = hiddenSize / numAttentionHeads;
  return graph.transpose(graph.reshape(states, [0, 0, numAttentionHeads, headWidth]), axes);
}
