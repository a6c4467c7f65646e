/**
 * @file Checks that a checkpoint is a complete BERT, and finds its sizes.
 *
 * Sizes come from tensor shapes; `config.json`, when there is one, must agree and adds what shapes
 * cannot say. A model is never loaded in part: each missing, extra or misshapen tensor is named.
 */
import { FormatError } from "../base/errors.ts";
import { BERT_BASE, type BertConfig, parseBertConfig } from "./bert-config.ts";
import { encoderShapes, headShapes, POOLER_TENSORS } from "./bert-tensors.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { TensorInfo } from "./tensor-info.ts";
import { tensorBlocks } from "./tensor-values.ts";
import { printable } from "./torch/pickle.ts";

/** Width of one attention head of every BERT of the original family [Devlin2019]. */
const HEAD_WIDTH = 64;

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
  const expected = encoderShapes(config);
  if (part === "labeler") {
    for (const [name, shape] of headShapes(config)) expected.set(name, shape);
  }
  for (const [name, shape] of expected) checkTensor(checkpoint, name, shape);
  checkPooler(checkpoint);
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
    if (await hasOnlyFiniteValues(tensor)) continue;
    throw new FormatError(
      "CHECKPOINT_NON_FINITE_VALUE",
      `Expected finite values in tensor ${printable(tensor.name)} of ${checkpoint.name}, got NaN or infinity`,
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

/** Finds the sizes; each comes from the tensor that shows it. */
function deriveBertConfig(checkpoint: Checkpoint): BertConfig {
  const given =
    checkpoint.metadata.config === undefined
      ? {}
      : parseBertConfig(checkpoint.name, checkpoint.metadata.config);
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
  const derived = {
    vocabSize,
    hiddenSize,
    numHiddenLayers: countLayers(checkpoint),
    intermediateSize,
    maxPositionEmbeddings,
    typeVocabSize,
  };
  checkAgreement(checkpoint, derived, given);
  return {
    ...derived,
    numAttentionHeads: headCount(checkpoint, hiddenSize, given.numAttentionHeads),
    layerNormEps: given.layerNormEps ?? BERT_BASE.layerNormEps,
  };
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

function headCount(checkpoint: Checkpoint, hiddenSize: number, given: number | undefined): number {
  const heads = given ?? hiddenSize / HEAD_WIDTH;
  if (0 < heads && Number.isInteger(heads) && hiddenSize % heads === 0) return heads;
  const expected = given === undefined ? `a multiple of ${HEAD_WIDTH}` : `a multiple of ${given}`;
  throw new FormatError(
    "CHECKPOINT_HEAD_WIDTH",
    `Expected ${expected} as hidden size of ${checkpoint.name}, got ${hiddenSize}`,
    {
      hint: "Give a model folder whose config.json has the right num_attention_heads",
      place: { file: checkpoint.name },
    },
  );
}

function checkAgreement(
  checkpoint: Checkpoint,
  derived: Partial<BertConfig>,
  given: Partial<BertConfig>,
): void {
  for (const [field, size] of Object.entries(derived)) {
    const stated = Object.entries(given).find(([name]) => name === field)?.[1];
    if (stated === undefined || stated === size) continue;
    throw new FormatError(
      "CHECKPOINT_CONFIG",
      `Expected ${field} ${size} as the tensors of ${checkpoint.name} say, got ${stated} in config.json`,
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
  if (POOLER_TENSORS.has(name) && !checkpoint.tensors.has(name)) return;
  const tensor = findTensor(checkpoint, name);
  if (tensor.shape.join() !== shape.join()) throw wrongShape(checkpoint, tensor, `[${shape}]`);
  if (FLOAT_DTYPES.has(tensor.dtype)) return;
  throw new FormatError(
    "CHECKPOINT_TENSOR_DTYPE",
    `Expected floating-point values in tensor ${name} of ${checkpoint.name}, got ${tensor.dtype}`,
    { hint: "Quantized PyTorch models are not supported", place: { file: checkpoint.name } },
  );
}

/** The pooler is there whole or not at all. */
function checkPooler(checkpoint: Checkpoint): void {
  const present = [...POOLER_TENSORS].filter((name) => checkpoint.tensors.has(name));
  if (present.length === 0) return;
  for (const name of POOLER_TENSORS) findTensor(checkpoint, name);
}

function wrongShape(checkpoint: Checkpoint, tensor: TensorInfo, expected: string): FormatError {
  return new FormatError(
    "CHECKPOINT_TENSOR_SHAPE",
    `Expected shape ${expected} of tensor ${tensor.name} in ${checkpoint.name}, got [${tensor.shape}]`,
    { hint: "The checkpoint is of another model", place: { file: checkpoint.name } },
  );
}

async function hasOnlyFiniteValues(tensor: TensorInfo): Promise<boolean> {
  for await (const block of tensorBlocks(tensor)) {
    // Zero times a finite number is zero; NaN and infinity stay NaN in the sum.
    let sum = 0;
    for (const value of block) sum += value * 0;
    if (sum !== 0) return false;
  }
  return true;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(printable).join(", ");
  return names.length <= 3 ? shown : `${shown} and ${names.length - 3} more`;
}
