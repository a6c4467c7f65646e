/**
 * @file Reading `optimizer_state_dict`: PyTorch's Adam [chexbert.md §7.1].
 */
import type { ByteSource } from "../../base/byte-source.ts";
import { FormatError } from "../../base/errors.ts";
import type { AdamMoments, AdamParameterGroup, AdamState } from "../adam-state.ts";
import { readTensorValues } from "../tensor-values.ts";
import type { PickleDict, PickleKey, PickleValue } from "./pickle-value.ts";
import { sequenceItems } from "./pickle-value.ts";
import { parseTensor } from "./storage.ts";
import { locateTensor, type TorchFile } from "./torch-file.ts";

/** Interprets Adam's state; the moments themselves are read when asked for. */
export function parseAdamState(
  source: ByteSource,
  file: TorchFile,
  contents: { readonly optimizer: PickleDict; readonly parameterNames: readonly string[] },
): AdamState {
  const groups = sequenceItems(contents.optimizer.get("param_groups"));
  const state = contents.optimizer.get("state");
  if (groups === undefined || !(state instanceof Map)) {
    throw wrong(source.name, "`state` and `param_groups`");
  }
  const parsed = groups.map((group) => parseGroup(source.name, group));
  const ids = parsed.flatMap((group) => group.ids);
  return {
    parameterGroups: parsed.map((group) => group.group),
    parameterNames: contents.parameterNames,
    parameterCount: ids.length,
    async readMoments(parameterIndex) {
      const id = ids[parameterIndex];
      const entry = id === undefined ? undefined : state.get(id);
      return entry === undefined ? undefined : readMoments(source, file, entry);
    },
  };
}

function parseGroup(
  fileName: string,
  value: PickleValue,
): { readonly group: AdamParameterGroup; readonly ids: readonly PickleKey[] } {
  const ids = value instanceof Map ? sequenceItems(value.get("params")) : undefined;
  if (!(value instanceof Map) || ids === undefined)
    throw wrong(fileName, "`params` in every group");
  const betas = sequenceItems(value.get("betas")) ?? [];
  return {
    ids: ids.map((id) => {
      if (typeof id === "object") throw wrong(fileName, "numbers as parameter ids");
      return id;
    }),
    group: {
      learningRate: parseNumber(fileName, value.get("lr")),
      betas: [parseNumber(fileName, betas[0]), parseNumber(fileName, betas[1])],
      epsilon: parseNumber(fileName, value.get("eps")),
      weightDecay: parseNumber(fileName, value.get("weight_decay")),
      amsgrad: value.get("amsgrad") === true,
      parameterCount: ids.length,
    },
  };
}

async function readMoments(
  source: ByteSource,
  file: TorchFile,
  entry: PickleValue,
): Promise<AdamMoments> {
  if (!(entry instanceof Map)) throw wrong(source.name, "a dict per parameter");
  const [expAvg, expAvgSq] = await Promise.all(
    ["exp_avg", "exp_avg_sq"].map(async (name) => {
      const tensor = parseTensor(source.name, entry.get(name));
      if (tensor === undefined) throw wrong(source.name, `tensor \`${name}\` of every parameter`);
      const info = await locateTensor(source, file, { name, tensor });
      return { shape: info.shape, values: await readTensorValues(info) };
    }),
  );
  if (expAvg === undefined || expAvgSq === undefined || `${expAvg.shape}` !== `${expAvgSq.shape}`) {
    throw wrong(source.name, "both moments in one shape");
  }
  return {
    step: await readStep(source, file, entry.get("step")),
    shape: expAvg.shape,
    expAvg: expAvg.values,
    expAvgSq: expAvgSq.values,
  };
}

/** The step is a number in files up to PyTorch 1.11, a tensor of one element in later ones. */
async function readStep(
  source: ByteSource,
  file: TorchFile,
  value: PickleValue | undefined,
): Promise<number> {
  const tensor = parseTensor(source.name, value);
  if (tensor === undefined) return parseNumber(source.name, value);
  const values = await readTensorValues(await locateTensor(source, file, { name: "step", tensor }));
  return parseNumber(source.name, values[0]);
}

function parseNumber(fileName: string, value: PickleValue | undefined): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw wrong(fileName, "finite numbers as hyperparameters and steps");
}

function wrong(fileName: string, expected: string): FormatError {
  return new FormatError(
    "CHECKPOINT_OPTIMIZER_FORMAT",
    `Expected ${expected} in the optimizer state of ${fileName}, got something else`,
    {
      hint: "The optimizer state is no Adam state of PyTorch; the weights may still be usable",
      place: { file: fileName },
    },
  );
}
