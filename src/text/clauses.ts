/**
 * @file Clauses of a text and their words, as spans.
 *
 * A clause ends where a sentence does and at a comma. It is cut for showing and for leaving out,
 * not for grammar: "no effusion, edema" is two.
 */
import type { TextSpan } from "./clean-text.ts";
import { NO_TOKEN, type Token, tokenizeReport } from "./report-tokens.ts";
import { splitSentences } from "./sentences.ts";

/** A clause with the mark that closes it. */
export interface Clause extends TextSpan {
  readonly words: readonly TextSpan[];
}

/** Marks that say nothing by themselves; "?" and "+" do, as in "?edema". */
const PUNCTUATION: ReadonlySet<string> = new Set([..."., ;:!()[]{}\"'*"]);

/** Splits a text into clauses that have a word, in order. */
export function splitClauses(text: string): readonly Clause[] {
  const tokens = tokenizeReport(text);
  return splitSentences(tokens).flatMap(({ first, end }) => {
    const commas = tokens
      .slice(first, end)
      .flatMap(({ word }, i) => (word === "," ? first + i : []));
    return [...commas, end].flatMap((close, i) => {
      const open = i === 0 ? first : (commas[i - 1] ?? first) + 1;
      const words = tokens.slice(open, close).filter(({ word }) => !PUNCTUATION.has(word));
      if (words.length === 0) return [];
      return {
        start: (tokens[open] ?? NO_TOKEN).start,
        end: closingEnd(tokens, close),
        words: words.map(({ start, end: wordEnd }) => ({ start, end: wordEnd })),
      };
    });
  });
}

/** The end of the token in front of `close`, or of the mark at it. */
function closingEnd(tokens: readonly Token[], close: number): number {
  const mark = tokens[close];
  const isMark = mark !== undefined && PUNCTUATION.has(mark.word);
  return (isMark ? mark : (tokens[close - 1] ?? NO_TOKEN)).end;
}
