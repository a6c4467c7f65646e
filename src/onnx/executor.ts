/**
 * @file A loaded graph that takes several runs at once: one session per core or accelerator, each
 * in a worker thread of its own.
 *
 * One worker loads the model at once, while the caller prepares its work; the others start when
 * there is work for them, so a single batch costs the memory of one session.
 */
import { Piscina } from "piscina";
import { RuntimeError } from "../base/errors.ts";
import type { Device } from "./device.ts";
import { openSession, type RunTensors, type SessionOptions } from "./session.ts";
import type { WorkerModel, WorkerResult, WorkerTask } from "./session-worker.ts";

export interface ExecutorOptions {
  readonly devices: readonly [Device, ...Device[]];
  /** Sessions on the CPU, each of one thread. */
  readonly threads: number;
  /** Folder that holds the files of the model's tensors. */
  readonly weightsFolder?: string;
  /**
   * `caller` opens a single session in the calling thread, which a run then blocks.
   *
   * @default "workers"
   */
  readonly place?: "workers" | "caller";
}

/** One loaded graph, ready to run. */
export interface Executor extends AsyncDisposable {
  /** Runs that go on at the same time; more are queued. */
  readonly concurrency: number;
  run(feeds: RunTensors, outputs: readonly string[]): Promise<RunTensors>;
}

/** Loads a model on every device that is given. */
export async function openExecutor(model: Uint8Array, options: ExecutorOptions): Promise<Executor> {
  const { devices, threads, weightsFolder, place = "workers" } = options;
  const sessionOptions = (device: Device): SessionOptions => ({
    device,
    // Used where they are: all sessions share the pages of one file, which costs 4 % of speed.
    packWeights: "no",
    ...(weightsFolder === undefined ? {} : { weightsFolder }),
  });
  if (place === "caller") {
    const session = await openSession(model, sessionOptions(devices[0]));
    return {
      concurrency: 1,
      run: session.run,
      [Symbol.asyncDispose]: session[Symbol.asyncDispose],
    };
  }
  const pools = devices.map((device) =>
    startPool({ model, options: sessionOptions(device) }, device.kind === "cpu" ? threads : 1),
  );
  return {
    concurrency: pools.reduce((sum, pool) => sum + pool.size, 0),
    run: (feeds, outputs) =>
      pools
        .reduce((best, pool) => (pool.load() < best.load() ? pool : best))
        .run({ feeds, outputs }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}

/** The worker threads of one device. */
interface Pool {
  readonly size: number;
  /** Runs under way or waiting, per thread. */
  load(): number;
  run(task: WorkerTask): Promise<RunTensors>;
  destroy(): Promise<void>;
}

function startPool(workerData: WorkerModel, size: number): Pool {
  const workers = new Piscina<WorkerTask, WorkerResult>({
    filename: new URL("./session-worker.js", import.meta.url).href,
    workerData,
    minThreads: 1,
    maxThreads: size,
    // A session in use must not be dropped between two windows of reports.
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  let taskCount = 0;
  return {
    size,
    load: () => taskCount / size,
    async run(task) {
      taskCount += 1;
      try {
        return openResult(await workers.run(task));
      } finally {
        taskCount -= 1;
      }
    },
    destroy: () => workers.destroy(),
  };
}

function openResult(result: WorkerResult): RunTensors {
  if ("outputs" in result) return result.outputs;
  const { code, message, hint } = result.error;
  throw new RuntimeError(code, message, hint === undefined ? {} : { hint });
}
