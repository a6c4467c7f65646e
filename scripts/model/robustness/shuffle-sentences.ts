/**
 * @file Sentences in another order, where order cannot matter.
 *
 * Headings, lists and words that point to another sentence make a passage unfit. What is left out
 * is decided by words alone, so some passages are left out that need not be.
 */
import { type Random, shuffle } from "../composer/random.ts";

/** Words that point to a sentence before or after, or to an order of events. */
const POINTING = new Set(
  (
    "this that these those which it its they them their he she such same both either neither other " +
    "others another latter former former previous previously prior otherwise also again additionally " +
    "furthermore moreover however but although though yet and or nor so therefore thus hence then now " +
    "further similarly likewise instead rather else elsewhere remaining remainder rest above below " +
    "following follows first second third finally one ones too as since meanwhile still"
  ).split(" "),
);

/** Of those, the words that are harmless except as the first of a sentence. */
const POINTING_AT_START = new Set([
  "and",
  "or",
  "nor",
  "as",
  "since",
  "one",
  "but",
  "yet",
  "so",
  "first",
  "second",
  "third",
  "prior",
  "previous",
  "both",
  "still",
  "following",
  "either",
  "neither",
  "rather",
  "now",
  "second",
  "above",
  "below",
]);

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
  if (words.length < FEWEST_WORDS) return false;
  return words.every((word, i) => !POINTING.has(word) || (0 < i && POINTING_AT_START.has(word)));
}
