/**
 * @file Splits a report into words, numbers, marks and de-identification marks, with offsets.
 *
 * Offsets are UTF-16 positions in the text as given, so `text.slice(token.start, token.end)` is
 * what the writer wrote while `token.word` is lower-cased. White space of every kind only
 * separates. A hyphen between letters separates too ("air-space" reads as "air space"); decimals
 * and spelled-out abbreviations stay whole ("3.5", "a.p."). One pass, linear in the length.
 */

export type TokenKind = "word" | "number" | "mark" | "placeholder";

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Lower-cased word; abbreviations lose their dots; a placeholder reads `___`. */
  readonly word: string;
}

/** Stands before the first and after the last token, so that neighbors need no check. */
export const NO_TOKEN: Token = { start: 0, end: 0, kind: "mark", word: "" };

/** Shorthand that a slash holds together. */
const SLASH_WORDS: ReadonlySet<string> = new Set([
  "and/or",
  "c/f",
  "c/w",
  "h/o",
  "p/o",
  "r/o",
  "s/p",
  "w/",
  "w/o",
  "w/out",
]);

/** A bracketed de-identification mark longer than this is taken for ordinary text. */
const LONGEST_PLACEHOLDER = 120;

/** Splits a text into tokens, in order. */
export function tokenizeReport(text: string): readonly Token[] {
  const lower = text.toLowerCase();
  // A few capitals grow when lower-cased; then words are lower-cased one by one.
  const source = lower.length === text.length ? lower : text;
  const tokens: Token[] = [];
  let position = 0;
  while (position < source.length) {
    const code = source.charCodeAt(position);
    if (isSpace(code) || isHyphen(source, position)) {
      position++;
      continue;
    }
    const token = readToken(source, position);
    position = token.end;
    tokens.push(token);
  }
  return tokens;
}

function readToken(source: string, start: number): Token {
  const code = source.charCodeAt(start);
  if (isDigit(code)) return readNumber(source, start);
  if (isWordCode(code)) return readWord(source, start);
  if (code === UNDERSCORE) {
    const end = skip(source, start, (next) => next === UNDERSCORE);
    return { start, end, kind: "placeholder", word: "___" };
  }
  if (source.startsWith("[**", start)) {
    const close = source.slice(start, start + LONGEST_PLACEHOLDER).indexOf("**]");
    if (0 <= close) return { start, end: start + close + 3, kind: "placeholder", word: "___" };
  }
  if (source.startsWith("+/-", start) || code === PLUS_MINUS) {
    return { start, end: start + (code === PLUS_MINUS ? 1 : 3), kind: "word", word: "+/-" };
  }
  if (code === QUESTION && isLeadingQuestion(source, start)) {
    return { start, end: start + 1, kind: "word", word: "?" };
  }
  const word = MARK_SPELLINGS.get(code) ?? source.charAt(start);
  return { start, end: start + 1, kind: "mark", word };
}

/** A hyphen inside a word separates its parts and is nothing itself. */
function isHyphen(source: string, position: number): boolean {
  const code = source.charCodeAt(position);
  if (code !== HYPHEN && code !== 0x2010 && code !== 0x2011) return false;
  return isWordCode(source.charCodeAt(position - 1)) && isWordCode(source.charCodeAt(position + 1));
}

/** "?pneumonia" and "(? effusion)" hedge what follows; "effusion?" only ends a sentence. */
function isLeadingQuestion(source: string, start: number): boolean {
  const before = start === 0 ? SPACE : source.charCodeAt(start - 1);
  return (isSpace(before) || before === OPEN) && start + 1 < source.length;
}

function readNumber(source: string, start: number): Token {
  let end = skip(source, start, isDigit);
  while (isDecimalMark(source.charCodeAt(end)) && isDigit(source.charCodeAt(end + 1))) {
    end = skip(source, end + 1, isDigit);
  }
  // "8th", "7mm" and "2x3" are one token; none of them is a word that a phrase could need.
  const wordEnd = skip(source, end, isWordCode);
  const word = source.slice(start, wordEnd);
  if (/x{3,}$/i.test(word)) return { start, end: wordEnd, kind: "placeholder", word: "___" };
  return { start, end: wordEnd, kind: "number", word };
}

function readWord(source: string, start: number): Token {
  const dotted = readDottedAbbreviation(source, start);
  if (dotted !== undefined) return dotted;
  let end = skip(source, start, isWordCode);
  if (isApostrophe(source.charCodeAt(end)) && isWordCode(source.charCodeAt(end + 1))) {
    end = skip(source, end + 1, isWordCode);
  }
  if (source.charCodeAt(end) === SLASH && end - start <= 3) {
    const slashEnd = skip(source, end + 1, isWordCode);
    const joined = source.slice(start, slashEnd).toLowerCase();
    if (SLASH_WORDS.has(joined)) return { start, end: slashEnd, kind: "word", word: joined };
    if (joined.startsWith("w/")) return { start, end: end + 1, kind: "word", word: "w/" };
  }
  const word = source.slice(start, end).toLowerCase().replace("’", "'");
  if (isPlaceholder(word)) return { start, end, kind: "placeholder", word: "___" };
  return { start, end, kind: "word", word };
}

/** Reads "a.p." or "e.g": single letters with a dot between them. */
function readDottedAbbreviation(source: string, start: number): Token | undefined {
  if (source.charCodeAt(start + 1) !== DOT) return undefined;
  const pattern = /(?:[a-z]\.)+[a-z](?![a-z0-9])\.?/iy;
  pattern.lastIndex = start;
  const match = pattern.exec(source)?.[0];
  if (match === undefined) return undefined;
  const word = match.replaceAll(".", "").toLowerCase();
  return { start, end: start + match.length, kind: "word", word };
}

/** `XXXX` of Open-i, in any length from three on. */
function isPlaceholder(word: string): boolean {
  return word.startsWith("xxx") && /^x+$/.test(word);
}

function skip(source: string, start: number, accepts: (code: number) => boolean): number {
  let end = start;
  while (end < source.length && accepts(source.charCodeAt(end))) end++;
  return end;
}

const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const SPACE = 0x20;
const OPEN = 0x28;
const QUESTION = 0x3f;
const UNDERSCORE = 0x5f;
const PLUS_MINUS = 0xb1;
/** Bullets of all shapes read as "*", dashes as "-". */
const MARK_SPELLINGS: ReadonlyMap<number, string> = new Map([
  [0x2022, "*"],
  [0x25aa, "*"],
  [0x25cf, "*"],
  [0xb7, "*"],
  [0x2013, "-"],
  [0x2014, "-"],
]);

function isDigit(code: number): boolean {
  return 0x30 <= code && code <= 0x39;
}

function isDecimalMark(code: number): boolean {
  return code === DOT || code === 0x2c;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** The white space class of chexbert.md §4, and the control characters below it. */
function isSpace(code: number): boolean {
  if (code <= SPACE) return true;
  if (code < 0x7f) return false;
  return (
    code <= 0xa0 ||
    code === 0x1680 ||
    (0x2000 <= code && code <= 0x200f) ||
    (0x2028 <= code && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Letters, digits, and everything beyond Latin-1 punctuation that is not white space. */
function isWordCode(code: number): boolean {
  if (code < 0x80) {
    return (0x61 <= code && code <= 0x7a) || (0x41 <= code && code <= 0x5a) || isDigit(code);
  }
  return 0xbf < code && !isSpace(code) && !(0x2010 <= code && code <= 0x206f);
}
