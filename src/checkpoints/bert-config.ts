/**
 * @file The sizes of a BERT, with the field names of its `config.json` [Devlin2019].
 */
import { z } from "zod";
import { FormatError } from "../base/errors.ts";

export interface BertConfig {
  readonly vocabSize: number;
  readonly hiddenSize: number;
  readonly numHiddenLayers: number;
  readonly numAttentionHeads: number;
  readonly intermediateSize: number;
  readonly maxPositionEmbeddings: number;
  readonly typeVocabSize: number;
  readonly layerNormEps: number;
}

/** The fields of BERT-base uncased. */
export const BERT_BASE: BertConfig = {
  vocabSize: 30522,
  hiddenSize: 768,
  numHiddenLayers: 12,
  numAttentionHeads: 12,
  intermediateSize: 3072,
  maxPositionEmbeddings: 512,
  typeVocabSize: 2,
  layerNormEps: 1e-12,
};

const size = z.number().int().positive();

/** Every field may be absent: tensor shapes say most of them. Unknown fields are left alone. */
const bertConfigJson = z.object({
  model_type: z.literal("bert").optional(),
  vocab_size: size.optional(),
  hidden_size: size.optional(),
  num_hidden_layers: size.optional(),
  num_attention_heads: size.optional(),
  intermediate_size: size.optional(),
  max_position_embeddings: size.optional(),
  type_vocab_size: size.optional(),
  layer_norm_eps: z.number().positive().optional(),
  hidden_act: z.literal("gelu").optional(),
  position_embedding_type: z.literal("absolute").optional(),
});

/** Reads the fields that a `config.json` gives; only exact GELU and absolute positions are known. */
export function parseBertConfig(fileName: string, json: unknown): Partial<BertConfig> {
  const parsed = bertConfigJson.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new FormatError(
      "CHECKPOINT_CONFIG",
      `Expected the config.json of a BERT in ${fileName}, got another value in field "${issue?.path.join(".") ?? ""}"`,
      {
        hint: "Only BERT with exact GELU and absolute positions is supported",
        place: { file: fileName },
      },
    );
  }
  const fields = parsed.data;
  return withoutUndefined({
    vocabSize: fields.vocab_size,
    hiddenSize: fields.hidden_size,
    numHiddenLayers: fields.num_hidden_layers,
    numAttentionHeads: fields.num_attention_heads,
    intermediateSize: fields.intermediate_size,
    maxPositionEmbeddings: fields.max_position_embeddings,
    typeVocabSize: fields.type_vocab_size,
    layerNormEps: fields.layer_norm_eps,
  });
}

/** The inverse of {@link parseBertConfig}, as other tools expect the file. */
export function formatBertConfig(config: BertConfig): Readonly<Record<string, unknown>> {
  return {
    architectures: ["BertModel"],
    model_type: "bert",
    vocab_size: config.vocabSize,
    hidden_size: config.hiddenSize,
    num_hidden_layers: config.numHiddenLayers,
    num_attention_heads: config.numAttentionHeads,
    intermediate_size: config.intermediateSize,
    hidden_act: "gelu",
    hidden_dropout_prob: 0.1,
    attention_probs_dropout_prob: 0.1,
    max_position_embeddings: config.maxPositionEmbeddings,
    type_vocab_size: config.typeVocabSize,
    initializer_range: 0.02,
    layer_norm_eps: config.layerNormEps,
    pad_token_id: 0,
  };
}

function withoutUndefined(
  fields: { [K in keyof BertConfig]: number | undefined },
): Partial<BertConfig> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
