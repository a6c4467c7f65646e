/**
 * @file Multi-head self-attention [Vaswani2017 §3.2]: softmax(Q·Kᵀ/√D + bias)·V for every head,
 * forward and backward.
 *
 * Hidden states are packed: the rows of all sequences, one after the other, without padding. Only
 * scores need rectangles, so queries, keys and values are spread out to [B, T, H] for them.
 * Shapes: N packed rows, B sequences, T longest length, A heads, D width of a head, H = A·D.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";
import type { Pass, TrainingContext } from "../pass.ts";
import { dropout } from "./dropout.ts";
import { type LinearParameters, linear, linearParameters, linearPass } from "./linear.ts";

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

/** A layout for training: it also tells tokens from padding. */
export interface TrainingLayout extends PackedLayout {
  /** 1 for tokens, 0 for padding, [B, T, 1]. */
  readonly tokenMask: Value;
}

/** {@link attention} in training. */
export function attentionPass(
  context: TrainingContext,
  hidden: Value,
  parameters: AttentionParameters,
  sizes: AttentionSizes,
  layout: TrainingLayout,
): Pass {
  const { graph } = context;
  const query = linearPass(context, hidden, parameters.query, { resultFactor: scoreFactor(sizes) });
  const key = linearPass(context, hidden, parameters.key);
  const value = linearPass(context, hidden, parameters.value);
  const states = [query, key, value].map(({ output }) => spread(graph, output, sizes, layout));
  const scored = scorePass(context, states, sizes, ["batch", "heads", "length", "length"], layout);
  const packed = pack(graph, scored.output, sizes, layout); // [N, H]
  const output = linearPass(context, packed, parameters.output);

  return {
    output: output.output,
    backward(gradOutput, addend) {
      const gradPacked = output.backward(gradOutput); // [N, H]
      const padded = graph.gather(gradPacked, layout.paddedRows); // [B, T, H]
      const gradContext = splitHeads(
        graph,
        graph.multiply(padded, layout.tokenMask),
        sizes,
        [0, 2, 1, 3],
      ); // [B, A, T, D]
      const gradStates = scored.backward(gradContext);
      const toRows = (grad: Value) => pack(graph, grad, sizes, layout); // [N, H]
      const gradQuery = query.backward(toRows(gradStates.query), addend);
      const gradKey = key.backward(toRows(gradStates.key), gradQuery);
      return value.backward(toRows(gradStates.value), gradKey);
    },
  };
}

/** {@link clsAttention} in training. */
export function clsAttentionPass(
  context: TrainingContext,
  hidden: Value,
  parameters: AttentionParameters,
  sizes: AttentionSizes,
  layout: TrainingLayout,
): {
  readonly output: Value;
  /** `gradCls` is the gradient that reaches the `[CLS]` rows of the input on another way, [B, H]. */
  backward(gradOutput: Value, gradCls: Value): Value;
} {
  const { graph } = context;
  const cls = graph.gather(hidden, layout.clsRows); // [B, H]
  const query = linearPass(context, cls, parameters.query, { resultFactor: scoreFactor(sizes) });
  const key = linearPass(context, hidden, parameters.key);
  const value = linearPass(context, hidden, parameters.value);
  const toHeads = (rows: Value) =>
    splitHeads(graph, graph.reshape(rows, [-1, 1, sizes.hiddenSize]), sizes, [0, 2, 1, 3]);
  const states = [
    toHeads(query.output), // [B, A, 1, D]
    ...[key, value].map(({ output }) => spread(graph, output, sizes, layout)), // [B, A, T, D]
  ];
  const scored = scorePass(context, states, sizes, ["batch", "heads", 1, "length"], layout);
  const merged = graph.reshape(scored.output, [-1, sizes.hiddenSize]); // [B, H]
  const output = linearPass(context, merged, parameters.output);

  return {
    output: output.output,
    backward(gradOutput, gradCls) {
      const gradStates = scored.backward(toHeads(output.backward(gradOutput)));
      const gradQueryRows = graph.reshape(gradStates.query, [-1, sizes.hiddenSize]); // [B, H]
      const gradClsRows = query.backward(gradQueryRows, gradCls); // [B, H]
      const toRows = (grad: Value) => pack(graph, grad, sizes, layout); // [N, H]
      const gradKey = key.backward(toRows(gradStates.key));
      const gradValue = value.backward(toRows(gradStates.value), gradKey);
      const attributes = { reduction: { string: "add" } };
      const rows = graph.reshape(layout.clsRows, [-1, 1]); // [B, 1]
      return graph.node("ScatterND", [gradValue, rows, gradClsRows], { attributes })[0]; // [N, H]
    },
  };
}

/**
 * softmax(Q·Kᵀ + bias)·V and its way back. Q has T rows or 1, written S here:
 * [B, A, S, D], [B, A, T, D], [B, A, T, D] → [B, A, S, D].
 */
function scorePass(
  { graph, dropoutMask }: TrainingContext,
  states: readonly Value[],
  sizes: AttentionSizes,
  scoreShape: readonly ["batch", "heads", "length" | 1, "length"],
  layout: TrainingLayout,
): {
  readonly output: Value;
  backward(gradOutput: Value): {
    readonly query: Value;
    readonly key: Value;
    readonly value: Value;
  };
} {
  const [queries, keys, values] = states as readonly [Value, Value, Value]; // Callers give three.
  const transposed = (x: Value) => graph.transpose(x, [0, 1, 3, 2]);
  const products = graph.matMul(queries, transposed(keys)); // [B, A, S, T]
  const weights = graph.softmax(graph.add(products, layout.attentionBias)); // [B, A, S, T]
  const [batch, , rows, length] = scoreShape;
  const mask = dropoutMask([batch, sizes.numAttentionHeads, rows, length]);
  const kept = dropout(graph, weights, mask);
  const output = graph.matMul(kept, values); // [B, A, S, D]

  return {
    output,
    backward(gradOutput) {
      const gradKept = graph.matMul(gradOutput, transposed(values)); // [B, A, S, T]
      const gradWeights = dropout(graph, gradKept, mask);
      // The sum over T of gradient times weight, taken over the shorter axis D instead.
      const sums = graph.reduceSum(graph.multiply(gradOutput, output), [3], "keep"); // [B, A, S, 1]
      const gradScores = graph.multiply(weights, graph.subtract(gradWeights, sums));
      return {
        query: graph.matMul(gradScores, keys), // [B, A, S, D]
        key: graph.matMul(transposed(gradScores), queries), // [B, A, T, D]
        value: graph.matMul(transposed(kept), gradOutput), // [B, A, T, D]
      };
    },
  };
}

/** Packed rows to padded sequences, by head: [N, H] → [B, A, T, D]. */
function spread(
  graph: GraphBuilder,
  rows: Value,
  sizes: AttentionSizes,
  layout: PackedLayout,
): Value {
  return splitHeads(graph, graph.gather(rows, layout.paddedRows), sizes, [0, 2, 1, 3]);
}

/** The inverse of {@link spread}: [B, A, T, D] → [N, H]. */
function pack(
  graph: GraphBuilder,
  states: Value,
  sizes: AttentionSizes,
  layout: PackedLayout,
): Value {
  const merged = graph.transpose(states, [0, 2, 1, 3]); // [B, T, A, D]
  const padded = graph.reshape(merged, [-1, sizes.hiddenSize]); // [B·T, H]
  return graph.gather(padded, layout.packedRows);
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
