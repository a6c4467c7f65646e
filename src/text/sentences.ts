/**
 * @file Sentences of a tokenized report.
 *
 * A sentence ends at a full stop, semicolon, question or exclamation mark, at a bullet and before
 * a list number ("2." or "3)"). Line breaks never end one, so that wrapped lines read like unwrapped
 * ones; a final full stop may be there or not. Dots inside numbers and abbreviations belong to
 * their token and do not end anything.
 */
import { NO_TOKEN, type Token } from "./report-tokens.ts";

/** Tokens `[first, end)` of one sentence, list number and closing mark left out. */
export interface Sentence {
  readonly first: number;
  readonly end: number;
}

/** Words whose dot does not end a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set([
  "approx",
  "assoc",
  "bilat",
  "cf",
  "dr",
  "drs",
  "eg",
  "et",
  "etc",
  "fig",
  "ie",
  "incl",
  "lat",
  "mediast",
  "mediastin",
  "mr",
  "mrs",
  "ms",
  "poss",
  "prob",
  "pulm",
  "resp",
  "susp",
  "vs",
]);

/** Splits tokens into sentences, in order; empty ones are left out. */
export function splitSentences(tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (end: number, next: number): void => {
    if (first < end) sentences.push({ first, end });
    first = next;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? NO_TOKEN;
    if (token.kind === "mark") {
      if (isSentenceEnd(tokens, index)) close(index, index + 1);
    } else if (token.kind === "number" && isListNumber(tokens, index)) {
      close(index, index + 2);
      index++;
    }
  }
  close(tokens.length, tokens.length);
  return sentences;
}

function isSentenceEnd(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.word;
  if (word === ";") return !isListUnderHead(tokens, index);
  if (word === "!" || word === "*") return true;
  if (word === "?") return !isAnswered(tokens, index);
  if (word !== ".") return false;
  const before = tokens[index - 1] ?? NO_TOKEN;
  return !(before.kind === "word" && ABBREVIATIONS.has(before.word));
}

/** In "Negative for: effusion; fracture." the semicolons are commas. */
function isListUnderHead(tokens: readonly Token[], index: number): boolean {
  const stop = Math.max(0, index - LONGEST_LIST);
  for (let before = index - 1; stop < before; before--) {
    const { word } = tokens[before] ?? NO_TOKEN;
    if (word === "." || word === "*" || word === "!") return false;
    if (word === ":") return LIST_HEADS.has(tokens[before - 1]?.word ?? "");
  }
  return false;
}

/** Words before a colon that ask for a list. */
const LIST_HEADS: ReadonlySet<string> = new Set([
  "for",
  "of",
  "seen",
  "identified",
  "following",
  "excluded",
  "no",
]);
/** Tokens of the longest list looked back at; keeps the search linear. */
const LONGEST_LIST = 40;

/** In "Effusion? None." the answer belongs to the question. */
function isAnswered(tokens: readonly Token[], index: number): boolean {
  if (!ANSWERS.has(tokens[index + 1]?.word ?? "")) return false;
  const end = tokens[index + 2];
  return end === undefined || end.word === "." || end.word === ";";
}

const ANSWERS: ReadonlySet<string> = new Set([
  "absent",
  "borderline",
  "maybe",
  "negative",
  "nil",
  "no",
  "none",
  "possible",
  "possibly",
  "probable",
  "probably",
  "yes",
]);

/** "2." or "2)" with text behind it; "(series 2)" and "1.2" are not list numbers. */
function isListNumber(tokens: readonly Token[], index: number): boolean {
  const number = tokens[index] ?? NO_TOKEN;
  const mark = tokens[index + 1] ?? NO_TOKEN;
  if (2 < number.word.length || mark.start !== number.end) return false;
  if (mark.word === ".") return true;
  if (mark.word !== ")") return false;
  const before = tokens[index - 1] ?? NO_TOKEN;
  return before.word === "" || before.word === "." || before.word === ";" || before.word === "(";
}
