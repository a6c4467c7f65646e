/**
 * @file Loads a checkpoint and makes a labeler of it.
 */
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { UsageError } from "../base/errors.ts";
import type { BertConfig } from "../bert/bert-config.ts";
import { checkBert, checkFiniteValues, checkVocabularySize } from "../bert/check-checkpoint.ts";
import { buildInferenceGraph } from "../bert/inference-graph.ts";
import { parameterShapes } from "../bert/parameters.ts";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import { tensorBlocks } from "../checkpoints/tensor-values.ts";
import { chooseDevices, formatDevice, parseDevice } from "../onnx/device.ts";
import { openExecutor } from "../onnx/executor.ts";
import { probeDevice } from "../onnx/probe-device.ts";
import type { TextCleaning } from "../text/clean-text.ts";
import { makeBertTokenizer } from "../tokenizer/bert-tokenizer.ts";
import type { LongReports } from "../tokenizer/long-reports.ts";
import { type BertLabeler, makeBertLabeler } from "./bert-labeler.ts";
import { casingOf, chooseVocabulary } from "./choose-vocabulary.ts";
import { makeSequenceRunner } from "./run-sequences.ts";
import { graphWeights } from "./weights-in-place.ts";

/** How a checkpoint is loaded and reports are read. */
export interface LoadLabelerOptions {
  /**
   * Where to run: `auto`, `cpu`, `cuda`, `cuda:N`, `webgpu`, `coreml` or `dml`. `auto` takes every
   * accelerator that is there, else the CPU.
   *
   * @default "auto"
   */
  readonly device?: string;
  /** Cores to use on the CPU. @default all of them */
  readonly threads?: number;
  /** Most padded tokens in a batch. @default 512 on the CPU, 16384 elsewhere */
  readonly batchTokens?: number;
  /** Most reports in a batch. @default no limit */
  readonly batchSize?: number;
  /** What happens to a report of more tokens than the model reads. @default "truncate" */
  readonly long?: LongReports;
  /** Which of the original's two text cleanings is used. @default "batch" */
  readonly cleaning?: TextCleaning;
  /** A `vocab.txt` instead of the model folder's own or BERT-base uncased. */
  readonly vocabularyFile?: string;
  /** Adds the hidden state at `[CLS]` to every label set. @default false */
  readonly withVectors?: boolean;
  /**
   * `caller` runs the model in the calling thread, which it then blocks, on one core.
   *
   * @default "workers"
   */
  readonly place?: "workers" | "caller";
}

/**
 * Loads a CheXbert checkpoint: a `.pth` file of any age, a safetensors file or a model folder.
 *
 * @throws FormatError when the checkpoint is damaged, incomplete or of another model.
 * @throws RuntimeError when the device is not there or the native library does not load.
 */
export async function loadLabeler(
  path: string,
  options: LoadLabelerOptions = {},
): Promise<BertLabeler> {
  const { threads = availableParallelism(), long = "truncate", cleaning = "batch" } = options;
  const { withVectors = false, place = "workers", vocabularyFile } = options;
  checkCount("threads", threads);
  const request = parseDevice(options.device ?? "auto");
  await using checkpoint = await openCheckpoint(path);
  const config = checkBert(checkpoint, "labeler");
  const vocabulary = await chooseVocabulary(checkpoint, vocabularyFile);
  checkVocabularySize(checkpoint, config, vocabulary.entries.length);
  await checkFiniteValues(checkpoint);
  const weightsSha256 = await hashWeights(checkpoint, config);
  const casing = casingOf(checkpoint);

  const { devices, notice } = await chooseDevices(request, probeDevice);
  const defaultTokens = devices[0].kind === "cpu" ? CPU_BATCH_TOKENS : ACCELERATOR_BATCH_TOKENS;
  const { batchTokens = defaultTokens, batchSize = Number.MAX_SAFE_INTEGER } = options;
  checkCount("batchTokens", batchTokens);
  checkCount("batchSize", batchSize);
  const weights = await graphWeights(checkpoint, config);
  const executor = await openExecutor(buildInferenceGraph(config, weights.tensors), {
    devices,
    threads,
    place,
    ...(weights.weightsFolder === undefined ? {} : { weightsFolder: weights.weightsFolder }),
  });
  return makeBertLabeler({
    tokenizer: makeBertTokenizer(vocabulary, { casing }),
    runner: makeSequenceRunner(executor, { batchTokens, batchSize, withVectors }),
    prepare: { cleaning, long, maxLength: Math.min(config.maxPositionEmbeddings, 512) },
    facts: {
      identity: {
        weightsSha256,
        vocabularySha256: sha256(vocabulary.entries.join("\n")),
        casing,
        cleaning,
        long,
        // Another kind of device rounds otherwise.
        device: devices[0].kind,
      },
      devices: devices.map(formatDevice),
      notice,
      hiddenSize: config.hiddenSize,
    },
    dispose: async () => {
      await executor[Symbol.asyncDispose]();
    },
  });
}

/** Small batches keep a layer's states in the processor's cache [engine.md §3]. */
const CPU_BATCH_TOKENS = 512;
/** An accelerator wants much work at once; not tested on one. */
const ACCELERATOR_BATCH_TOKENS = 16_384;

/**
 * The checksum of the parameters' values, in the order of PyTorch's modules: the same for every
 * container that a model may be stored in.
 */
async function hashWeights(checkpoint: Checkpoint, config: BertConfig): Promise<string> {
  const hash = createHash("sha256");
  for (const name of parameterShapes(config).keys()) {
    const tensor = checkpoint.tensors.get(name);
    if (tensor === undefined) continue;
    for await (const block of tensorBlocks(tensor)) hash.update(block);
  }
  return hash.digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function checkCount(option: string, value: number): void {
  if (Number.isSafeInteger(value) && 0 < value) return;
  throw new UsageError(
    "OPTION_NOT_A_COUNT",
    `Expected a positive whole number as ${option}, got ${value}`,
  );
}
