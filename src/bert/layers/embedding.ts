/**
 * @file Input embeddings: word + position + token type, then layer normalization [Devlin2019 §3],
 * forward and backward.
 *
 * Token types are all zero here, so their table counts with its first row only.
 * Shapes: N rows (tokens of all sequences, one after the other), V, P, H as in the config.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";
import type { Pass, TrainingContext } from "../pass.ts";
import { dropout } from "./dropout.ts";
import {
  type LayerNormParameters,
  layerNorm,
  layerNormParameters,
  layerNormPass,
} from "./layer-norm.ts";

export interface EmbeddingParameters {
  readonly words: Value; // [V, H]
  readonly positions: Value; // [P, H]
  readonly tokenTypes: Value; // [2, H]
  readonly norm: LayerNormParameters;
}

/** Finds the parameters of the embeddings. */
export function embeddingParameters(parameters: Parameters, epsilon: number): EmbeddingParameters {
  const name = "bert.embeddings";
  return {
    words: parameters(`${name}.word_embeddings.weight`),
    positions: parameters(`${name}.position_embeddings.weight`),
    tokenTypes: parameters(`${name}.token_type_embeddings.weight`),
    norm: layerNormParameters(parameters, `${name}.LayerNorm`, epsilon),
  };
}

/** Looks up every token: ids and positions, [N] each → [N, H]. */
export function embedding(
  graph: GraphBuilder,
  { inputIds, positionIds }: { readonly inputIds: Value; readonly positionIds: Value },
  { norm, ...tables }: EmbeddingParameters,
): Value {
  return layerNorm(graph, sumOfRows(graph, { inputIds, positionIds }, tables), norm);
}

/**
 * {@link embedding} in training. The gradient of its input is that of the summed rows, [N, H];
 * adding it to the rows of the tables is left to the caller, who knows the ids: a graph would
 * write whole tables.
 */
export function embeddingPass(
  context: TrainingContext,
  inputs: { readonly inputIds: Value; readonly positionIds: Value },
  { norm, ...tables }: EmbeddingParameters,
  hiddenSize: number,
): Pass {
  const { graph } = context;
  const normalized = layerNormPass(context, sumOfRows(graph, inputs, tables), norm, hiddenSize);
  const mask = context.dropoutMask(["rows", hiddenSize]);
  return {
    output: dropout(graph, normalized.output, mask),
    backward: (gradOutput) => normalized.backward(dropout(graph, gradOutput, mask)),
  };
}

function sumOfRows(
  graph: GraphBuilder,
  { inputIds, positionIds }: { readonly inputIds: Value; readonly positionIds: Value },
  { words, positions, tokenTypes }: Omit<EmbeddingParameters, "norm">,
): Value {
  const word = graph.gather(words, inputIds); // [N, H]
  const position = graph.gather(positions, positionIds); // [N, H]
  const tokenType = graph.gather(tokenTypes, graph.integer(0)); // [H]
  return graph.add(graph.add(word, tokenType), position);
}
