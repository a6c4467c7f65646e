/**
 * @file What a checkpoint holds, as `chexbert show` prints it. Reads no weight, but hashes files.
 */
import { stat } from "node:fs/promises";
import { FormatError } from "../base/errors.ts";
import type { BertConfig } from "../bert/bert-config.ts";
import { checkBert } from "../bert/check-checkpoint.ts";
import type { AdamParameterGroup } from "../checkpoints/adam-state.ts";
import type { Checkpoint, CheckpointContainer } from "../checkpoints/checkpoint.ts";
import { sha256OfFile } from "../checkpoints/file-source.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import { elementCount, type TensorDtype } from "../checkpoints/tensor-info.ts";

/** A file with weights. */
export interface CheckpointFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What is known about a checkpoint without reading its values. */
export interface CheckpointFacts {
  readonly path: string;
  readonly container: CheckpointContainer;
  readonly files: readonly CheckpointFile[];
  /** What it can be loaded as. */
  readonly model: "labeler" | "encoder" | "unknown";
  /** Why it is no labeler, when it is none. */
  readonly problem: string | undefined;
  readonly config: BertConfig | undefined;
  readonly parameterCount: number;
  readonly tensors: readonly {
    readonly name: string;
    readonly dtype: TensorDtype;
    readonly shape: readonly number[];
  }[];
  readonly hasModulePrefix: boolean;
  readonly ignoredNames: readonly string[];
  readonly epoch: number | undefined;
  readonly optimizer:
    | {
        readonly parameterCount: number;
        readonly parameterGroups: readonly AdamParameterGroup[];
        /** Updates done, by the first parameter that has moments. */
        readonly step: number | undefined;
      }
    | undefined;
  /** Entries of the folder's own `vocab.txt`. */
  readonly vocabularySize: number | undefined;
  readonly doLowerCase: boolean | undefined;
}

/** Opens a checkpoint and says what it holds. */
export async function showCheckpoint(path: string): Promise<CheckpointFacts> {
  await using checkpoint = await openCheckpoint(path);
  const tensors = [...checkpoint.tensors.values()];
  return {
    path,
    container: checkpoint.container,
    files: await listFiles(checkpoint),
    ...findModel(checkpoint),
    parameterCount: tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0),
    tensors: tensors.map(({ name, dtype, shape }) => ({ name, dtype, shape })),
    hasModulePrefix: checkpoint.hasModulePrefix,
    ignoredNames: checkpoint.ignoredNames,
    epoch: checkpoint.epoch,
    optimizer: await readOptimizerFacts(checkpoint),
    vocabularySize: checkpoint.metadata.vocabulary?.length,
    doLowerCase: checkpoint.metadata.doLowerCase,
  };
}

async function listFiles(checkpoint: Checkpoint): Promise<CheckpointFile[]> {
  const paths = new Set(
    [...checkpoint.tensors.values()].flatMap(({ source }) => source.path ?? []),
  );
  const files: CheckpointFile[] = [];
  for (const path of paths) {
    files.push({ path, bytes: (await stat(path)).size, sha256: await sha256OfFile(path) });
  }
  return files;
}

function findModel(checkpoint: Checkpoint): Pick<CheckpointFacts, "model" | "problem" | "config"> {
  let problem: string | undefined;
  for (const model of ["labeler", "encoder"] as const) {
    try {
      return { model, problem, config: checkBert(checkpoint, model) };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      problem ??= error.message;
    }
  }
  return { model: "unknown", problem, config: undefined };
}

async function readOptimizerFacts(checkpoint: Checkpoint): Promise<CheckpointFacts["optimizer"]> {
  const adam = await checkpoint.readOptimizer();
  if (adam === undefined) return undefined;
  const { parameterCount, parameterGroups } = adam;
  return { parameterCount, parameterGroups, step: (await adam.readMoments(0))?.step };
}
