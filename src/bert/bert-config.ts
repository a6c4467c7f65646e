/**
 * @file The sizes of a BERT encoder: the fields of its `config.json` [Devlin2019].
 */
import { FormatError } from "../base/errors.ts";

/** The fields that decide what the encoder computes, named as in `config.json`. */
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

/** BERT-base, uncased: the encoder of CheXbert. */
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

/** Every published BERT has heads of this width, so it is assumed when no `config.json` tells. */
const USUAL_HEAD_WIDTH = 64;

const SIZE_KEYS = {
  vocabSize: "vocab_size",
  hiddenSize: "hidden_size",
  numHiddenLayers: "num_hidden_layers",
  numAttentionHeads: "num_attention_heads",
  intermediateSize: "intermediate_size",
  maxPositionEmbeddings: "max_position_embeddings",
  typeVocabSize: "type_vocab_size",
} as const;

/** Activations of `config.json` that mean the exact form of GELU. */
const EXACT_GELU: ReadonlySet<unknown> = new Set([undefined, "gelu", "gelu_python"]);

/**
 * Reads the object in a `config.json`; keys that do not matter here are ignored.
 *
 * @throws FormatError when a size is missing or is no count, or the encoder is not a plain BERT.
 */
export function parseBertConfig(json: unknown, file: string): BertConfig {
  const fields = asRecord(json, file);
  const size = (key: string): number => {
    const value = fields[key];
    if (typeof value === "number" && Number.isSafeInteger(value) && 0 < value) return value;
    throw configError(`a positive whole number as "${key}"`, describe(value), file);
  };
  const sizes = Object.fromEntries(
    Object.entries(SIZE_KEYS).map(([name, key]) => [name, size(key)]),
  ) as Record<keyof typeof SIZE_KEYS, number>; // The entries are those of SIZE_KEYS.
  if (sizes.hiddenSize % sizes.numAttentionHeads !== 0) {
    const { hiddenSize, numAttentionHeads } = sizes;
    throw configError("heads that divide the width", `${numAttentionHeads}, ${hiddenSize}`, file);
  }
  if (!EXACT_GELU.has(fields["hidden_act"])) {
    throw configError(`"gelu" as "hidden_act"`, describe(fields["hidden_act"]), file);
  }
  const position = fields["position_embedding_type"];
  if (position !== undefined && position !== "absolute") {
    throw configError(`"absolute" as "position_embedding_type"`, describe(position), file);
  }
  return { ...sizes, layerNormEps: epsilon(fields["layer_norm_eps"], file) };
}

/** Writes the object of a `config.json` that {@link parseBertConfig} and transformers read. */
export function formatBertConfig(config: BertConfig): Readonly<Record<string, unknown>> {
  return {
    model_type: "bert",
    ...Object.fromEntries(
      Object.entries(SIZE_KEYS).map(([name, key]) => [
        key,
        config[name as keyof typeof SIZE_KEYS], // The entries are those of SIZE_KEYS.
      ]),
    ),
    hidden_act: "gelu",
    layer_norm_eps: config.layerNormEps,
    pad_token_id: 0,
  };
}

/** Returns how many heads an encoder of this width has when nothing else says so. */
export function usualHeadCount(hiddenSize: number): number | undefined {
  return hiddenSize % USUAL_HEAD_WIDTH === 0 ? hiddenSize / USUAL_HEAD_WIDTH : undefined;
}

function epsilon(value: unknown, file: string): number {
  if (value === undefined) return BERT_BASE.layerNormEps;
  if (typeof value === "number" && 0 < value && value < 1) return value;
  throw configError(`a small positive number as "layer_norm_eps"`, describe(value), file);
}

function asRecord(json: unknown, file: string): Readonly<Record<string, unknown>> {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) {
    return json as Readonly<Record<string, unknown>>; // Any object may be read by key.
  }
  throw configError("a JSON object", describe(json), file);
}

function describe(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 40);
}

function configError(expected: string, got: string, file: string): FormatError {
  return new FormatError("BERT_CONFIG_UNSUPPORTED", `Expected ${expected} in ${file}, got ${got}`, {
    place: { file },
  });
}
