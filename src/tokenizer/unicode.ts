/**
 * @file The classes of characters that BERT's basic tokenizer tells apart [Devlin2019, chexbert.md §5].
 *
 * Categories are those of the Unicode version Node brings; newer versions only add characters.
 */

const SPACE = /^[\t\n\r\p{Zs}]$/u;
const OTHER = /^\p{C}$/u;
const MARK = /^\p{Mn}$/u;
const PUNCTUATION = /^[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\p{P}]$/u;

/** Ranges that the original calls CJK: ideographs, without kana and Hangul. */
const CJK_RANGES: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b820, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
];

/** Space, tab, line feed, carriage return and category Zs. */
export function isSpace(character: string): boolean {
  return SPACE.test(character);
}

/** Characters that are dropped: every category C (Google's BERT: Cc and Cf only), and U+FFFD. */
export function isDropped(character: string): boolean {
  return (OTHER.test(character) && !SPACE.test(character)) || character === "\ufffd";
}

/** Accents and other marks that take no room. */
export function isNonspacingMark(character: string): boolean {
  return MARK.test(character);
}

/** ASCII symbols, `_` and `$` included, and every category P. */
export function isPunctuation(character: string): boolean {
  return PUNCTUATION.test(character);
}

export function isCjk(codePoint: number): boolean {
  return CJK_RANGES.some(([first, last]) => first <= codePoint && codePoint <= last);
}
