/**
 * @file The two cleanings of report text [CheXbert label.py], with maps back to the original.
 *
 * Fidelity F01: they disagree. `batch` (files, tokenizer script, training) turns every run of
 * white space into one space and strips the ends; `list` (the original's list entry point) first
 * deletes every digit that a full stop follows, which also makes "5 cm" of "3.5 cm".
 * Fidelity F02: white space is Python's.
 */
import { InternalError } from "../base/errors.ts";
import { WHITE_SPACE_CLASS } from "./white-space.ts";

export type TextCleaning = "batch" | "list";

/** Cleaned text that knows where each of its UTF-16 units came from. */
export interface CleanText {
  readonly text: string;
  /** Position in the original of every unit of `text`; a space stands for the run it replaces. */
  readonly offsets: Uint32Array;
}

/** A half-open range of UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

const WORD = new RegExp(`[^${WHITE_SPACE_CLASS}]+`, "g");
const LIST_NUMBER = /[0-9]\./g;

/** Cleans report text. */
export function cleanText(text: string, cleaning: TextCleaning = "batch"): string {
  const kept = cleaning === "list" ? text.replace(LIST_NUMBER, "") : text;
  return (kept.match(WORD) ?? []).join(" ");
}

/** Cleans like {@link cleanText} and keeps the way back to the original text. */
export function cleanTextWithOffsets(text: string, cleaning: TextCleaning = "batch"): CleanText {
  const kept = cleaning === "list" ? withoutListNumbers(text) : unchanged(text);
  const offsets: number[] = [];
  const words: string[] = [];
  let previousEnd = 0;
  for (const { 0: word, index } of kept.text.matchAll(WORD)) {
    // The white space in front of this word starts where the word before ends.
    if (0 < words.length) offsets.push(kept.offsets[previousEnd] ?? 0);
    previousEnd = index + word.length;
    for (let unit = index; unit < index + word.length; unit += 1) {
      offsets.push(kept.offsets[unit] ?? 0);
    }
    words.push(word);
  }
  return { text: words.join(" "), offsets: Uint32Array.from(offsets) };
}

/** Maps a span of the cleaned text to the original text. */
export function originalSpan(clean: CleanText, span: TextSpan): TextSpan {
  const first = clean.offsets[span.start];
  const last = clean.offsets[span.end - 1];
  if (span.end <= span.start || first === undefined || last === undefined) {
    throw new InternalError(
      "TEXT_SPAN",
      `Expected a span of at least one unit inside ${clean.text.length}, got ${span.start} to ${span.end}`,
    );
  }
  return { start: first, end: last + 1 };
}

function unchanged(text: string): CleanText {
  return { text, offsets: Uint32Array.from({ length: text.length }, (_, unit) => unit) };
}

function withoutListNumbers(text: string): CleanText {
  const offsets: number[] = [];
  let kept = "";
  let from = 0;
  const keep = (end: number) => {
    kept += text.slice(from, end);
    for (let unit = from; unit < end; unit += 1) offsets.push(unit);
  };
  for (const { 0: number, index } of text.matchAll(LIST_NUMBER)) {
    keep(index);
    from = index + number.length;
  }
  keep(text.length);
  return { text: kept, offsets: Uint32Array.from(offsets) };
}
