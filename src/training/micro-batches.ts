/**
 * @file Splits a batch into micro-batches of reports of similar length.
 *
 * Gradients of micro-batches add up to that of the batch, so the split is free to save work: what
 * depends on padding is attention, which costs T² a report, while every micro-batch costs a pass
 * over all gradients. The split with the least work is found by dynamic programming over the
 * reports in order of length.
 */
import type { BertConfig } from "../bert/bert-config.ts";

export interface MicroBatchLimits {
  /** Most tokens in a micro-batch, which bounds memory; a longer report is one of its own. */
  readonly maxTokens: number;
}

/** Returns the indexes of the reports in each micro-batch, shortest first. */
export function planMicroBatches(
  lengths: readonly number[],
  config: BertConfig,
  { maxTokens }: MicroBatchLimits,
): number[][] {
  const order = lengths.map((length, index) => ({ length, index }));
  order.sort((a, b) => a.length - b.length || a.index - b.index);
  const cost = microBatchCost(config);
  // best[end] is the least work for the first `end` reports; cut[end] is where its last part starts.
  const best = [0];
  const cut = [0];
  for (let end = 1; end <= order.length; end += 1) {
    const longest = order[end - 1]?.length ?? 0;
    best[end] = Number.POSITIVE_INFINITY;
    let tokens = 0;
    for (let start = end - 1; 0 <= start; start -= 1) {
      tokens += order[start]?.length ?? 0;
      if (maxTokens < tokens && start < end - 1) break;
      const total = (best[start] ?? 0) + cost(end - start, longest);
      if (total < (best[end] ?? 0)) {
        best[end] = total;
        cut[end] = start;
      }
    }
  }
  const batches: number[][] = [];
  for (let end = order.length; 0 < end; end = cut[end] ?? 0) {
    batches.unshift(order.slice(cut[end] ?? 0, end).map(({ index }) => index));
  }
  return batches;
}

/** Operations of gradient accumulation per parameter: three memory accesses, as measured. */
const OPERATIONS_PER_PARAMETER = 120;

/** Work of a micro-batch that depends on the split, in floating-point operations. */
function microBatchCost(config: BertConfig): (reportCount: number, length: number) => number {
  const { hiddenSize: H, intermediateSize: I, numHiddenLayers: L } = config;
  const fixed = OPERATIONS_PER_PARAMETER * L * (4 * H * H + 2 * H * I);
  // Scores and context forward, twice as much backward: 6 products of T·T·H multiply-adds. Softmax
  // and masks take as long again.
  const perSquare = 2 * 12 * H * L;
  return (reportCount, length) => fixed + perSquare * reportCount * length * length;
}
