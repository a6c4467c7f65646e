/**
 * @file The kinds of damage that no label may depend on.
 */
import type { Random } from "../composer/random.ts";
import { misspell } from "./misspell.ts";
import { repunctuate } from "./repunctuate.ts";
import { foldLines, joinLines } from "./rewrap.ts";
import { shuffleSentences } from "./shuffle-sentences.ts";

/** Returns the damaged text; `undefined` when the text is unfit for this kind. */
export type Damage = (text: string, random: Random) => string | undefined;

export const DAMAGES = {
  misspelled: misspell,
  "upper case": (text) => text.toUpperCase(),
  "lower case": (text) => text.toLowerCase(),
  "re-punctuated": repunctuate,
  "folded at 60": (text) => foldLines(text),
  "one line": joinLines,
  "sentences shuffled": shuffleSentences,
} as const satisfies Readonly<Record<string, Damage>>;
