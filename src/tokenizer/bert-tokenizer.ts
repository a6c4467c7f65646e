/**
 * @file Report text to token ids, equal to the slow `BertTokenizer` of Hugging Face [chexbert.md §5].
 *
 * Every step of the tokenizer looks at one stretch between spaces at a time, so stretches are cut
 * first and their tokens remembered: radiologists use few different words.
 */
import { type Casing, splitWords } from "./basic-tokenizer.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { splitWordPieces, type WordPiece } from "./word-piece.ts";

/** The tokens of one text, without `[CLS]` and `[SEP]`. */
export interface TokenizedText {
  readonly ids: readonly number[];
  /** UTF-16 position in the text where each token starts. */
  readonly starts: readonly number[];
  /** UTF-16 position where each token ends. */
  readonly ends: readonly number[];
  /** Fidelity F27: special tokens such as `[SEP]` that the text itself spells out. */
  readonly specialTokenCount: number;
}

/** A tokenizer with its vocabulary and its treatment of capital letters. */
export interface BertTokenizer {
  readonly vocabulary: Vocabulary;
  readonly casing: Casing;
  /** Tokenizes a text of any length. */
  tokenize(text: string): TokenizedText;
}

/** The special tokens that a text may spell out. */
const SPECIAL_TOKENS = /(\[(?:UNK|SEP|PAD|CLS|MASK)\])/;

/** Everything that ends a word before any other step: spaces of BERT and line ends of Python. */
const STRETCH = /[^\t\n\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Longest stretch that is remembered; longer ones are rare and no words. */
const MAX_REMEMBERED_UNITS = 32;

/** Stretches that are remembered: about 20 MB. Reports of one hospital use fewer. */
const MAX_REMEMBERED_STRETCHES = 100_000;

/** Pieces relative to the start of their stretch. */
interface Stretch {
  readonly pieces: readonly WordPiece[];
  readonly specialTokenCount: number;
}

/** Makes a tokenizer for a vocabulary. @default casing "uncased" */
export function makeBertTokenizer(
  vocabulary: Vocabulary,
  options: { readonly casing?: Casing } = {},
): BertTokenizer {
  const { casing = "uncased" } = options;
  const remembered = new Map<string, Stretch>();
  const find = (text: string): Stretch => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const stretch = tokenizeStretch(vocabulary, casing, text);
    if (text.length <= MAX_REMEMBERED_UNITS) {
      if (MAX_REMEMBERED_STRETCHES <= remembered.size) remembered.clear();
      remembered.set(text, stretch);
    }
    return stretch;
  };
  return { vocabulary, casing, tokenize: (text) => tokenize(text, find) };
}

function tokenize(text: string, find: (stretch: string) => Stretch): TokenizedText {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let specialTokenCount = 0;
  for (const { 0: word, index } of text.matchAll(STRETCH)) {
    const stretch = find(word);
    for (const piece of stretch.pieces) {
      ids.push(piece.id);
      starts.push(index + piece.start);
      ends.push(index + piece.end);
    }
    specialTokenCount += stretch.specialTokenCount;
  }
  return { ids, starts, ends, specialTokenCount };
}

function tokenizeStretch(vocabulary: Vocabulary, casing: Casing, text: string): Stretch {
  const pieces: WordPiece[] = [];
  let specialTokenCount = 0;
  let start = 0;
  for (const part of text.split(SPECIAL_TOKENS)) {
    const id = SPECIAL_TOKENS.test(part) ? vocabulary.ids.get(part) : undefined;
    if (id !== undefined) {
      pieces.push({ id, start, end: start + part.length });
      specialTokenCount += 1;
    } else {
      for (const word of splitWords(part, casing, start)) {
        for (const piece of splitWordPieces(vocabulary, word)) pieces.push(piece);
      }
    }
    start += part.length;
  }
  return { pieces, specialTokenCount };
}
