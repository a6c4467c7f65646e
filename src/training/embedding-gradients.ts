/**
 * @file The gradients of the embedding tables: the gradient of every row of the batch is added to
 * the rows that its token, its position and its token type name.
 *
 * A batch names few of the 30,522 words, so only the rows that were written are cleared again,
 * and only rows that ever had a gradient are updated: for the others Adam's update is exactly zero.
 */
import { EMBEDDING_TABLES } from "../bert/training-graph.ts";
import type { ParameterStore, TrainedParameter } from "./parameter-store.ts";

export interface EmbeddingGradients {
  /** Sets the gradients to zero, as at the start of every step. */
  clear(): void;
  /** Adds the gradient of packed rows, [N, H], of one micro-batch. */
  add(gradient: Float32Array, sequences: readonly Int32Array[]): void;
  /** Rows of the word table that the current step wrote to. */
  readonly stepRows: ReadonlySet<number>;
  /** 1 for rows of the word table that had a gradient in any step. */
  readonly everRows: Uint8Array;
}

/** Finds the tables; `undefined` when embeddings are frozen. */
export function makeEmbeddingGradients(
  { trained, config }: ParameterStore,
  padId: number,
): EmbeddingGradients | undefined {
  const words = trained.get(EMBEDDING_TABLES.words);
  const positions = trained.get(EMBEDDING_TABLES.positions);
  const tokenTypes = trained.get(EMBEDDING_TABLES.tokenTypes);
  if (words === undefined || positions === undefined || tokenTypes === undefined) return undefined;
  const H = config.hiddenSize;
  const stepRows = new Set<number>();
  const everRows = rowsWithMoments(words, H);
  return {
    stepRows,
    everRows,
    clear() {
      for (const row of stepRows) words.gradients.fill(0, row * H, row * H + H);
      stepRows.clear();
      positions.gradients.fill(0);
      tokenTypes.gradients.fill(0);
    },
    add(gradient, sequences) {
      let from = 0;
      for (const ids of sequences) {
        for (const [position, id] of ids.entries()) {
          // PyTorch's embedding has no gradient for padding, which a report may spell out.
          if (id !== padId) {
            addRow(words.gradients, id * H, gradient, from, H);
            stepRows.add(id);
            everRows[id] = 1;
          }
          addRow(positions.gradients, position * H, gradient, from, H);
          addRow(tokenTypes.gradients, 0, gradient, from, H); // All tokens have type 0.
          from += H;
        }
      }
    },
  };
}

function addRow(
  target: Float32Array,
  to: number,
  source: Float32Array,
  from: number,
  width: number,
): void {
  for (let i = 0; i < width; i += 1) target[to + i]! += source[from + i]!;
}

/** Finds the rows whose second moment is not zero: those that a resumed run has updated before. */
function rowsWithMoments({ secondMoments }: TrainedParameter, width: number): Uint8Array {
  const rows = new Uint8Array(secondMoments.length / width);
  for (let i = 0; i < secondMoments.length; i += 1) {
    if (secondMoments[i] !== 0) rows[Math.floor(i / width)] = 1;
  }
  return rows;
}
