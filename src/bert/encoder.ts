/**
 * @file The BERT encoder [Devlin2019 §3]: embeddings, then L blocks of attention and feed-forward,
 * each followed by a residual sum and a layer normalization. Forward and backward.
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
  attentionPass,
  clsAttention,
  clsAttentionPass,
  type PackedLayout,
  type TrainingLayout,
} from "./layers/attention.ts";
import { dropout } from "./layers/dropout.ts";
import { embedding, embeddingParameters, embeddingPass, rowsOf } from "./layers/embedding.ts";
import {
  type FeedForwardParameters,
  feedForward,
  feedForwardParameters,
  feedForwardPass,
} from "./layers/feed-forward.ts";
import {
  type LayerNormParameters,
  layerNorm,
  layerNormParameters,
  layerNormPass,
} from "./layers/layer-norm.ts";
import type { Parameters, RowLookup } from "./parameters.ts";
import type { TrainingContext } from "./pass.ts";

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
  lookUp: RowLookup = rowsOf(graph, parameters),
): Value {
  const tables = embeddingParameters(lookUp, parameters, config.layerNormEps);
  let hidden = embedding(graph, inputs, tables); // [N, H]
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

/** {@link PackedInputs} for training. */
export interface TrainingInputs extends TrainingLayout {
  readonly inputIds: Value; // [N]
  readonly positionIds: Value; // [N]
}

/** {@link encodeCls} in training. */
export function encodeClsPass(
  context: TrainingContext,
  inputs: TrainingInputs,
  parameters: Parameters,
  config: BertConfig,
): {
  readonly output: Value; // [B, H]
  /** Returns the gradient of the hidden states that enter the first layer, [N, H]. */
  backward(gradOutput: Value): Value;
  /** Carries that gradient to the sum of embedding rows, [N, H]. */
  embeddingBackward(gradHidden: Value): Value;
} {
  const { graph } = context;
  const lookUp = rowsOf(graph, parameters);
  const tables = embeddingParameters(lookUp, parameters, config.layerNormEps);
  const embedded = embeddingPass(context, inputs, tables, config.hiddenSize);
  let hidden = embedded.output; // [N, H]
  const last = config.numHiddenLayers - 1;
  const blocks = Array.from({ length: last }, (_, layer) => {
    const block = blockParameters(parameters, layer, config);
    const attended = attentionPass(context, hidden, block.attention, config, inputs); // [N, H]
    const finished = finishBlockPass(context, hidden, attended.output, block, ["rows", config]);
    hidden = finished.output;
    return { attended, finished };
  });
  const block = blockParameters(parameters, last, config);
  const attended = clsAttentionPass(context, hidden, block.attention, config, inputs); // [B, H]
  const cls = graph.gather(hidden, inputs.clsRows); // [B, H]
  const finished = finishBlockPass(context, cls, attended.output, block, ["batch", config]);

  return {
    output: finished.output,
    backward(gradOutput) {
      const gradLast = finished.backward(gradOutput); // [B, H]
      let gradHidden = attended.backward(gradLast.attended, gradLast.input); // [N, H]
      for (const lower of blocks.toReversed()) {
        const grad = lower.finished.backward(gradHidden);
        gradHidden = lower.attended.backward(grad.attended, grad.input);
      }
      return gradHidden;
    },
    embeddingBackward: (gradHidden) => embedded.backward(gradHidden),
  };
}

/** {@link finishBlock} in training; its input and what attention gave have gradients of their own. */
function finishBlockPass(
  context: TrainingContext,
  input: Value,
  attended: Value,
  block: BlockParameters,
  [rows, { hiddenSize }]: readonly [rows: "rows" | "batch", config: BertConfig],
): {
  readonly output: Value;
  backward(gradOutput: Value): { readonly input: Value; readonly attended: Value };
} {
  const { graph } = context;
  const attendedMask = context.dropoutMask([rows, hiddenSize]);
  const sum = graph.add(dropout(graph, attended, attendedMask), input);
  const middle = layerNormPass(context, sum, block.attentionNorm, hiddenSize);
  const widened = feedForwardPass(context, middle.output, block.feedForward);
  const widenedMask = context.dropoutMask([rows, hiddenSize]);
  const outputSum = graph.add(dropout(graph, widened.output, widenedMask), middle.output);
  const normalized = layerNormPass(context, outputSum, block.outputNorm, hiddenSize);
  return {
    output: normalized.output,
    backward(gradOutput) {
      const gradSum = normalized.backward(gradOutput);
      const gradMiddle = widened.backward(dropout(graph, gradSum, widenedMask), gradSum);
      const gradInput = middle.backward(gradMiddle);
      return { input: gradInput, attended: dropout(graph, gradInput, attendedMask) };
    },
  };
}
