/**
 * @file The one file that loads ONNX Runtime and runs graphs with it.
 *
 * `run` is synchronous native work: it blocks the thread it is called in. Tensors go in and out
 * without a copy on our side.
 */
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { RuntimeError } from "../base/errors.ts";
import type { Device } from "./device.ts";
import type { ElementType } from "./tensor-data.ts";

type Runtime = typeof import("onnxruntime-node");

/** Numbers of a tensor in memory; 64-bit integers are `bigint`. */
export type TensorArray =
  | Float32Array
  | Float64Array
  | BigInt64Array
  | Int32Array
  | Int8Array
  | Uint8Array;

/** A tensor as it is given to a run or comes out of one, row-major. */
export interface RunTensor {
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: TensorArray;
}

export type RunTensors = Readonly<Record<string, RunTensor>>;

export type OutputTensors = Readonly<Record<string, RunTensor | null>>;

export interface SessionOptions {
  /** @default the CPU */
  readonly device?: Device;
  /** Threads of one operator. @default 1 */
  readonly threads?: number;
  /** Folder that holds the files of the model's {@link FileTensor}s. */
  readonly weightsFolder?: string;
  /** Copies matrices into a faster order when the session is opened. @default "yes" */
  readonly packWeights?: "yes" | "no";
}

/** A model that is ready to run on one device. */
export interface Session extends AsyncDisposable {
  /**
   * Runs the graph. `outputs` are the names to compute, or tensors that receive them in place, with
   * `null` for those that need memory; without it, all outputs are returned.
   */
  run(feeds: RunTensors, outputs?: readonly string[] | OutputTensors): Promise<RunTensors>;
}

/** Loads a model from its bytes. */
export async function openSession(
  model: Uint8Array,
  options: SessionOptions = {},
): Promise<Session> {
  const runtime = await loadRuntime();
  const session = await createSession(runtime, model, options);
  const toTensor = ({ type, data, shape }: RunTensor): Tensor =>
    // Our element types are a part of the runtime's, and the data fits the type by construction.
    new runtime.Tensor(type as "float32", data as Float32Array, shape);
  const toOutput = (output: RunTensor | null) => (output === null ? null : toTensor(output));

  return {
    async run(feeds, outputs) {
      const inputs = mapValues(feeds, toTensor);
      const results =
        outputs === undefined
          ? await session.run(inputs)
          : await session.run(inputs, isNameList(outputs) ? outputs : mapValues(outputs, toOutput));
      return mapValues(results, fromTensor);
    },
    [Symbol.asyncDispose]: () => session.release(),
  };
}

async function loadRuntime(): Promise<Runtime> {
  try {
    const loaded = await import("onnxruntime-node");
    return loaded.default ?? loaded;
  } catch (cause) {
    throw new RuntimeError(
      "RUNTIME_NOT_INSTALLED",
      `Expected the native library of onnxruntime-node for ${process.platform}-${process.arch}, got an error on loading it`,
      {
        hint: "Install again with ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node; rules need no native library: --engine rules",
        cause,
      },
    );
  }
}

async function createSession(
  runtime: Runtime,
  model: Uint8Array,
  options: SessionOptions,
): Promise<InferenceSession> {
  const { device = { kind: "cpu" }, threads = 1, weightsFolder, packWeights = "yes" } = options;
  const session: Record<string, string> = {
    // Idle threads sleep instead of spinning: other sessions share the cores.
    "intra_op.allow_spinning": "0",
  };
  if (packWeights === "no") session["disable_prepacking"] = "1";
  if (weightsFolder !== undefined) {
    session["model_external_initializers_file_folder_path"] = weightsFolder;
  }
  try {
    return await runtime.InferenceSession.create(model, {
      executionProviders: [executionProvider(device)],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: "sequential",
      logSeverityLevel: 4,
      extra: { session },
    });
  } catch (cause) {
    throw new RuntimeError(
      "SESSION_FAILED",
      `Expected ONNX Runtime to load the model on ${device.kind}, got an error`,
      { hint: "Run with --device cpu, and see chexbert doctor", cause },
    );
  }
}

function executionProvider(device: Device): InferenceSession.ExecutionProviderConfig {
  return "index" in device ? { name: device.kind, deviceId: device.index } : device.kind;
}

function fromTensor(value: unknown): RunTensor {
  const { type, dims, data } = value as Tensor; // Every output of our graphs is a dense tensor.
  return { type: type as ElementType, shape: dims, data: data as TensorArray };
}

function isNameList(outputs: readonly string[] | OutputTensors): outputs is readonly string[] {
  return Array.isArray(outputs);
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
