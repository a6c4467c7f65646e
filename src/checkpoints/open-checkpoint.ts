/**
 * @file Opens a checkpoint of any container; which one it is, the first bytes say.
 *
 * Opening reads names, shapes and positions. Values are read when asked for, so a file of 1.3 GB
 * with Adam state costs what its directory costs.
 */
import type { ByteSource } from "../base/byte-source.ts";
import { FormatError } from "../base/errors.ts";
import type { Checkpoint, CheckpointContainer, CheckpointMetadata } from "./checkpoint.ts";
import { isFolder, openFileSource } from "./file-source.ts";
import { NO_METADATA, openModelFolder } from "./model-folder.ts";
import { joinRowScales } from "./row-scales.ts";
import { readSafetensors } from "./safetensors.ts";
import type { TensorInfo } from "./tensor-info.ts";
import { canonicalNames } from "./tensor-names.ts";
import { readTensorValues } from "./tensor-values.ts";
import { parseAdamState } from "./torch/adam-entries.ts";
import { openLegacyCheckpoint } from "./torch/legacy-checkpoint.ts";
import { parseTorchContents } from "./torch/state-dict.ts";
import { locateTensor, type TorchFile } from "./torch/torch-file.ts";
import { openZipCheckpoint } from "./torch/zip-checkpoint.ts";

/** Opens a checkpoint file or model folder. @throws {FormatError} for every fault of it. */
export async function openCheckpoint(from: string | ByteSource): Promise<Checkpoint> {
  if (typeof from !== "string") return openSource(from, NO_METADATA);
  if (!(await isFolder(from))) return openSource(await openFileSource(from), NO_METADATA);
  const folder = await openModelFolder(from);
  const parts = await openAll(folder.weights, folder.metadata);
  return mergeParts(from, parts, folder.metadata);
}

type Detected = Exclude<CheckpointContainer, "folder">;

async function openSource(source: ByteSource, metadata: CheckpointMetadata): Promise<Checkpoint> {
  try {
    const container = await detectContainer(source);
    return container === "safetensors"
      ? await openSafetensors(source, metadata)
      : await openTorch(source, container, metadata);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** Tells the containers apart by their first bytes. */
async function detectContainer(source: ByteSource): Promise<Detected> {
  const head = await source.read(0, Math.min(source.size, 9));
  const [first] = head;
  if (first === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return "torch-zip";
  // The JSON header of safetensors starts at byte 8.
  if (head[8] === 0x7b) return "safetensors";
  // Pickles: protocol 2 and later, or the text opcodes `c` and `(` that only hostile files start with.
  if (first === 0x80 || first === 0x63 || first === 0x28) return "torch-legacy";
  throw new FormatError(
    "CHECKPOINT_UNKNOWN_CONTAINER",
    `Expected a PyTorch or safetensors file at ${source.name}, got ${source.size === 0 ? "an empty file" : "other bytes"}`,
    {
      hint: "Give a .pth file, a .safetensors file or a model folder",
      place: { file: source.name },
    },
  );
}

async function openSafetensors(
  source: ByteSource,
  metadata: CheckpointMetadata,
): Promise<Checkpoint> {
  const tensors = await readSafetensors(source);
  return makeCheckpoint({
    name: source.name,
    container: "safetensors",
    metadata,
    tensors: [...tensors.values()],
    sources: [source],
    epoch: undefined,
    readOptimizer: async () => undefined,
  });
}

async function openTorch(
  source: ByteSource,
  container: "torch-zip" | "torch-legacy",
  metadata: CheckpointMetadata,
): Promise<Checkpoint> {
  const open = container === "torch-zip" ? openZipCheckpoint : openLegacyCheckpoint;
  const file: TorchFile = await open(source);
  const contents = parseTorchContents(source.name, file.root);
  const tensors: TensorInfo[] = [];
  for (const [name, tensor] of contents.tensors) {
    tensors.push(await locateTensor(source, file, { name, tensor }));
  }
  const { names } = canonicalNames(source.name, contents.tensors.keys());
  const { optimizer } = contents;
  return makeCheckpoint({
    name: source.name,
    container,
    metadata,
    tensors,
    sources: [source],
    epoch: contents.epoch,
    readOptimizer: async () =>
      optimizer && parseAdamState(source, file, { optimizer, parameterNames: [...names.keys()] }),
  });
}

async function openAll(
  paths: readonly string[],
  metadata: CheckpointMetadata,
): Promise<Checkpoint[]> {
  const parts: Checkpoint[] = [];
  try {
    for (const path of paths) parts.push(await openSource(await openFileSource(path), metadata));
  } catch (error) {
    await Promise.all(parts.map((part) => part.close()));
    throw error;
  }
  return parts;
}

/** A folder is the union of its weight files; a name in two of them is an error. */
async function mergeParts(
  name: string,
  parts: readonly Checkpoint[],
  metadata: CheckpointMetadata,
): Promise<Checkpoint> {
  try {
    const tensors = parts.flatMap((part) => [...part.tensors.values()]);
    const merged = makeCheckpoint({
      name,
      container: "folder",
      metadata,
      tensors,
      sources: parts,
      epoch: parts[0]?.epoch,
      readOptimizer: async () => parts[0]?.readOptimizer(),
    });
    return { ...merged, ignoredNames: parts.flatMap((part) => part.ignoredNames) };
  } catch (error) {
    await Promise.all(parts.map((part) => part.close()));
    throw error;
  }
}

interface CheckpointParts
  extends Pick<Checkpoint, "name" | "container" | "metadata" | "epoch" | "readOptimizer"> {
  /** By the names in the file. */
  readonly tensors: readonly TensorInfo[];
  readonly sources: readonly { close(): Promise<void> }[];
}

function makeCheckpoint(parts: CheckpointParts): Checkpoint {
  const { tensors: listed, sources, ...rest } = parts;
  const { names, ignoredNames, hasModulePrefix } = canonicalNames(
    parts.name,
    listed.map((tensor) => tensor.name),
  );
  const byFileName = new Map(listed.map((tensor) => [tensor.name, tensor]));
  const tensors = new Map<string, TensorInfo>();
  for (const [name, fileName] of names) {
    const tensor = byFileName.get(fileName);
    if (tensor !== undefined) tensors.set(name, { ...tensor, name });
  }
  const joined = joinRowScales(parts.name, tensors);
  const close = async () => {
    await Promise.all(sources.map((source) => source.close()));
  };
  return {
    ...rest,
    tensors: joined,
    ignoredNames,
    hasModulePrefix,
    async readTensor(name) {
      const tensor = joined.get(name);
      if (tensor === undefined) throw missingTensor(parts.name, name);
      return readTensorValues(tensor);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function missingTensor(fileName: string, name: string): FormatError {
  return new FormatError(
    "CHECKPOINT_MISSING_TENSOR",
    `Expected tensor ${name} in ${fileName}, got none of that name`,
    { hint: "The checkpoint is of another model", place: { file: fileName } },
  );
}
