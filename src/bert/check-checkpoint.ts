/**
 * @file Checks that a checkpoint is a complete BERT, and finds its sizes.
 *
 * Sizes come from tensor shapes; `config.json`, when there is one, must agree and adds what shapes
 * cannot say. A model is never loaded in part: each missing, extra or misshapen tensor is named.
 */
import { FormatError } from "../base/errors.ts";
import { printableName } from "../base/printable-name.ts";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import type { TensorInfo } from "../checkpoints/tensor-info.ts";
import { tensorBlocks } from "../checkpoints/tensor-values.ts";
import { BERT_BASE, type BertConfig, parseBertConfig, usualHeadCount } from "./bert-config.ts";
import { parameterShapes } from "./parameters.ts";

/** Tensors that may be absent, both or none: labels do not need them. */
const POOLER_TENSORS = ["bert.pooler.dense.weight", "bert.pooler.dense.bias"] as const;

/** Element types that parameters may have. */
const FLOAT_DTYPES: ReadonlySet<string> = new Set(["float32", "float64", "float16", "bfloat16"]);

/** What the caller wants to load. */
export type BertPart = "labeler" | "encoder";

/**
 * Returns the sizes of the BERT in a checkpoint. `labeler` wants the 14 heads; `encoder` wants
 * none, and leaves out heads of pretraining (`cls.`) and of labeling.
 * @throws {FormatError} naming the first tensor that is missing, extra or misshapen.
 */
export function checkBert(checkpoint: Checkpoint, part: BertPart): BertConfig {
  const config = deriveBertConfig(checkpoint);
  const expected = expectedShapes(checkpoint, config, part);
  for (const [name, shape] of expected) checkTensor(checkpoint, name, shape);
  const extra = [...checkpoint.tensors.keys()].filter((name) => !expected.has(name));
  const unknown = extra.filter((name) => part === "labeler" || !/^(cls|linear_heads)\./.test(name));
  if (unknown.length === 0) return config;
  throw new FormatError(
    "CHECKPOINT_EXTRA_TENSOR",
    `Expected only the tensors of a BERT ${part} in ${checkpoint.name}, got also ${list(unknown)}`,
    { hint: "The checkpoint is of another model", place: { file: checkpoint.name } },
  );
}

/** Throws when a value is NaN or infinite, or too large for float32. Reads every tensor once. */
export async function checkFiniteValues(checkpoint: Checkpoint): Promise<void> {
  for (const tensor of checkpoint.tensors.values()) {
    // Whole numbers are finite; their scales may not be.
    if (await hasOnlyFiniteValues(tensor.rowScales ?? tensor)) continue;
    throw new FormatError(
      "CHECKPOINT_NON_FINITE_VALUE",
      `Expected finite values in tensor ${printableName(tensor.name)} of ${checkpoint.name}, got NaN or infinity`,
      {
        hint: "The training of this checkpoint diverged, or the file is damaged",
        place: { file: checkpoint.name },
      },
    );
  }
}

/** Throws unless the vocabulary has one entry per row of the word embeddings. */
export function checkVocabularySize(
  checkpoint: Checkpoint,
  config: BertConfig,
  entryCount: number,
): void {
  if (entryCount === config.vocabSize) return;
  throw new FormatError(
    "CHECKPOINT_VOCABULARY_SIZE",
    `Expected a vocabulary of ${config.vocabSize} entries for ${checkpoint.name}, got ${entryCount}`,
    {
      hint: "Use --vocab with the vocabulary the checkpoint was trained with",
      place: { file: checkpoint.name },
    },
  );
}

/** Name and shape of every tensor there must be; the pooler's when one of them is there. */
function expectedShapes(
  checkpoint: Checkpoint,
  config: BertConfig,
  part: BertPart,
): Map<string, readonly number[]> {
  const shapes = new Map(
    [...parameterShapes(config)].filter(
      ([name]) => part === "labeler" || !name.startsWith("linear_heads."),
    ),
  );
  const [weight, bias] = POOLER_TENSORS;
  if (checkpoint.tensors.has(weight) || checkpoint.tensors.has(bias)) {
    shapes.set(weight, [config.hiddenSize, config.hiddenSize]);
    shapes.set(bias, [config.hiddenSize]);
  }
  return shapes;
}

