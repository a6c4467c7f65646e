/**
 * @file What happens to a report of more than 512 tokens.
 *
 * - `truncate` (Fidelity F03): the first 511 ids and `[SEP]`, as the original does silently.
 * - `head-tail`: the first 128 and the last 382 tokens [Sun2019].
 * - `window`: several overlapping windows, each labeled on its own. Merge rule, per observation:
 *   the first of positive, uncertain, negative that any window says, else blank; No Finding is
 *   positive only when every window says so.
 */
import type { TokenizedText } from "./bert-tokenizer.ts";
import type { SpecialTokens } from "./vocabulary.ts";

/** What happens to a report of more tokens than the model reads. */
export type LongReports = "truncate" | "head-tail" | "window";

/** One sequence for the model. */
export interface TokenWindow {
  /** With `[CLS]` in front and `[SEP]` at the end. */
  readonly inputIds: Int32Array;
  /** Index of the token of the text that each id stands for; -1 for `[CLS]` and `[SEP]`. */
  readonly tokenIndexes: Int32Array;
}

/** A report as one or more sequences that the model can read. */
export interface FittedReport {
  /** One window, more only under `window`. */
  readonly windows: readonly [TokenWindow, ...TokenWindow[]];
  /** Whether tokens were left out, or under `window` spread over several windows. */
  readonly isTruncated: boolean;
  /** Fidelity F04: no token at all; the sequence is `[CLS] [SEP]`, which still yields labels. */
  readonly isEmpty: boolean;
}

/** Position embeddings of BERT-base, and so its longest sequence. */
export const MAX_SEQUENCE_LENGTH = 512;

/** Tokens kept from the start under `head-tail`: the best split of [Sun2019] for length 512. */
const HEAD_TOKENS = 128;

/** Tokens that neighboring windows share, so that a sentence lies whole in at least one of them. */
const WINDOW_OVERLAP = 128;

/** Makes the sequences of one report. */
export function fitReport(
  tokens: Pick<TokenizedText, "ids">,
  special: Pick<SpecialTokens, "cls" | "sep">,
  options: { readonly long?: LongReports; readonly maxLength?: number } = {},
): FittedReport {
  const { long = "truncate", maxLength = MAX_SEQUENCE_LENGTH } = options;
  const room = Math.max(0, maxLength - 2);
  const [first, ...others] = tokenRanges(tokens.ids.length, room, long).map((ranges) =>
    makeWindow(tokens.ids, special, ranges),
  );
  return {
    windows: [first ?? makeWindow([], special, []), ...others],
    isTruncated: room < tokens.ids.length,
    isEmpty: tokens.ids.length === 0,
  };
}

type Range = readonly [start: number, end: number];

/** The ranges of tokens in each window. */
function tokenRanges(count: number, room: number, long: LongReports): Range[][] {
  if (count <= room) return [[[0, count]]];
  switch (long) {
    case "truncate":
      return [[[0, room]]];
    case "head-tail": {
      const head = Math.min(HEAD_TOKENS, Math.ceil(room / 4));
      return [
        [
          [0, head],
          [count - (room - head), count],
        ],
      ];
    }
    case "window":
      return windowStarts(count, room).map((start) => [[start, start + room]]);
    default:
      return long satisfies never;
  }
}

/** The last window ends with the report, so it may overlap more than the others. */
function windowStarts(count: number, room: number): number[] {
  const step = Math.max(1, room - Math.min(WINDOW_OVERLAP, Math.floor(room / 4)));
  const starts: number[] = [];
  for (let start = 0; start + room < count; start += step) starts.push(start);
  return [...starts, count - room];
}

function makeWindow(
  ids: readonly number[],
  special: Pick<SpecialTokens, "cls" | "sep">,
  ranges: readonly Range[],
): TokenWindow {
  const length = 2 + ranges.reduce((sum, [start, end]) => sum + end - start, 0);
  const inputIds = new Int32Array(length);
  const tokenIndexes = new Int32Array(length).fill(-1);
  let position = 0;
  inputIds[position++] = special.cls;
  for (const [start, end] of ranges) {
    for (let index = start; index < end; index += 1) {
      tokenIndexes[position] = index;
      inputIds[position++] = ids[index] ?? 0;
    }
  }
  inputIds[position] = special.sep;
  return { inputIds, tokenIndexes };
}
