/**
 * @file The weights that training starts from: an encoder, a labeler with or without Adam's state,
 * or random numbers.
 */
import { readFile } from "node:fs/promises";
import { FormatError } from "../base/errors.ts";
import { seededRandom } from "../base/seeded-random.ts";
import { BERT_BASE, type BertConfig, parseBertConfig } from "../bert/bert-config.ts";
import { checkBert, checkFiniteValues, checkVocabularySize } from "../bert/check-checkpoint.ts";
import type { AdamState } from "../checkpoints/adam-state.ts";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import { openFileSource } from "../checkpoints/file-source.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import type { Casing } from "../tokenizer/basic-tokenizer.ts";
import {
  loadDefaultVocabulary,
  makeVocabulary,
  parseVocabulary,
  type Vocabulary,
} from "../tokenizer/vocabulary.ts";
import { mixKey } from "./dropout-masks.ts";
import { makeParameterStore, type ParameterStore, type StoreOptions } from "./parameter-store.ts";

/** The model that training starts from. */
export interface ModelStart {
  readonly store: ParameterStore;
  readonly vocabulary: Vocabulary;
  readonly casing: Casing;
  /** Steps of the Adam state that was loaded; 0 for a fresh one. */
  readonly adamStep: number;
  /** The learning rate of that state. */
  readonly learningRate: number | undefined;
  /** What was found, for the log. */
  readonly heads: "loaded" | "random";
}

/** How the model that training starts from is made. */
export interface ModelStartOptions {
  readonly embeddings: StoreOptions["embeddings"];
  /** For weights that are not loaded. */
  readonly seed: number;
  /** A `vocab.txt` instead of the model folder's own or BERT-base uncased. */
  readonly vocabularyFile?: string | undefined;
  /** Whether Adam's state is taken over where there is one. */
  readonly optimizer: "continue" | "fresh";
}

/** Names of the pooler, which nothing depends on but PyTorch's model has. */
export const POOLER = {
  weight: "bert.pooler.dense.weight",
  bias: "bert.pooler.dense.bias",
} as const;

/**
 * Loads a model folder or checkpoint file. A `config.json` alone gives a BERT of these sizes with
 * random weights; without a path it is BERT-base.
 *
 * @throws FormatError when the checkpoint is damaged, of another model or of another vocabulary.
 */
export async function loadModelStart(
  path: string | undefined,
  options: ModelStartOptions,
): Promise<ModelStart> {
  if (path === undefined || path.endsWith(".json")) return randomStart(path, options);
  await using checkpoint = await openCheckpoint(path);
  const hasHeads = [...checkpoint.tensors.keys()].some((name) => name.startsWith("linear_heads."));
  const config = checkBert(checkpoint, hasHeads ? "labeler" : "encoder");
  await checkFiniteValues(checkpoint);
  const vocabulary = await chooseVocabulary(checkpoint, options.vocabularyFile);
  checkVocabularySize(checkpoint, config, vocabulary.entries.length);
  const store = makeStore(config, options);
  fillRandomly(store, options.seed, (name) => !checkpoint.tensors.has(name));
  for (const [name, values] of [...store.weights, ...store.passengers]) {
    if (checkpoint.tensors.has(name)) values.set(await checkpoint.readTensor(name));
  }
  const adam = options.optimizer === "continue" ? await checkpoint.readOptimizer() : undefined;
  return {
    store,
    vocabulary,
    casing: checkpoint.metadata.doLowerCase === false ? "cased" : "uncased",
    adamStep: adam === undefined ? 0 : await loadMoments(store, adam, checkpoint.name),
    learningRate: adam?.parameterGroups[0]?.learningRate,
    heads: hasHeads ? "loaded" : "random",
  };
}

async function randomStart(
  configFile: string | undefined,
  options: ModelStartOptions,
): Promise<ModelStart> {
  const sizes = configFile === undefined ? BERT_BASE : await readBertConfig(configFile);
  const vocabulary = await chooseVocabulary(undefined, options.vocabularyFile);
  const store = makeStore({ ...sizes, vocabSize: vocabulary.entries.length }, options);
  fillRandomly(store, options.seed, () => true);
  return {
    store,
    vocabulary,
    casing: "uncased",
    adamStep: 0,
    learningRate: undefined,
    heads: "random",
  };
}

