/**
 * @file WordPiece: a word to entries of the vocabulary, longest match from the left [Devlin2019].
 */
import type { PlacedWord } from "./basic-tokenizer.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A piece of a word and the range of the text it covers. */
export interface WordPiece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Fidelity F12: a longer word is unknown. Google's BERT has 200 here. */
const MAX_WORD_CODE_POINTS = 100;

/** Marks a piece that continues a word. */
const CONTINUATION = "##";

/** Splits a word; one `[UNK]` when it is too long or some part of it matches no entry. */
export function splitWordPieces(vocabulary: Vocabulary, word: PlacedWord): WordPiece[] {
  if (MAX_WORD_CODE_POINTS < word.length) return [unknown(vocabulary, word)];
  const pieces: WordPiece[] = [];
  for (let from = 0; from < word.length; ) {
    const piece = longestMatch(vocabulary, word, from);
    if (piece === undefined) return [unknown(vocabulary, word)];
    pieces.push(place(word, { id: piece.id, from, to: piece.to }));
    from = piece.to;
  }
  return pieces;
}

function longestMatch(
  vocabulary: Vocabulary,
  word: PlacedWord,
  from: number,
): { readonly id: number; readonly to: number } | undefined {
  const prefix = from === 0 ? "" : CONTINUATION;
  for (let to = word.length; from < to; to -= 1) {
    const characters = word.slice(from, to).map(({ character }) => character);
    const id = vocabulary.ids.get(prefix + characters.join(""));
    if (id !== undefined) return { id, to };
  }
  return undefined;
}

function unknown(vocabulary: Vocabulary, word: PlacedWord): WordPiece {
  return place(word, { id: vocabulary.special.unknown, from: 0, to: word.length });
}

function place(
  word: PlacedWord,
  piece: { readonly id: number; readonly from: number; readonly to: number },
): WordPiece {
  // Reordered marks may lie before their letter, so the range is the hull.
  const characters = word.slice(piece.from, piece.to);
  return {
    id: piece.id,
    start: Math.min(...characters.map(({ start }) => start)),
    end: Math.max(...characters.map(({ end }) => end)),
  };
}
