/**
 * @file The contents of a CheXbert checkpoint: state dict, epoch, Adam state [chexbert.md §7.1].
 */
import { FormatError } from "../../base/errors.ts";
import type { PickleDict, PickleValue } from "./pickle-value.ts";
import { parseTensor, type TorchTensor } from "./storage.ts";

/** What the pickle of a checkpoint says; positions of storages are not known yet. */
export interface TorchContents {
  readonly tensors: ReadonlyMap<string, TorchTensor>;
  readonly epoch: number | undefined;
  /** The unparsed `optimizer_state_dict`. */
  readonly optimizer: PickleDict | undefined;
}

/** Keys under which trainers store the state dict; without any, the dict itself is one. */
const STATE_DICT_KEYS = ["model_state_dict", "state_dict", "model"] as const;

/** Keys under which trainers store Adam's state. */
const OPTIMIZER_KEYS = ["optimizer_state_dict", "optimizer"] as const;

/** Interprets the root value of a checkpoint's pickle. */
export function parseTorchContents(fileName: string, root: PickleValue): TorchContents {
  if (!(root instanceof Map)) throw noStateDict(fileName, "another value");
  const stateDict = firstDict(root, STATE_DICT_KEYS) ?? root;
  const tensors = new Map<string, TorchTensor>();
  for (const [key, value] of stateDict) {
    const tensor = parseTensor(fileName, value);
    // Beside tensors, a bare root may hold other entries, such as `epoch`.
    if (tensor !== undefined) tensors.set(String(key), tensor);
    else if (stateDict !== root) throw noStateDict(fileName, "an entry that is no tensor");
  }
  if (tensors.size === 0) throw noStateDict(fileName, "no tensor");
  const epoch = root.get("epoch");
  return {
    tensors,
    epoch: typeof epoch === "number" ? epoch : undefined,
    optimizer: firstDict(root, OPTIMIZER_KEYS),
  };
}

function firstDict(root: PickleDict, keys: readonly string[]): PickleDict | undefined {
  return keys.map((key) => root.get(key)).find((value) => value instanceof Map);
}

function noStateDict(fileName: string, got: string): FormatError {
  return new FormatError(
    "CHECKPOINT_NO_STATE_DICT",
    `Expected a dict of tensors, alone or as \`model_state_dict\`, in ${fileName}, got ${got}`,
    { hint: "Save the model with torch.save(model.state_dict(), path)", place: { file: fileName } },
  );
}
