/**
 * @file Everything that decides how a model is trained: one schema, two presets.
 *
 * Types, defaults, `--print-config` and the JSON Schema all come from here.
 */
import { z } from "zod";
import { UsageError } from "../base/errors.ts";
import { nearestName } from "../base/nearest-name.ts";

const count = z.int().positive();
const fraction = z.number().min(0).max(1);

const SCHEMA = z.strictObject({
  epochs: count.describe("Passes over the training set"),
  maxSteps: count.nullable().describe("Most optimizer steps; null for no limit"),
  batchSize: count.describe("Reports in a step; the last step of an epoch may have fewer"),
  learningRate: z.number().positive().describe("Highest learning rate"),
  optimizer: z.enum(["adam", "adamw"]).describe("adamw applies weightDecay, adam does not"),
  beta1: fraction.describe("Decay of the mean of gradients"),
  beta2: fraction.describe("Decay of the mean of squared gradients"),
  epsilon: z.number().positive().describe("Added to the root of the second moment"),
  weightDecay: fraction.describe("Decoupled weight decay; none on biases and normalizations"),
  warmup: fraction.describe("Share of all steps in which the learning rate rises from zero"),
  decay: z.enum(["none", "linear"]).describe("Course of the learning rate after warm-up"),
  clipNorm: z
    .number()
    .positive()
    .nullable()
    .describe("Largest norm of all gradients; null for any"),
  dropout: z.number().min(0).lt(1).describe("Share of activations dropped, as BERT places them"),
  shuffle: z.boolean().describe("New order of reports in every epoch; false keeps file order"),
  seed: z.int().min(0).max(0xffff_ffff).describe("Seed of order, dropout and random weights"),
  evaluateEverySteps: count
    .nullable()
    .describe("Steps of an epoch between evaluations on the dev set, besides each epoch's end"),
  selection: z.enum(["kappa", "weightedF1", "loss"]).describe("What makes a checkpoint the best"),
  patience: count.nullable().describe("Evaluations without a new best before stopping; null: all"),
  classWeights: z
    .enum(["none", "balanced"])
    .describe("balanced weighs labels by the inverse square root of their class's frequency"),
  freezeEmbeddings: z.boolean().describe("Leaves the embeddings as they are"),
  saveEverySeconds: z.number().positive().describe("Time between saved states to resume from"),
  microBatchTokens: count.describe("Most tokens that go through the network at once"),
  threads: count.nullable().describe("Threads to use; null for one per core"),
});

/** How a model is trained. */
export type TrainConfig = Readonly<z.infer<typeof SCHEMA>>;

/** The recipe of the original [Smit2020], fidelity F07: plain Adam, constant learning rate. */
const CHEXBERT_2020: TrainConfig = {
  epochs: 8,
  maxSteps: null,
  batchSize: 18,
  learningRate: 2e-5,
  optimizer: "adam",
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
  warmup: 0,
  decay: "none",
  clipNorm: null,
  dropout: 0.1,
  shuffle: true,
  seed: 0,
  evaluateEverySteps: 2000,
  selection: "kappa",
  patience: null,
  classWeights: "none",
  freezeEmbeddings: false,
  saveEverySeconds: 120,
  microBatchTokens: 4096,
  threads: null,
};

/** Ours: AdamW with warm-up and decay [Devlin2019 §A.3], clipping, the best weighted F1. */
const DEFAULT: TrainConfig = {
  ...CHEXBERT_2020,
  epochs: 4,
  batchSize: 32,
  learningRate: 5e-5,
  optimizer: "adamw",
  weightDecay: 0.01,
  warmup: 0.08,
  decay: "linear",
  clipNorm: 1,
  evaluateEverySteps: null,
  selection: "weightedF1",
  patience: 4,
};

/** The recipes of training, by name. */
export const TRAIN_PRESETS = {
  default: DEFAULT,
  "chexbert-2020": CHEXBERT_2020,
  /** For few, good labels: small steps, and as many epochs as the dev set improves. */
  finetune: { ...DEFAULT, epochs: 20, batchSize: 16, learningRate: 2e-5 },
} as const satisfies Record<string, TrainConfig>;

/** The name of a recipe. */
export type TrainPreset = keyof typeof TRAIN_PRESETS;

/** Names of the fields. */
export const TRAIN_CONFIG_KEYS: readonly string[] = Object.keys(SCHEMA.shape);

/** The JSON Schema of a configuration, for editors and documents. */
export function trainConfigJsonSchema(): unknown {
  return z.toJSONSchema(SCHEMA);
}

/**
 * Fills in a preset and checks every field.
 *
 * @throws UsageError naming the first field that is unknown or has a wrong value.
 */
export function parseTrainConfig(
  preset: TrainPreset,
  changes: Readonly<Record<string, unknown>>,
): TrainConfig {
  for (const key of Object.keys(changes)) {
    if (!TRAIN_CONFIG_KEYS.includes(key)) throw unknownKey(key);
  }
  const parsed = SCHEMA.safeParse({ ...TRAIN_PRESETS[preset], ...changes });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = String(issue?.path[0] ?? "");
  throw new UsageError(
    "TRAINING_CONFIG_VALUE",
    `Expected another value of training.${key}, got ${JSON.stringify(changes[key]) ?? "nothing"}`,
    { hint: issue === undefined ? "See chexbert train --print-config" : issue.message },
  );
}

function unknownKey(key: string): UsageError {
  const near = nearestName(key, TRAIN_CONFIG_KEYS);
  return new UsageError(
    "TRAINING_CONFIG_KEY",
    `Expected one of ${TRAIN_CONFIG_KEYS.join(", ")}, got "${key}"`,
    { hint: near === undefined ? "See chexbert train --print-config" : `Use training.${near}` },
  );
}
