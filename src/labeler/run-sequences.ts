/**
 * @file Runs token sequences through the model: each distinct sequence once, in batches of nearly
 * equal length, several batches at a time.
 *
 * Results of recent sequences are remembered, since impressions repeat ("No acute process."). That
 * is safe because a sequence's logits do not depend on its batch.
 */
import { InternalError } from "../base/errors.ts";
import { packBatch } from "../bert/packed-batch.ts";
import type { Executor } from "../onnx/executor.ts";
import type { RunTensor } from "../onnx/session.ts";
import { type BatchLimits, planBatches } from "./batching.ts";

export interface SequenceResult {
  readonly logits: Float32Array; // [54]
  /** Hidden state at `[CLS]`, [H], when asked for. */
  readonly vector?: Float32Array;
}

export interface SequenceRunnerOptions extends BatchLimits {
  readonly withVectors: boolean;
}

export interface SequenceResults {
  /** One result per sequence, in order. */
  readonly results: readonly SequenceResult[];
  /** Sequences that were not run because an equal one was. */
  readonly duplicateCount: number;
}

export interface SequenceRunner {
  run(
    sequences: readonly Int32Array[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<SequenceResults>;
}

/** Remembered results: a few megabytes of logits, or 50 MB with the vectors of BERT-base. */
const MAX_REMEMBERED_RESULTS = 16_384;

/** Batches handed over per session: one runs while the next is ready. */
const BATCHES_PER_SESSION = 2;

/** Prepares to run sequences on a loaded model. */
export function makeSequenceRunner(
  executor: Executor,
  options: SequenceRunnerOptions,
): SequenceRunner {
  const remembered = new Map<string, SequenceResult>();
  const outputs = options.withVectors ? ["logits", "cls"] : ["logits"];

  const runBatch = async (sequences: readonly Int32Array[]): Promise<SequenceResult[]> => {
    const { logits, cls } = await executor.run(packBatch(sequences), outputs);
    return sequences.map((_, row) => ({
      logits: rowOf(logits, row),
      ...(cls === undefined ? {} : { vector: rowOf(cls, row) }),
    }));
  };

  return {
    async run(sequences, { signal } = {}) {
      const found = new Map<string, SequenceResult>();
      const fresh = new Map<string, Int32Array>();
      const keys = sequences.map(keyOf);
      sequences.forEach((ids, index) => {
        const key = keys[index] ?? "";
        const known = remembered.get(key);
        if (known === undefined) fresh.set(key, ids);
        else found.set(key, known);
      });
      const entries = [...fresh];
      const batches = planBatches(
        entries.map(([, ids]) => ids.length),
        options,
      ).map((indexes) => indexes.flatMap((index) => entries.slice(index, index + 1)));
      const atOnce = executor.concurrency * BATCHES_PER_SESSION;
      await forEachConcurrently(batches, atOnce, async (batch) => {
        signal?.throwIfAborted();
        const results = await runBatch(batch.map(([, ids]) => ids));
        batch.forEach(([key], index) => {
          const result = results[index];
          if (result !== undefined) found.set(key, result);
        });
      });
      for (const [key] of entries) remember(remembered, key, found.get(key));
      return {
        results: keys.flatMap((key) => found.get(key) ?? []),
        duplicateCount: sequences.length - fresh.size,
      };
    },
  };
}

/** Calls `work` for every item, at most `atOnce` at the same time; stops at the first error. */
async function forEachConcurrently<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const lanes = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const item of rest) await work(item);
  });
  await Promise.all(lanes);
}

/** Forgets the oldest results when there are too many. */
function remember(
  remembered: Map<string, SequenceResult>,
  key: string,
  result: SequenceResult | undefined,
): void {
  if (result === undefined) return;
  remembered.set(key, result);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MAX_REMEMBERED_RESULTS) break;
    remembered.delete(oldest);
  }
}

/** Copies a row of [B, W], so that a result does not keep its whole batch in memory. */
function rowOf(tensor: RunTensor | undefined, row: number): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) {
    throw new InternalError("MODEL_OUTPUT", "Expected float32 outputs of the inference graph");
  }
  const width = tensor.shape.at(-1) ?? 0;
  return tensor.data.slice(row * width, (row + 1) * width);
}

/** Equal for equal sequences only: every id is four characters. */
function keyOf(ids: Int32Array): string {
  return Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString("latin1");
}