/** Finds the sizes; each comes from the tensor that shows it. */
function deriveBertConfig(checkpoint: Checkpoint): BertConfig {
  const json = checkpoint.metadata.config;
  const given = json === undefined ? undefined : parseBertConfig(json, checkpoint.name);
  const embeddings = "bert.embeddings";
  const [vocabSize, hiddenSize] = matrixShape(checkpoint, `${embeddings}.word_embeddings.weight`);
  const [maxPositionEmbeddings] = matrixShape(
    checkpoint,
    `${embeddings}.position_embeddings.weight`,
  );
  const [typeVocabSize] = matrixShape(checkpoint, `${embeddings}.token_type_embeddings.weight`);
  const [intermediateSize] = matrixShape(
    checkpoint,
    "bert.encoder.layer.0.intermediate.dense.weight",
  );
  const derived: BertConfig = {
    vocabSize,
    hiddenSize,
    numHiddenLayers: countLayers(checkpoint),
    numAttentionHeads: given?.numAttentionHeads ?? headCount(checkpoint, hiddenSize),
    intermediateSize,
    maxPositionEmbeddings,
    typeVocabSize,
    layerNormEps: given?.layerNormEps ?? BERT_BASE.layerNormEps,
  };
  if (given !== undefined) checkAgreement(checkpoint, derived, given);
  return derived;
}

function countLayers(checkpoint: Checkpoint): number {
  const layers = new Set<string>();
  for (const name of checkpoint.tensors.keys()) {
    const [, layer] = /^bert\.encoder\.layer\.(\d+)\./.exec(name) ?? [];
    if (layer !== undefined) layers.add(layer);
  }
  // A gap in the numbers shows as a missing tensor.
  return layers.size;
}

function headCount(checkpoint: Checkpoint, hiddenSize: number): number {
  const heads = usualHeadCount(hiddenSize);
  if (heads !== undefined) return heads;
  throw new FormatError(
    "CHECKPOINT_HEAD_WIDTH",
    `Expected a multiple of 64 as hidden size of ${checkpoint.name}, got ${hiddenSize}`,
    {
      hint: "Give a model folder whose config.json has the right num_attention_heads",
      place: { file: checkpoint.name },
    },
  );
}

function checkAgreement(checkpoint: Checkpoint, derived: BertConfig, given: BertConfig): void {
  const stated = new Map<string, number>(Object.entries(given));
  for (const [field, size] of Object.entries(derived)) {
    if (stated.get(field) === size) continue;
    throw new FormatError(
      "CHECKPOINT_CONFIG",
      `Expected ${field} ${size} as the tensors of ${checkpoint.name} say, got ${stated.get(field)} in config.json`,
      { hint: "config.json belongs to another model", place: { file: checkpoint.name } },
    );
  }
}

function matrixShape(checkpoint: Checkpoint, name: string): readonly [number, number] {
  const tensor = findTensor(checkpoint, name);
  const [rows, columns] = tensor.shape;
  const isMatrix = tensor.shape.length === 2 && rows !== undefined && columns !== undefined;
  if (!isMatrix || rows === 0 || columns === 0) throw wrongShape(checkpoint, tensor, "two sizes");
  return [rows, columns];
}

function findTensor(checkpoint: Checkpoint, name: string): TensorInfo {
  const tensor = checkpoint.tensors.get(name);
  if (tensor !== undefined) return tensor;
  throw new FormatError(
    "CHECKPOINT_MISSING_TENSOR",
    `Expected tensor ${name} in ${checkpoint.name}, got ${checkpoint.tensors.size} tensors without it`,
    { hint: "The checkpoint is incomplete or of another model", place: { file: checkpoint.name } },
  );
}

function checkTensor(checkpoint: Checkpoint, name: string, shape: readonly number[]): void {
  const tensor = findTensor(checkpoint, name);
  if (tensor.shape.join() !== shape.join()) throw wrongShape(checkpoint, tensor, `[${shape}]`);
  if (FLOAT_DTYPES.has(tensor.dtype) || tensor.rowScales !== undefined) return;
  throw new FormatError(
    "CHECKPOINT_TENSOR_DTYPE",
    `Expected floating-point values in tensor ${name} of ${checkpoint.name}, got ${tensor.dtype}`,
    { hint: "Quantized PyTorch models are not supported", place: { file: checkpoint.name } },
  );
}

function wrongShape(checkpoint: Checkpoint, tensor: TensorInfo, expected: string): FormatError {
  return new FormatError(
    "CHECKPOINT_TENSOR_SHAPE",
    `Expected shape ${expected} of tensor ${tensor.name} in ${checkpoint.name}, got [${tensor.shape}]`,
    { hint: "The checkpoint is of another model", place: { file: checkpoint.name } },
  );
}

/** All bits of a float32's exponent: set in NaN and infinity, and in no other value. */
const EXPONENT_BITS = 0x7f80_0000;

async function hasOnlyFiniteValues(tensor: TensorInfo): Promise<boolean> {
  for await (const { buffer, byteOffset, length } of tensorBlocks(tensor)) {
    // Integers, because they are checked several times faster: BERT-base takes 0.2 s instead of 0.9.
    const bits = new Uint32Array(buffer, byteOffset, length);
    for (let i = 0; i < length; i += 1) {
      if (((bits[i] ?? 0) & EXPONENT_BITS) === EXPONENT_BITS) return false;
    }
  }
  return true;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(printableName).join(", ");
  return names.length <= 3 ? shown : `${shown} and ${names.length - 3} more`;
}
