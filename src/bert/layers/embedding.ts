/**
 * @file Input embeddings: word + position + token type, then layer normalization [Devlin2019 §3].
 *
 * Token types are all zero here, so their table counts with its first row only.
 * Shapes: N rows (tokens of all sequences, one after the other), V, P, H as in the config.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters } from "../parameters.ts";
import { type LayerNormParameters, layerNorm, layerNormParameters } from "./layer-norm.ts";

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
  { words, positions, tokenTypes, norm }: EmbeddingParameters,
): Value {
  const word = graph.gather(words, inputIds); // [N, H]
  const position = graph.gather(positions, positionIds); // [N, H]
  const tokenType = graph.gather(tokenTypes, graph.integer(0)); // [H]
  return layerNorm(graph, graph.add(graph.add(word, tokenType), position), norm);
}
