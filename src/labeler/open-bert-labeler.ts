/**
 * @file Makes a labeler of a checkpoint.
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
import { readTensorValues, storedBlocks, tensorBlocks } from "../checkpoints/tensor-values.ts";
import { chooseDevices, formatDevice, parseDevice } from "../onnx/device.ts";
import { openExecutor } from "../onnx/executor.ts";
import { probeDevice } from "../onnx/probe-device.ts";
import { makeBertTokenizer } from "../tokenizer/bert-tokenizer.ts";
import { type BertLabeler, makeBertLabeler } from "./bert-labeler.ts";
import { parseCalibration, UNCALIBRATED } from "./calibration.ts";
import { casingOf, chooseVocabulary } from "./choose-vocabulary.ts";
import type { LoadLabelerOptions } from "./load-labeler.ts";
import { makeSequenceRunner } from "./run-sequences.ts";
import { graphWeights } from "./weights-in-place.ts";

/** Opens a checkpoint, checks it and makes everything that labels by it. */
export async function openBertLabeler(
  path: string,
  options: LoadLabelerOptions,
): Promise<BertLabeler> {
  const { threads = availableParallelism(), long = "truncate", cleaning = "batch" } = options;
  const { withVectors = false, place = "workers", vocabularyFile } = options;
  checkCount("threads", threads);
  const request = parseDevice(options.device ?? "auto");
  await using checkpoint = await openCheckpoint(path);
  const config = checkBert(checkpoint, "labeler");
  const vocabulary = await chooseVocabulary(checkpoint, vocabularyFile);
  checkVocabularySize(checkpoint, config, vocabulary.entries.length);
  const casing = casingOf(checkpoint);
  const calibration = parseCalibration(checkpoint.name, checkpoint.metadata.calibration);

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
  // The values are read while a worker loads the model.
  const weightsSha256 = await checkAndHash(checkpoint, config).catch(async (cause: unknown) => {
    await executor[Symbol.asyncDispose]();
    throw cause;
  });
  return makeBertLabeler({
    tokenizer: makeBertTokenizer(vocabulary, { casing }),
    runner: makeSequenceRunner(executor, { batchTokens, batchSize, withVectors }),
    temperatures: calibration.temperatures,
    prepare: { cleaning, long, maxLength: Math.min(config.maxPositionEmbeddings, 512) },
    facts: {
      identity: {
        weightsSha256,
        vocabularySha256: sha256(vocabulary.entries.join("\n")),
        casing,
        cleaning,
        long,
        // They change probabilities, so a run does not go on with other ones.
        ...(calibration.temperatures !== UNCALIBRATED && {
          temperaturesSha256: sha256(JSON.stringify(calibration.temperatures)),
        }),
        // Another kind of device rounds otherwise.
        device: devices[0].kind,
      },
      devices: devices.map(formatDevice),
      notice,
      hiddenSize: config.hiddenSize,
      ruleVote: calibration.ruleVote,
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

async function checkAndHash(checkpoint: Checkpoint, config: BertConfig): Promise<string> {
  await checkFiniteValues(checkpoint);
  return hashWeights(checkpoint, config);
}

/**
 * The checksum of the parameters' values, in the order of PyTorch's modules: the same for every
 * container that a model may be stored in. int8 matrices count as they are stored.
 */
async function hashWeights(checkpoint: Checkpoint, config: BertConfig): Promise<string> {
  const hash = createHash("sha256");
  for (const name of parameterShapes(config).keys()) {
    const tensor = checkpoint.tensors.get(name);
    if (tensor === undefined) continue;
    const { rowScales } = tensor;
    const blocks = rowScales === undefined ? tensorBlocks(tensor) : storedBlocks(tensor);
    for await (const block of blocks) hash.update(block);
    if (rowScales !== undefined) hash.update(await readTensorValues(rowScales));
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
