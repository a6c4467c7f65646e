/**
 * @file What every checkpoint reader returns, whatever the container.
 */
import type { AdamState } from "./adam-state.ts";
import type { TensorInfo } from "./tensor-info.ts";

/** How the bytes are packed; `folder` is a model folder with `config.json` and weights beside it. */
export type CheckpointContainer = "torch-zip" | "torch-legacy" | "safetensors" | "folder";

/** What a model folder says besides its tensors. Everything is `undefined` for single files. */
export interface CheckpointMetadata {
  /** The parsed `config.json`. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
  /** The lines of `vocab.txt`, in id order. */
  readonly vocabulary: readonly string[] | undefined;
  /** `do_lower_case` of `tokenizer_config.json`. */
  readonly doLowerCase: boolean | undefined;
  /** The parsed `calibration.json`, which only labelers of ours have. */
  readonly calibration: Readonly<Record<string, unknown>> | undefined;
}

/** An opened checkpoint. Nothing but names, shapes and positions has been read. */
export interface Checkpoint {
  /** The path, or the name of the byte source. */
  readonly name: string;
  readonly container: CheckpointContainer;
  /** Tensors of the state dict by canonical name, in file order. */
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  /** Names in the file that carry no parameter, such as `bert.embeddings.position_ids`. */
  readonly ignoredNames: readonly string[];
  /** Whether the names in the file had the `module.` prefix. */
  readonly hasModulePrefix: boolean;
  /** The 1-based epoch stored by training, when there is one. */
  readonly epoch: number | undefined;
  readonly metadata: CheckpointMetadata;
  /** Returns the values as float32 in row-major order, from any element type and any strides. */
  readTensor(name: string): Promise<Float32Array<ArrayBuffer>>;
  /** Returns Adam's state, when the file has one. Moments are read one parameter at a time. */
  readOptimizer(): Promise<AdamState | undefined>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
