/**
 * @file Finds whether composed text shares long runs of words with other reports.
 *
 * A run of 15 words is never accidental. The result holds counts and positions only: neither
 * side's words leave this file.
 */
import { wordsOf } from "./diversity-statistics.ts";

export interface SharedRun {
  readonly composedIndex: number;
  readonly otherIndex: number;
  /** Position of the first shared word in the composed text. */
  readonly wordIndex: number;
}

/** Length from which a shared run counts as copied. */
export const COPIED_WORDS = 15;

/** Every composed text that shares a run with one of the others, with the first place. */
export function findSharedRuns(
  composed: readonly string[],
  others: readonly string[],
  runLength: number = COPIED_WORDS,
): readonly SharedRun[] {
  const runs = new Map<string, number>();
  for (const [otherIndex, text] of others.entries()) {
    for (const run of runsOf(text, runLength)) runs.set(run, otherIndex);
  }
  return composed.flatMap((text, composedIndex) => {
    for (const [wordIndex, run] of runsOf(text, runLength).entries()) {
      const otherIndex = runs.get(run);
      if (otherIndex !== undefined) return [{ composedIndex, otherIndex, wordIndex }];
    }
    return [];
  });
}

function runsOf(text: string, length: number): readonly string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, i) =>
    words.slice(i, i + length).join(" "),
  );
}
