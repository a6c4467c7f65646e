/**
 * @file The BERT encoder [Devlin2019 §3]: embeddings, then L blocks of attention and feed-forward,
 * each followed by a residual sum and a layer normalization.
 *
 * Shapes: N packed rows, B sequences, H hidden width.
 */
import type { GraphBuilder, Value } from "../onnx/graph-builder.ts";
import type { BertConfig } from "./bert-config.ts";
import {
  type AttentionParameters,
  type AttentionSizes,
  attention,
  attentionParameters,
  clsAttention,
  type PackedLayout,
} from "./layers/attention.ts";
import { embedding, embeddingParameters } from "./layers/embedding.ts";
import {
  type FeedForwardParameters,
  feedForward,
  feedForwardParameters,
} from "./layers/feed-forward.ts";
import { type LayerNormParameters, layerNorm, layerNormParameters } from "./layers/layer-norm.ts";
import type { Parameters } from "./parameters.ts";

export interface BlockParameters {
  readonly attention: AttentionParameters;
  readonly attentionNorm: LayerNormParameters;
  readonly feedForward: FeedForwardParameters;
  readonly outputNorm: LayerNormParameters;
}

/** What the encoder reads, packed: the tokens of all sequences, one after the other. */
export interface PackedInputs extends PackedLayout {
  readonly inputIds: Value; // [N]
  readonly positionIds: Value; // [N]
}

/** Finds the parameters of one encoder layer. */
export function blockParameters(
  parameters: Parameters,
  layer: number,
  config: BertConfig,
): BlockParameters {
  const name = `bert.encoder.layer.${layer}`;
  const { layerNormEps } = config;
  return {
    attention: attentionParameters(parameters, name),
    attentionNorm: layerNormParameters(
      parameters,
      `${name}.attention.output.LayerNorm`,
      layerNormEps,
    ),
    feedForward: feedForwardParameters(parameters, name),
    outputNorm: layerNormParameters(parameters, `${name}.output.LayerNorm`, layerNormEps),
  };
}

/**
 * Computes the last hidden state of every `[CLS]`: [N] → [B, H]. The last layer is computed for
 * these rows only, since nothing reads the others.
 */
export function encodeCls(
  graph: GraphBuilder,
  inputs: PackedInputs,
  parameters: Parameters,
  config: BertConfig,
): Value {
  let hidden = embedding(graph, inputs, embeddingParameters(parameters, config.layerNormEps));
  const last = config.numHiddenLayers - 1;
  for (let layer = 0; layer < last; layer++) {
    const block = blockParameters(parameters, layer, config);
    hidden = encoderBlock(graph, hidden, block, config, inputs); // [N, H]
  }
  const block = blockParameters(parameters, last, config);
  const attended = clsAttention(graph, hidden, block.attention, config, inputs); // [B, H]
  return finishBlock(graph, graph.gather(hidden, inputs.clsRows), attended, block); // [B, H]
}

/** One encoder layer for every row: [N, H] → [N, H]. */
export function encoderBlock(
  graph: GraphBuilder,
  input: Value,
  block: BlockParameters,
  sizes: AttentionSizes,
  layout: PackedLayout,
): Value {
  const attended = attention(graph, input, block.attention, sizes, layout); // [N, H]
  return finishBlock(graph, input, attended, block);
}

/** The part of a block that treats every row by itself: residuals, norms and feed-forward. */
function finishBlock(
  graph: GraphBuilder,
  input: Value,
  attended: Value,
  block: BlockParameters,
): Value {
  const middle = layerNorm(graph, graph.add(attended, input), block.attentionNorm);
  const widened = feedForward(graph, middle, block.feedForward);
  return layerNorm(graph, graph.add(widened, middle), block.outputNorm);
}
