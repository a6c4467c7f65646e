/**
 * @file Sentences in another order, where order cannot matter.
 *
 * Headings, lists and words that point to another sentence make a passage unfit. What is left out
 * is decided by words alone, so some passages are left out that need not be.
 */
import { type Random, shuffle } from "../composer/random.ts";

/** Words that point to another sentence or to an order of events, wherever they stand. */
const POINTING = wordSet(
  "this that these those which it its they them their he she such same other others another latter " +
    "former previously otherwise also again additionally furthermore moreover however although " +
    "though therefore thus hence then further similarly likewise instead else elsewhere remaining " +
    "remainder rest follows third finally ones too meanwhile",
);

/** Words that do so as the first of a sentence. */
const POINTING_AT_START = wordSet(
  "and or nor but yet so as since one first second prior previous both still following either " +
    "neither rather now above below",
);

/** A shorter sentence lives on the one before it. */
const FEWEST_WORDS = 3;

/** Another order of the sentences; `undefined` when the passage is unfit. */
export function shuffleSentences(text: string, random: Random): string | undefined {
  const sentences = splitIndependent(text);
  if (sentences === undefined) return undefined;
  for (;;) {
    const shuffled = shuffle(random, sentences).join(" ");
    if (shuffled !== text.trim()) return shuffled;
  }
}

function splitIndependent(text: string): readonly string[] | undefined {
  const trimmed = text.trim();
  const isStructured = /[\n:]|(?:^|\s)(?:\d+|[a-z])[.)]\s|(?:^|\s)[-*•]\s/i.test(trimmed);
  if (isStructured || !/[.!?]$/.test(trimmed)) return undefined;
  // Three letters before the full stop: no abbreviation.
  const sentences = trimmed.split(/(?<=[\p{L}\d)]{3}[.!?])\s+(?=\p{Lu})/u);
  const isVaried = 1 < new Set(sentences).size;
  return isVaried && sentences.every(standsAlone) ? sentences : undefined;
}

function standsAlone(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  const startsFresh = !POINTING_AT_START.has(words[0] ?? "");
  return FEWEST_WORDS <= words.length && startsFresh && !words.some((word) => POINTING.has(word));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