async function readBertConfig(path: string): Promise<BertConfig> {
  const source = await openFileSource(path);
  try {
    const bytes = await source.read(0, Math.min(source.size, MAX_CONFIG_BYTES));
    return parseBertConfig(JSON.parse(new TextDecoder().decode(bytes)), path);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new FormatError("BERT_CONFIG_UNSUPPORTED", `Expected JSON in ${path}, got other text`, {
      place: { file: path },
      cause,
    });
  } finally {
    await source.close();
  }
}

/** A config.json has a few hundred bytes; a larger file is another one. */
const MAX_CONFIG_BYTES = 1 << 20;

/** Fills the moments of every trained parameter and returns the number of steps behind them. */
export async function loadMoments(
  { trained }: ParameterStore,
  adam: AdamState,
  file: string,
): Promise<number> {
  if (adam.parameterCount !== adam.parameterNames.length) {
    throw wrongMoments(file, `${adam.parameterNames.length} parameters`, `${adam.parameterCount}`);
  }
  let step = 0;
  for (const [index, name] of adam.parameterNames.entries()) {
    const parameter = trained.get(name);
    const moments = parameter === undefined ? undefined : await adam.readMoments(index);
    if (parameter === undefined || moments === undefined) continue;
    if (moments.expAvg.length !== parameter.weights.length) {
      throw wrongMoments(file, `moments of shape [${parameter.shape}]`, `[${moments.shape}]`);
    }
    parameter.firstMoments.set(moments.expAvg);
    parameter.secondMoments.set(moments.expAvgSq);
    step = Math.max(step, moments.step);
  }
  return step;
}

function makeStore(config: BertConfig, { embeddings }: ModelStartOptions): ParameterStore {
  const H = config.hiddenSize;
  const passengers = new Map([
    [POOLER.weight, new Float32Array(H * H)],
    [POOLER.bias, new Float32Array(H)],
  ]);
  return makeParameterStore(config, { embeddings, passengers });
}

/** BERT's initialization [Devlin2019]; PyTorch's own for the heads, as the original has it. */
function fillRandomly(
  { weights, passengers, config }: ParameterStore,
  seed: number,
  isWanted: (name: string) => boolean,
): void {
  const headBound = 1 / Math.sqrt(config.hiddenSize);
  for (const [index, [name, values]] of [...weights, ...passengers].entries()) {
    if (!isWanted(name)) continue;
    const random = seededRandom(mixKey([seed, index]));
    if (name.startsWith("linear_heads.")) {
      for (const i of values.keys()) values[i] = headBound * (2 * random.unit() - 1);
    } else if (name.endsWith("LayerNorm.weight")) {
      values.fill(1);
    } else if (name.endsWith(".weight")) {
      for (const i of values.keys()) values[i] = INITIALIZER_RANGE * normal(random.unit);
    }
  }
}

/** `initializer_range` of every published BERT. */
const INITIALIZER_RANGE = 0.02;

/** A standard normal number [Box1958]. */
function normal(unit: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
}

async function chooseVocabulary(
  checkpoint: Checkpoint | undefined,
  file: string | undefined,
): Promise<Vocabulary> {
  if (file !== undefined) {
    return makeVocabulary(file, parseVocabulary(await readFile(file, "utf8")));
  }
  const entries = checkpoint?.metadata.vocabulary;
  return entries === undefined || checkpoint === undefined
    ? loadDefaultVocabulary()
    : makeVocabulary(checkpoint.name, entries);
}

function wrongMoments(file: string, expected: string, got: string): FormatError {
  return new FormatError(
    "CHECKPOINT_OPTIMIZER_SIZE",
    `Expected ${expected} in the Adam state of ${file}, got ${got}`,
    {
      hint: "Use --optimizer-state fresh to start with a new Adam state",
      place: { file },
    },
  );
}
