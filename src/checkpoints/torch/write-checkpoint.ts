/**
 * @file Writes a `.pth` that PyTorch and the original load [chexbert.md §7].
 *
 * `torch.load(weights_only=True)` accepts it. The original's loader is strict: it wants
 * `optimizer_state_dict`, the pooler, and the `module.` prefix exactly when it will run on more
 * than one GPU.
 */
import type { AdamMoments, AdamParameterGroup } from "../adam-state.ts";
import { valueBytes, type WritableTensor } from "../tensor-writer.ts";
import { writeWholeFile } from "../write-file.ts";
import { readWhole } from "../write-safetensors.ts";
import { formatPickle, type WritableStorage, type WritableValue } from "./pickle-writer.ts";
import { makeZipWriter } from "./zip-writer.ts";

/** Adam's state to write; parameters are counted in the order of the tensors. */
export interface WritableAdam {
  readonly parameterGroups: readonly AdamParameterGroup[];
  /** Step of each parameter; `undefined` for one that never had a gradient, as PyTorch leaves out. */
  readonly steps: readonly (number | undefined)[];
  /** Returns the moments of a parameter that has a step. */
  readMoments(parameterIndex: number): Promise<Pick<AdamMoments, "expAvg" | "expAvgSq">>;
}

/** What a `.pth` checkpoint is written from. */
export interface TorchCheckpointContents {
  /** 1-based. */
  readonly epoch: number;
  /** In the order of the model's parameters. */
  readonly tensors: readonly WritableTensor[];
  readonly optimizer?: WritableAdam;
  /** Whether names get the prefix of a multi-GPU wrapper. @default "without" */
  readonly modulePrefix?: "with" | "without";
}

/** Writes a checkpoint in the zip container. One tensor is in memory at a time. */
export async function writeTorchCheckpoint(
  path: string,
  contents: TorchCheckpointContents,
): Promise<void> {
  const storages = listStorages(contents);
  await writeWholeFile(path, async (append) => {
    const zip = makeZipWriter(append);
    await zip.add("archive/data.pkl", formatPickle(describe(contents)));
    await zip.add("archive/byteorder", Buffer.from("little"));
    for (const [key, storage] of storages.entries()) {
      await zip.add(`archive/data/${key}`, valueBytes(await storage()));
    }
    await zip.add("archive/version", Buffer.from("3\n"));
    await zip.finish();
  });
}

/** Readers of every storage; the position is the storage's key. */
function listStorages({
  tensors,
  optimizer,
}: TorchCheckpointContents): (() => Promise<Float32Array>)[] {
  const parameters = tensors.map((tensor) => () => readWhole(tensor));
  if (optimizer === undefined) return parameters;
  const moments = parametersWithMoments(optimizer).flatMap((index) =>
    (["expAvg", "expAvgSq"] as const).map((name) => async () => {
      const read = async () => (await optimizer.readMoments(index))[name];
      return readWhole({ name: `${name} ${index}`, shape: tensors[index]?.shape ?? [], read });
    }),
  );
  return [...parameters, ...moments];
}

function parametersWithMoments({ steps }: WritableAdam): number[] {
  return [...steps.keys()].filter((index) => steps[index] !== undefined);
}

function describe(contents: TorchCheckpointContents): WritableValue {
  const prefix = contents.modulePrefix === "with" ? "module." : "";
  const tensors = contents.tensors.map(({ name, shape }, key): [string, WritableValue] => [
    prefix + name,
    tensorOf({ key: String(key), shape }),
  ]);
  return {
    dict: [
      ["epoch", { int: contents.epoch }],
      ["model_state_dict", { orderedDict: tensors }],
      ...(contents.optimizer === undefined
        ? []
        : [["optimizer_state_dict", describeAdam(contents.tensors, contents.optimizer)] as const]),
    ],
  };
}

/** The step is a whole number, as in old files: every PyTorch version converts it. */
function describeAdam(tensors: readonly WritableTensor[], adam: WritableAdam): WritableValue {
  const state = parametersWithMoments(adam).map((index, order): [WritableValue, WritableValue] => {
    const shape = tensors[index]?.shape ?? [];
    const key = tensors.length + 2 * order;
    return [
      { int: index },
      {
        dict: [
          ["step", { int: adam.steps[index] ?? 0 }],
          ["exp_avg", tensorOf({ key: String(key), shape })],
          ["exp_avg_sq", tensorOf({ key: String(key + 1), shape })],
        ],
      },
    ];
  });
  let first = 0;
  const groups = adam.parameterGroups.map((group) => {
    const start = first;
    first += group.parameterCount;
    return describeGroup(group, start);
  });
  return {
    dict: [
      ["state", { dict: state }],
      ["param_groups", { list: groups }],
    ],
  };
}

function describeGroup(group: AdamParameterGroup, firstParameter: number): WritableValue {
  const ids = Array.from({ length: group.parameterCount }, (_, i) => ({ int: firstParameter + i }));
  return {
    dict: [
      ["lr", { float: group.learningRate }],
      ["betas", { tuple: group.betas.map((float) => ({ float })) }],
      ["eps", { float: group.epsilon }],
      ["weight_decay", { float: group.weightDecay }],
      ["amsgrad", group.amsgrad],
      ["params", { list: ids }],
    ],
  };
}

function tensorOf(tensor: WritableStorage): WritableValue {
  return { tensor };
}
