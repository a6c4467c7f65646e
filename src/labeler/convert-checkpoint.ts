/**
 * @file A checkpoint of any container as our model folder: weights only, in float32.
 */
import { UsageError } from "../base/errors.ts";
import { type BertConfig, formatBertConfig } from "../bert/bert-config.ts";
import {
  type BertPart,
  checkBert,
  checkFiniteValues,
  checkVocabularySize,
} from "../bert/check-checkpoint.ts";
import { HEAD_CLASS_COUNTS, parameterShapes } from "../bert/parameters.ts";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import { writableTensors } from "../checkpoints/tensor-writer.ts";
import { writeModelFolder } from "../checkpoints/write-model-folder.ts";
import { LABEL_CLASSES } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { casingOf, chooseVocabulary } from "./choose-vocabulary.ts";

export interface ConvertOptions {
  /** A `vocab.txt` instead of the checkpoint's own or BERT-base uncased. */
  readonly vocabularyFile?: string | undefined;
}

export interface Conversion {
  readonly model: BertPart;
  readonly config: BertConfig;
  readonly tensorCount: number;
  readonly vocabularySize: number;
}

/**
 * Writes a model folder. A checkpoint without heads becomes the folder of an encoder.
 *
 * @throws FormatError when the checkpoint is incomplete or has values that are no numbers.
 */
export async function convertCheckpoint(
  path: string,
  folder: string,
  options: ConvertOptions = {},
): Promise<Conversion> {
  if (path === folder) {
    throw new UsageError(
      "CONVERT_ONTO_ITSELF",
      `Expected another folder than ${path}, got the same`,
      {
        hint: "Name a folder that does not exist yet",
      },
    );
  }
  await using checkpoint = await openCheckpoint(path);
  const hasHeads = [...checkpoint.tensors.keys()].some((name) => name.startsWith("linear_heads."));
  const model = hasHeads ? "labeler" : "encoder";
  const config = checkBert(checkpoint, model);
  const vocabulary = await chooseVocabulary(checkpoint, options.vocabularyFile);
  checkVocabularySize(checkpoint, config, vocabulary.entries.length);
  await checkFiniteValues(checkpoint);
  const names = tensorNames(checkpoint, config);
  await writeModelFolder(folder, {
    config: { ...formatBertConfig(config), ...(hasHeads ? { chexbert: labelerBlock() } : {}) },
    tensors: writableTensors(checkpoint, names),
    vocabulary: vocabulary.entries,
    doLowerCase: casingOf(checkpoint) === "uncased",
  });
  return {
    model,
    config,
    tensorCount: names.length,
    vocabularySize: vocabulary.entries.length,
  };
}

/** PyTorch's order: encoder, pooler if any, heads. */
function tensorNames(checkpoint: Checkpoint, config: BertConfig): string[] {
  const known = [...parameterShapes(config).keys()];
  const isHead = (name: string) => name.startsWith("linear_heads.");
  return [
    ...known.filter((name) => !isHead(name)),
    "bert.pooler.dense.weight",
    "bert.pooler.dense.bias",
    ...known.filter(isHead),
  ].filter((name) => checkpoint.tensors.has(name));
}

/** What `config.json` says beyond BERT: which head says what. */
function labelerBlock(): Readonly<Record<string, unknown>> {
  return {
    observations: OBSERVATIONS,
    classes: LABEL_CLASSES,
    head_sizes: HEAD_CLASS_COUNTS,
    text_cleaning: "batch",
  };
}
