/**
 * @file Which sequences run together: neighbors in length, as many as the budgets allow.
 *
 * On a CPU small batches win: about 512 tokens keep a layer's states in the cache, and sequences
 * of nearly equal length waste nothing [engine.md §3].
 */

export interface BatchLimits {
  /** Most padded tokens in a batch; a longer sequence runs alone. */
  readonly batchTokens: number;
  /** Most sequences in a batch. */
  readonly batchSize: number;
}

/**
 * Splits sequences into batches, longest first, so that the last batches to finish are short.
 * Returns the sequences' indexes.
 */
export function planBatches(lengths: readonly number[], limits: BatchLimits): number[][] {
  const order = lengths.map((length, index) => ({ length, index }));
  order.sort((a, b) => b.length - a.length || a.index - b.index);
  const batches: number[][] = [];
  let batch: number[] = [];
  let longest = 0;
  for (const { length, index } of order) {
    const paddedTokens = (batch.length + 1) * longest;
    const isFull = limits.batchSize <= batch.length || limits.batchTokens < paddedTokens;
    if (batch.length === 0 || isFull) {
      batch = [];
      batches.push(batch);
      longest = length;
    }
    batch.push(index);
  }
  return batches;
}
