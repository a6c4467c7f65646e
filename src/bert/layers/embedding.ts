/**
 * @file Input embeddings: word + position + token type, then layer normalization [Devlin2019 §3],
 * forward and backward.
 *
 * Token types are all zero here, so their table counts with its first row only.
 * Shapes: N rows (tokens of all sequences, one after the other), V, P, H as in the config.
 */
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { Parameters, RowLookup } from "../parameters.ts";
import type { Pass, TrainingContext } from "../pass.ts";
import { dropout } from "./dropout.ts";
import {
  type LayerNormParameters,
  layerNorm,
  layerNormParameters,
  layerNormPass,
} from "./layer-norm.ts";

export interface EmbeddingParameters {
  /** Finds rows of the tables of words [V, H], positions [P, H] and token types [S, H]. */
  readonly lookUp: RowLookup;
  readonly norm: LayerNormParameters;
}

const MODULE = "bert.embeddings";

/** Finds the parameters of the embeddings. */
export function embeddingParameters(
  lookUp: RowLookup,
  parameters: Parameters,
  epsilon: number,
): EmbeddingParameters {
  return { lookUp, norm: layerNormParameters(parameters, `${MODULE}.LayerNorm`, epsilon) };
}

/** Rows of whole float32 tables. */
export function rowsOf(graph: GraphBuilder, parameters: Parameters): RowLookup {
  return (name, rows) => graph.gather(parameters(name), rows);
}

/** Looks up every token: ids and positions, [N] each → [N, H]. */
export function embedding(
  graph: GraphBuilder,
  { inputIds, positionIds }: { readonly inputIds: Value; readonly positionIds: Value },
  { lookUp, norm }: EmbeddingParameters,
): Value {
  return layerNorm(graph, sumOfRows(graph, { inputIds, positionIds }, lookUp), norm);
}

/**
 * {@link embedding} in training. The gradient of its input is that of the summed rows, [N, H];
 * adding it to the rows of the tables is left to the caller, who knows the ids: a graph would
 * write whole tables.
 */
export function embeddingPass(
  context: TrainingContext,
  inputs: { readonly inputIds: Value; readonly positionIds: Value },
  { lookUp, norm }: EmbeddingParameters,
  hiddenSize: number,
): Pass {
  const { graph } = context;
  const normalized = layerNormPass(context, sumOfRows(graph, inputs, lookUp), norm, hiddenSize);
  const mask = context.dropoutMask(["rows", hiddenSize]);
  return {
    output: dropout(graph, normalized.output, mask),
    backward: (gradOutput) => normalized.backward(dropout(graph, gradOutput, mask)),
  };
}

function sumOfRows(
  graph: GraphBuilder,
  { inputIds, positionIds }: { readonly inputIds: Value; readonly positionIds: Value },
  lookUp: RowLookup,
): Value {
  const word = lookUp(`${MODULE}.word_embeddings.weight`, inputIds); // [N, H]
  const position = lookUp(`${MODULE}.position_embeddings.weight`, positionIds); // [N, H]
  const tokenType = lookUp(`${MODULE}.token_type_embeddings.weight`, graph.integer(0)); // [H]
  return graph.add(graph.add(word, tokenType), position);
}
