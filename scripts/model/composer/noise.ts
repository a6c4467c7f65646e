/**
 * @file Word noise: misspellings, dropped and swapped letters, dictation errors. Labels stay.
 */
import { chance, integer, pick, type Random } from "./random.ts";
import { MISSPELLINGS } from "./words/misspellings.ts";

/** Words that carry negation, doubt or side: an error there could change what is said. */
const PROTECTED = new Set([
  "without",
  "negative",
  "cannot",
  "resolved",
  "removed",
  "cleared",
  "absent",
  "possible",
  "unlikely",
  "likely",
  "excluded",
  "versus",
  "normal",
  "stable",
  "unchanged",
  "interval",
  "removal",
  "abnormal",
]);

/** Words that hurried dictation loses without a change of meaning. */
const DROPPABLE = new Set(["the", "a", "an", "is", "are", "there", "of"]);

const MIN_LETTERS = 5;

/** Damages each word with the given probability; numbers, short words and marks stay. */
export function addNoise(text: string, rate: number, random: Random): string {
  if (rate <= 0) return text;
  const noisy = text.replace(/[A-Za-z]+/g, (word) =>
    chance(random, rate) ? damage(word, random) : word,
  );
  return noisy
    .replace(/ {2,}(?=\S)/g, (spaces) => (spaces.length === 2 ? spaces : " "))
    .replace(/ ([.,;])/g, "$1");
}

function damage(word: string, random: Random): string {
  const lower = word.toLowerCase();
  if (DROPPABLE.has(lower)) return chance(random, 0.4) && lower === word ? "" : word;
  if (PROTECTED.has(lower) || word.length < MIN_LETTERS || /^X+$/.test(word)) return word;
  const known = MISSPELLINGS.get(lower);
  if (known !== undefined && chance(random, 0.6)) return matchCase(pick(random, known), word);
  return matchCase(mistype(lower, random), word);
}

/** One slip of the fingers inside the word; the first letter stays. */
function mistype(word: string, random: Random): string {
  const i = integer(random, 1, word.length - 2);
  const [before, letter, after] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)];
  switch (integer(random, 0, 3)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.charAt(0) + letter + after.slice(1);
    default:
      return before + pick(random, NEIGHBORS.get(letter) ?? [letter]) + after;
  }
}

function matchCase(word: string, model: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return /^[A-Z]/.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const KEY_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Keys to the left and right of each letter. */
const NEIGHBORS: ReadonlyMap<string, readonly string[]> = new Map(
  KEY_ROWS.flatMap((row) =>
    [...row].map(
      (letter, i) =>
        [letter, [row.charAt(i - 1), row.charAt(i + 1)].filter((key) => key !== "")] as const,
    ),
  ),
);
