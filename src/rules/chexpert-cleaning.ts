/**
 * @file The text cleaning of chexpert-labeler, with a map back to the original [rule-labeler §1].
 */
import { WHITE_SPACE_CLASS } from "../text/white-space.ts";

/** A cleaned text; character `i` of it came from offset `origins[i]` of the original. */
export interface MappedText {
  readonly text: string;
  readonly origins: readonly number[];
}

type Step = readonly [pattern: RegExp, replacement: string];

/** The published steps in the published order. */
const STEPS: readonly Step[] = [
  [/and\/or/g, "or"],
  [/(?<=[a-z])\/(?=[a-z])/g, " or "],
  [/\.\./g, "."],
  [/\./g, ". "],
  [/,/g, ", "],
  [new RegExp(`[${WHITE_SPACE_CLASS}]+`, "g"), " "],
  [/\. \./g, "."],
  [/[^\x20-\x7e]/g, ""],
];

/** Cleans a report as chexpert-labeler does before it looks for phrases. */
export function cleanLikeChexpert(text: string): MappedText {
  // Lower-casing must not change the length, or offsets would be lost.
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  let mapped: MappedText = {
    text: lower,
    origins: Array.from({ length: lower.length }, (_, index) => index),
  };
  for (const step of STEPS) mapped = applyStep(mapped, step);
  return trimBlanks(mapped);
}

function applyStep({ text, origins }: MappedText, [pattern, replacement]: Step): MappedText {
  const parts: string[] = [];
  const mappedOrigins: number[] = [];
  let position = 0;
  const keep = (end: number): void => {
    parts.push(text.slice(position, end));
    for (let index = position; index < end; index++) mappedOrigins.push(origins[index] ?? 0);
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    parts.push(replacement);
    for (let index = 0; index < replacement.length; index++) {
      const source = match.index + Math.min(index, match[0].length - 1);
      mappedOrigins.push(origins[source] ?? 0);
    }
    position = match.index + match[0].length;
  }
  keep(text.length);
  return { text: parts.join(""), origins: mappedOrigins };
}

function trimBlanks({ text, origins }: MappedText): MappedText {
  const start = text.startsWith(" ") ? 1 : 0;
  const end = start < text.length && text.endsWith(" ") ? text.length - 1 : text.length;
  return { text: text.slice(start, end), origins: origins.slice(start, end) };
}
