/**
 * @file A checkpoint of any container as our model folder, or as a `.pth` for the original:
 * weights only, in float32 or, in a folder, with int8 matrices.
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
import { type WritableTensor, writableTensors } from "../checkpoints/tensor-writer.ts";
import { type WritableAdam, writeTorchCheckpoint } from "../checkpoints/torch/write-checkpoint.ts";
import { writeModelFolder } from "../checkpoints/write-model-folder.ts";
import { LABEL_CLASSES } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { casingOf, chooseVocabulary } from "./choose-vocabulary.ts";

/** What to write; `pth-module` has the names of a multi-GPU wrapper. */
export const CONVERT_TARGETS = ["folder", "pth", "pth-module"] as const;
export type ConvertTarget = (typeof CONVERT_TARGETS)[number];

/** How matrices of a folder are stored. */
export const WEIGHT_STORAGES = ["float32", "int8"] as const;
export type WeightStorage = (typeof WEIGHT_STORAGES)[number];

export interface ConvertOptions {
  /** @default "folder" */
  readonly to?: ConvertTarget;
  /** int8 takes a quarter of the size and changes values a little. @default "float32" */
  readonly weights?: WeightStorage | undefined;
  /** A `vocab.txt` instead of the checkpoint's own or BERT-base uncased. */
  readonly vocabularyFile?: string | undefined;
}

export interface Conversion {
  readonly model: BertPart;
  readonly config: BertConfig;
  readonly tensorCount: number;
  readonly to: ConvertTarget;
  readonly vocabularySize: number;
}

/**
 * Writes a model folder or a `.pth`. A checkpoint without heads becomes the folder of an encoder;
 * a `.pth` always has heads, the pooler, and an Adam that has not begun, as the original's strict
 * loader wants.
 *
 * @throws FormatError when the checkpoint is incomplete or has values that are no numbers.
 */
export async function convertCheckpoint(
  path: string,
  output: string,
  options: ConvertOptions = {},
): Promise<Conversion> {
  const { to = "folder", weights = "float32" } = options;
  if (to !== "folder" && weights === "int8") {
    throw new UsageError("CONVERT_INT8_FOLDER", "Expected a folder for int8 weights, got a .pth", {
      hint: "PyTorch's files are written in float32; leave out --weights or --to",
    });
  }
  if (path === output) {
    throw new UsageError(
      "CONVERT_ONTO_ITSELF",
      `Expected another name than ${path}, got the same`,
      {
        hint: "Name a folder or file that does not exist yet",
      },
    );
  }
  await using checkpoint = await openCheckpoint(path);
  const hasHeads = [...checkpoint.tensors.keys()].some((name) => name.startsWith("linear_heads."));
  const model = hasHeads || to !== "folder" ? "labeler" : "encoder";
  const config = checkBert(checkpoint, model);
  const vocabulary = await chooseVocabulary(checkpoint, options.vocabularyFile);
  checkVocabularySize(checkpoint, config, vocabulary.entries.length);
  await checkFiniteValues(checkpoint);
  const tensors = orderedTensors(checkpoint, config).filter(
    ({ name }) => to !== "folder" || checkpoint.tensors.has(name),
  );
  if (to === "folder") {
    await writeModelFolder(output, {
      config: { ...formatBertConfig(config), ...(hasHeads ? { chexbert: labelerBlock() } : {}) },
      tensors: weights === "int8" ? tensors.map(withInt8Matrix) : tensors,
      vocabulary: vocabulary.entries,
      doLowerCase: casingOf(checkpoint) === "uncased",
    });
  } else {
    await writeTorchCheckpoint(output, {
      epoch: checkpoint.epoch ?? 1,
      tensors,
      optimizer: unusedAdam(tensors.length),
      modulePrefix: to === "pth-module" ? "with" : "without",
    });
  }
  return {
    model,
    config,
    to,
    tensorCount: tensors.length,
    vocabularySize: vocabulary.entries.length,
  };
}

/** Heads stay float32: they are small, and every label is their sum. */
function withInt8Matrix(tensor: WritableTensor): WritableTensor {
  const isMatrix = tensor.shape.length === 2 && !tensor.name.startsWith("linear_heads.");
  return isMatrix ? { ...tensor, storage: "int8" } : tensor;
}

/** PyTorch's order: encoder, pooler, heads. No label depends on the pooler, so zeros may fill it. */
function orderedTensors(checkpoint: Checkpoint, config: BertConfig): WritableTensor[] {
  const { hiddenSize } = config;
  const shapes = parameterShapes(config);
  const isHead = (name: string) => name.startsWith("linear_heads.");
  const heads = [...shapes.keys()].filter(isHead);
  const encoder = [...shapes.keys()].filter((name) => !isHead(name));
  const zeros = (name: string, shape: readonly number[]): WritableTensor => {
    const count = shape.reduce((product, size) => product * size, 1);
    return { name, shape, read: async () => new Float32Array(count) };
  };
  const pooler = [
    zeros("bert.pooler.dense.weight", [hiddenSize, hiddenSize]),
    zeros("bert.pooler.dense.bias", [hiddenSize]),
  ];
  const known = (names: readonly string[]) =>
    writableTensors(
      checkpoint,
      names.filter((name) => checkpoint.tensors.has(name)),
    );
  const poolerOrZeros = pooler.map((tensor) => known([tensor.name])[0] ?? tensor);
  return [...known(encoder), ...poolerOrZeros, ...known(heads)];
}

/** Adam as PyTorch saves it before the first step, with the original's learning rate. */
function unusedAdam(parameterCount: number): WritableAdam {
  return {
    parameterGroups: [
      {
        learningRate: 2e-5,
        betas: [0.9, 0.999],
        epsilon: 1e-8,
        weightDecay: 0,
        amsgrad: false,
        parameterCount,
      },
    ],
    steps: Array.from({ length: parameterCount }, () => undefined),
    // No parameter has a step, so none has moments.
    readMoments: async () => ({ expAvg: new Float32Array(), expAvgSq: new Float32Array() }),
  };
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
