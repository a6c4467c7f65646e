/**
 * @file The tensors of a BERT with 14 heads: names in the model's order, and shapes [chexbert.md §7.2].
 *
 * Linear weights are [out, in], as PyTorch keeps them.
 */
import type { BertConfig } from "./bert-config.ts";

/** Classes of each head: 13 observations take four, No Finding takes two [Smit2020]. */
export const HEAD_CLASS_COUNTS: readonly number[] = [...Array.from({ length: 13 }, () => 4), 2];

/** Tensors that may be absent: labels do not need them. */
export const POOLER_TENSORS: ReadonlySet<string> = new Set([
  "bert.pooler.dense.weight",
  "bert.pooler.dense.bias",
]);

type Shape = readonly number[];

/** Returns name and shape of every tensor of the encoder, pooler included, in PyTorch's order. */
export function encoderShapes(config: BertConfig): Map<string, Shape> {
  const H = config.hiddenSize;
  const shapes = new Map<string, Shape>([
    ["bert.embeddings.word_embeddings.weight", [config.vocabSize, H]],
    ["bert.embeddings.position_embeddings.weight", [config.maxPositionEmbeddings, H]],
    ["bert.embeddings.token_type_embeddings.weight", [config.typeVocabSize, H]],
    ...norm("bert.embeddings.LayerNorm", H),
  ]);
  for (let layer = 0; layer < config.numHiddenLayers; layer += 1) {
    const name = `bert.encoder.layer.${layer}`;
    const tensors = [
      ...linear(`${name}.attention.self.query`, [H, H]),
      ...linear(`${name}.attention.self.key`, [H, H]),
      ...linear(`${name}.attention.self.value`, [H, H]),
      ...linear(`${name}.attention.output.dense`, [H, H]),
      ...norm(`${name}.attention.output.LayerNorm`, H),
      ...linear(`${name}.intermediate.dense`, [config.intermediateSize, H]),
      ...linear(`${name}.output.dense`, [H, config.intermediateSize]),
      ...norm(`${name}.output.LayerNorm`, H),
    ];
    for (const [tensor, shape] of tensors) shapes.set(tensor, shape);
  }
  for (const [tensor, shape] of linear("bert.pooler.dense", [H, H])) shapes.set(tensor, shape);
  return shapes;
}

/** Returns name and shape of every tensor of the heads. */
export function headShapes(config: BertConfig): Map<string, Shape> {
  return new Map(
    HEAD_CLASS_COUNTS.flatMap((C, head) => linear(`linear_heads.${head}`, [C, config.hiddenSize])),
  );
}

function linear(name: string, [out, into]: readonly [number, number]): [string, Shape][] {
  return [
    [`${name}.weight`, [out, into]],
    [`${name}.bias`, [out]],
  ];
}

function norm(name: string, width: number): [string, Shape][] {
  return [
    [`${name}.weight`, [width]],
    [`${name}.bias`, [width]],
  ];
}
