/**
 * @file BERT's basic tokenizer: from text to words, before word pieces [Devlin2019, chexbert.md §5].
 *
 * Drops control characters, sets CJK characters apart, lower-cases, strips accents, and makes every
 * punctuation character a word of its own. Each character of a word knows its place in the text.
 */
import { isCjk, isDropped, isNonspacingMark, isPunctuation, isSpace } from "./unicode.ts";

/** One character of a word after normalization. */
export interface PlacedCharacter {
  /** One code point. */
  readonly character: string;
  /** UTF-16 range of the text it came from. */
  readonly start: number;
  readonly end: number;
}

/** The characters of one word, in order; never empty. */
export type PlacedWord = readonly PlacedCharacter[];

/** Whether the vocabulary tells capital letters apart. */
export type Casing = "uncased" | "cased";

/** Splits text into normalized words. `start` is where the text lies in a larger one. */
export function splitWords(text: string, casing: Casing, start = 0): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const raw of splitAtSpaces(text, start)) {
    const word = casing === "cased" ? raw : withoutAccents(raw.flatMap(lowerCase));
    words.push(...splitAtPunctuation(word));
  }
  return words;
}

/** Splits at white space, around CJK characters, and leaves out dropped characters. */
function splitAtSpaces(text: string, start: number): PlacedCharacter[][] {
  const words: PlacedCharacter[][] = [];
  let word: PlacedCharacter[] = [];
  const endWord = () => {
    if (0 < word.length) words.push(word);
    word = [];
  };
  let offset = start;
  // By code point, not by UTF-16 unit: many CJK characters lie above U+FFFF.
  for (const character of text) {
    const placed = { character, start: offset, end: offset + character.length };
    offset = placed.end;
    if (isDropped(character)) continue;
    const isIdeograph = isCjk(character.codePointAt(0) ?? 0);
    if (isIdeograph || isWordBreak(character)) endWord();
    if (isWordBreak(character)) continue;
    word.push(placed);
    if (isIdeograph) endWord();
  }
  endWord();
  return words;
}

/** U+2028 and U+2029 are no spaces to BERT's cleaning, but Python's `split` breaks at them. */
function isWordBreak(character: string): boolean {
  return isSpace(character) || character === "\u2028" || character === "\u2029";
}

/** One character at a time, so that there is no rule for a final sigma. */
function lowerCase(placed: PlacedCharacter): PlacedCharacter[] {
  return Array.from(placed.character.toLowerCase(), (character) => ({ ...placed, character }));
}

/** Decomposes (NFD) and drops the accents. */
function withoutAccents(word: PlacedWord): PlacedCharacter[] {
  const decomposed = word.flatMap((placed) =>
    Array.from(placed.character.normalize("NFD"), (character) => ({ ...placed, character })),
  );
  return inCanonicalOrder(word, decomposed).filter(({ character }) => !isNonspacingMark(character));
}

/**
 * Normalizing a whole word may also swap marks that follow each other. Equal characters keep their
 * order, so each takes the first place of its kind that is still free.
 */
function inCanonicalOrder(
  word: PlacedWord,
  decomposed: readonly PlacedCharacter[],
): readonly PlacedCharacter[] {
  const ordered = word
    .map(({ character }) => character)
    .join("")
    .normalize("NFD");
  if (ordered === decomposed.map(({ character }) => character).join("")) return decomposed;
  const free = [...decomposed];
  return Array.from(ordered, (character) => {
    const index = free.findIndex((placed) => placed.character === character);
    return free.splice(index, 1)[0] ?? { character, start: 0, end: 0 };
  });
}

function splitAtPunctuation(word: PlacedWord): PlacedWord[] {
  const words: PlacedCharacter[][] = [];
  let isInWord = false;
  for (const placed of word) {
    const isMark = isPunctuation(placed.character);
    if (isMark || !isInWord) words.push([]);
    words.at(-1)?.push(placed);
    isInWord = !isMark;
  }
  return words;
}
