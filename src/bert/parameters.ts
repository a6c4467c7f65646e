/**
 * @file The parameters of the encoder and the heads: their names in a state dict and their shapes.
 *
 * Letters: V, P, H, I as in the config; S token types, C classes of a head.
 */
import { LABEL_CLASSES } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { Value } from "../onnx/graph-builder.ts";
import type { BertConfig } from "./bert-config.ts";

/** Finds the value of a parameter by its name in the state dict. */
export type Parameters = (name: string) => Value;

/** Finds rows of a matrix among the parameters by their indices: [N] → [N, H]. */
export type RowLookup = (name: string, rows: Value) => Value;

/** Classes of each head: all four, but only blank and positive for No Finding. */
export const HEAD_CLASS_COUNTS: readonly number[] = OBSERVATIONS.map((observation) =>
  observation === "No Finding" ? 2 : LABEL_CLASSES.length,
);

/** Returns every parameter that the labels depend on, in the order of PyTorch's modules. */
export function parameterShapes(config: BertConfig): ReadonlyMap<string, readonly number[]> {
  const { vocabSize: V, maxPositionEmbeddings: P, typeVocabSize: S } = config;
  const { hiddenSize: H, intermediateSize: I } = config;
  const shapes: [string, readonly number[]][] = [
    ["bert.embeddings.word_embeddings.weight", [V, H]],
    ["bert.embeddings.position_embeddings.weight", [P, H]],
    ["bert.embeddings.token_type_embeddings.weight", [S, H]],
    ...pair("bert.embeddings.LayerNorm", [H]),
  ];
  for (let layer = 0; layer < config.numHiddenLayers; layer++) {
    const block = `bert.encoder.layer.${layer}`;
    shapes.push(
      ...pair(`${block}.attention.self.query`, [H, H]),
      ...pair(`${block}.attention.self.key`, [H, H]),
      ...pair(`${block}.attention.self.value`, [H, H]),
      ...pair(`${block}.attention.output.dense`, [H, H]),
      ...pair(`${block}.attention.output.LayerNorm`, [H]),
      ...pair(`${block}.intermediate.dense`, [I, H]),
      ...pair(`${block}.output.dense`, [H, I]),
      ...pair(`${block}.output.LayerNorm`, [H]),
    );
  }
  HEAD_CLASS_COUNTS.forEach((C, head) => {
    shapes.push(...pair(`linear_heads.${head}`, [C, H]));
  });
  return new Map(shapes);
}

/** Weight and bias of one layer; the bias is as long as the weight's first axis. */
function pair(name: string, weightShape: readonly [number, ...number[]]) {
  return [
    [`${name}.weight`, weightShape],
    [`${name}.bias`, [weightShape[0]]],
  ] satisfies [string, readonly number[]][];
}
