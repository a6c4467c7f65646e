/**
 * @file The state that a run can be resumed from: weights and Adam's moments in a `.pth`, which
 * PyTorch reads too, and the progress in `training-state.json`.
 *
 * The JSON file is replaced last and names the `.pth` that it belongs to, so a process that dies at
 * any moment leaves a pair that fits. Older files are removed only then.
 */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { FormatError, UsageError } from "../base/errors.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import type { WritableTensor } from "../checkpoints/tensor-writer.ts";
import { type WritableAdam, writeTorchCheckpoint } from "../checkpoints/torch/write-checkpoint.ts";
import { writeWholeFile } from "../checkpoints/write-file.ts";
import { loadMoments, POOLER } from "./model-start.ts";
import type { ParameterStore } from "./parameter-store.ts";
import type { TrainConfig } from "./train-config.ts";
import type { TrainProgress, TrainSnapshot } from "./trainer.ts";

/** What a resumed run must agree on with the run that it continues. */
export interface RunIdentity {
  readonly config: TrainConfig;
  /** Checksum of token ids and labels of both sets. */
  readonly dataSha256: string;
}

const STATE_FILE = "training-state.json";
const LAST_FILE = /^model_last_step\d+\.pth(\.partial)?$/;

const place = { step: z.int(), epoch: z.int(), iteration: z.int() };
const STATE_SCHEMA = z.object({
  version: z.literal(1),
  checkpoint: z.string().regex(LAST_FILE),
  progress: z.object({
    step: z.int(),
    adamStep: z.int(),
    // JSON has no infinity: a kappa that was undefined.
    best: z.object({ ...place, score: z.number().nullable() }).nullable(),
    evaluationsSinceBest: z.int(),
  }),
  config: z.record(z.string(), z.unknown()),
  dataSha256: z.string(),
});

/** Writes a snapshot into a folder and removes the one before. Returns the path of the `.pth`. */
export async function writeSavedState(
  folder: string,
  snapshot: TrainSnapshot,
  identity: RunIdentity,
): Promise<string> {
  const { progress } = snapshot;
  const name = `model_last_step${progress.step}.pth`;
  await writeSnapshotCheckpoint(join(folder, name), snapshot, identity.config);
  const best = progress.best ?? null;
  const state = {
    version: 1,
    checkpoint: name,
    progress: {
      step: progress.step,
      adamStep: progress.adamStep,
      evaluationsSinceBest: progress.evaluationsSinceBest,
      best: best && { ...best, score: Number.isFinite(best.score) ? best.score : null },
    },
    ...identity,
  } satisfies z.input<typeof STATE_SCHEMA>;
  await writeWholeFile(join(folder, STATE_FILE), (append) =>
    append(new TextEncoder().encode(`${JSON.stringify(state, undefined, 2)}\n`)),
  );
  await removeOtherStates(folder, name);
  return join(folder, name);
}

/** A kill may come between the new state and the removal of the old one. */
async function removeOtherStates(folder: string, name: string): Promise<void> {
  for (const file of await readdir(folder)) {
    if (LAST_FILE.test(file) && file !== name) await rm(join(folder, file));
  }
}

/**
 * Loads the state in a folder into the store; `undefined` when there is none.
 *
 * @throws UsageError when the run that wrote it had another configuration or other data.
 */
export async function readSavedState(
  folder: string,
  store: ParameterStore,
  identity: RunIdentity,
): Promise<TrainProgress | undefined> {
  const path = join(folder, STATE_FILE);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const state = parseState(path, text);
  for (const [key, value] of Object.entries(identity.config)) {
    const saved = state.config[key];
    if (!MAY_CHANGE.has(key) && saved !== value) {
      throw differs(`training.${key} ${JSON.stringify(saved)}`, JSON.stringify(value), path);
    }
  }
  if (state.dataSha256 !== identity.dataSha256) {
    throw differs("the reports and labels of the run before", "others", path);
  }
  await removeOtherStates(folder, state.checkpoint);
  await using checkpoint = await openCheckpoint(join(folder, state.checkpoint));
  for (const [name, values] of [...store.weights, ...store.passengers]) {
    values.set(await checkpoint.readTensor(name));
  }
  const adam = await checkpoint.readOptimizer();
  if (adam !== undefined) await loadMoments(store, adam, checkpoint.name);
  const { best, ...progress } = state.progress;
  return {
    ...progress,
    best: best === null ? undefined : { ...best, score: best.score ?? Number.NEGATIVE_INFINITY },
  };
}

/** Fields that change no number. */
const MAY_CHANGE: ReadonlySet<string> = new Set(["saveEverySeconds", "threads"]);

/** Writes weights and moments as the original does: a `.pth` with every parameter, pooler included. */
export async function writeSnapshotCheckpoint(
  path: string,
  { store, progress, place: { epoch }, learningRate }: TrainSnapshot,
  config: TrainConfig,
): Promise<void> {
  const tensors = snapshotTensors(store);
  await writeTorchCheckpoint(path, {
    epoch,
    tensors,
    optimizer: snapshotAdam(tensors, store, { ...config, learningRate, step: progress.adamStep }),
  });
}

/** Every parameter in the order of PyTorch's modules. */
export function snapshotTensors({ weights, shapes, passengers }: ParameterStore): WritableTensor[] {
  const encoder = [...weights].filter(([name]) => !name.startsWith("linear_heads."));
  const heads = [...weights].filter(([name]) => name.startsWith("linear_heads."));
  return [...encoder, ...passengers, ...heads].map(([name, values]) => {
    const width = Math.sqrt(passengers.get(POOLER.weight)?.length ?? 0);
    const shape = shapes.get(name) ?? (name === POOLER.bias ? [width] : [width, width]);
    return { name, shape, read: async () => values };
  });
}

function snapshotAdam(
  tensors: readonly WritableTensor[],
  { trained }: ParameterStore,
  adam: Pick<TrainConfig, "beta1" | "beta2" | "epsilon" | "weightDecay" | "learningRate"> & {
    readonly step: number;
  },
): WritableAdam {
  const parameters = tensors.map(({ name }) => trained.get(name));
  return {
    parameterGroups: [
      {
        learningRate: adam.learningRate,
        betas: [adam.beta1, adam.beta2],
        epsilon: adam.epsilon,
        weightDecay: adam.weightDecay,
        amsgrad: false,
        parameterCount: tensors.length,
      },
    ],
    // As PyTorch, which has no state of parameters that never had a gradient.
    steps: parameters.map((parameter) => (parameter === undefined ? undefined : adam.step)),
    async readMoments(index) {
      const parameter = parameters[index];
      if (parameter === undefined)
        return { expAvg: new Float32Array(), expAvgSq: new Float32Array() };
      return { expAvg: parameter.firstMoments, expAvgSq: parameter.secondMoments };
    },
  };
}

function parseState(path: string, text: string): z.infer<typeof STATE_SCHEMA> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw damaged(path, cause);
  }
  const parsed = STATE_SCHEMA.safeParse(json);
  if (parsed.success) return parsed.data;
  throw damaged(path, parsed.error);
}

function damaged(path: string, cause: unknown): FormatError {
  return new FormatError(
    "TRAINING_STATE_DAMAGED",
    `Expected a training state in ${path}, got other data`,
    {
      hint: "Start again in another folder",
      place: { file: path },
      cause,
    },
  );
}

function differs(expected: string, got: string, path: string): UsageError {
  return new UsageError(
    "TRAINING_STATE_DIFFERS",
    `Expected ${expected} as in ${path}, got ${got}`,
    { hint: "Resume with the same files and options, or train into another folder" },
  );
}
