/**
 * @file What runs inside a worker thread: one session, opened when the thread starts.
 *
 * Errors lose their class on the way between threads, so they travel as plain values.
 */
import { workerData } from "piscina";
import { type ChexbertError, RuntimeError } from "../base/errors.ts";
import { openSession, type RunTensors, type SessionOptions } from "./session.ts";

/** What a worker is started with. */
export interface WorkerModel {
  readonly model: Uint8Array;
  readonly options: SessionOptions;
}

export interface WorkerTask {
  readonly feeds: RunTensors;
  readonly outputs: readonly string[];
}

export type WorkerResult =
  | { readonly outputs: RunTensors }
  | { readonly error: Pick<ChexbertError, "code" | "message" | "hint"> };

// The executor starts its workers with this value.
const { model, options } = workerData as WorkerModel;

const session = openSession(model, options);
session.catch(() => {}); // The first run tells of it.

/** Runs the graph once. */
export default async function runTask({ feeds, outputs }: WorkerTask): Promise<WorkerResult> {
  try {
    return { outputs: await (await session).run(feeds, outputs) };
  } catch (cause) {
    if (!(cause instanceof RuntimeError)) throw cause;
    const { code, message, hint } = cause;
    return { error: { code, message, hint } };
  }
}
