/**
 * @file Model folders: Hugging Face's layout, and ours, which is the same with a `chexbert` block.
 *
 * Weights are `model.safetensors`, a sharded index of it, or `pytorch_model.bin`; beside them
 * `config.json`, `vocab.txt` and `tokenizer_config.json` [interop.md §7], and in ours perhaps
 * `calibration.json`.
 */
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { FormatError } from "../base/errors.ts";
import type { CheckpointMetadata } from "./checkpoint.ts";
import { openFileSource } from "./file-source.ts";

/** What a single file says besides its tensors. */
export const NO_METADATA: CheckpointMetadata = {
  config: undefined,
  vocabulary: undefined,
  doLowerCase: undefined,
  calibration: undefined,
};

export interface ModelFolder {
  /** Paths of the files that together hold the tensors. */
  readonly weights: readonly string[];
  readonly metadata: CheckpointMetadata;
}

/** Names of the weight files, first found first taken. */
const WEIGHT_FILES = ["model.safetensors", "pytorch_model.bin"] as const;

/** Longest vocabulary that is read; a million entries have 10 MB. */
const MAX_VOCABULARY_BYTES = 64 << 20;

/** Longest JSON file that is read; the index of BERT-base has 15 kB. */
const MAX_JSON_BYTES = 2_000_000;

/** Lists the weight files of a folder and reads its small files. */
export async function openModelFolder(path: string): Promise<ModelFolder> {
  return {
    weights: await findWeights(path),
    metadata: {
      config: await readJson(join(path, "config.json")),
      vocabulary: await readLines(join(path, "vocab.txt")),
      doLowerCase: await readCasing(path),
      calibration: await readJson(join(path, "calibration.json")),
    },
  };
}

async function findWeights(folder: string): Promise<string[]> {
  for (const name of WEIGHT_FILES) {
    const path = join(folder, name);
    if (await exists(path)) return [path];
    const index = await readJson(`${path}.index.json`);
    if (index !== undefined) return shardPaths(folder, path, index);
  }
  throw new FormatError(
    "CHECKPOINT_NO_WEIGHTS",
    `Expected ${WEIGHT_FILES.join(" or ")} in folder ${folder}, got neither`,
    {
      hint: "Give the folder that holds the weights, or the .pth file itself",
      place: { file: folder },
    },
  );
}

/** `weight_map` of an index names the shard of every tensor. */
function shardPaths(
  folder: string,
  path: string,
  index: Readonly<Record<string, unknown>>,
): string[] {
  const map = index["weight_map"];
  const values: unknown[] = typeof map === "object" && map !== null ? Object.values(map) : [];
  const names = new Set(values.filter((value) => typeof value === "string"));
  // A shard lies beside its index; a name with a path could point anywhere.
  const areBeside = [...names].every((name) => basename(name) === name && name !== "..");
  if (names.size === 0 || !areBeside || values.some((value) => typeof value !== "string")) {
    throw wrongSideFile(`${path}.index.json`, "file names in `weight_map`", "something else");
  }
  return [...names].toSorted().map((name) => join(folder, name));
}

async function readCasing(folder: string): Promise<boolean | undefined> {
  const path = join(folder, "tokenizer_config.json");
  const value = (await readJson(path))?.["do_lower_case"];
  if (value === undefined || typeof value === "boolean") return value;
  throw wrongSideFile(path, "true or false as `do_lower_case`", "another value");
}

async function readLines(path: string): Promise<readonly string[] | undefined> {
  const text = await readText(path, MAX_VOCABULARY_BYTES);
  if (text === undefined) return undefined;
  // Only LF and CR LF end a line: other separators may be part of an entry.
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await readText(path, MAX_JSON_BYTES);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrongSideFile(path, "JSON", "other text", cause);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    // Checked above: a JSON object has text keys and unknown values.
    return value as Readonly<Record<string, unknown>>;
  }
  throw wrongSideFile(path, "a JSON object", "another value");
}

async function readText(path: string, maxBytes: number): Promise<string | undefined> {
  if (!(await exists(path))) return undefined;
  const source = await openFileSource(path);
  try {
    if (maxBytes < source.size) {
      throw wrongSideFile(path, `at most ${maxBytes} bytes`, String(source.size));
    }
    return decodeText(path, await source.read(0, source.size));
  } finally {
    await source.close();
  }
}

function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw wrongSideFile(path, "UTF-8 text", "other bytes", cause);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function wrongSideFile(path: string, expected: string, got: string, cause?: unknown): FormatError {
  return new FormatError("CHECKPOINT_SIDE_FILE", `Expected ${expected} in ${path}, got ${got}`, {
    hint: "Take the model folder again from where it came from",
    place: { file: path },
    ...(cause === undefined ? {} : { cause }),
  });
}
