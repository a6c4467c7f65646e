/**
 * @file Slips of the fingers: letters swapped, dropped or doubled inside long words.
 */
import { chance, integer, pick, type Random } from "../composer/random.ts";

/** Damaged words among all words. */
const RATE = 1 / 25;

/** Shorter words become other words too easily. */
const MIN_LETTERS = 5;

/** Damages about one word in 25; first letters, short words, numbers and `XXXX` stay. */
export function misspell(text: string, random: Random): string {
  const words = text.match(/\p{L}+/gu) ?? [];
  const longCount = words.filter(isLong).length;
  if (longCount === 0) return text;
  // Only long words can be hit, so each is hit more often.
  const probability = (RATE * words.length) / longCount;
  return text.replace(/\p{L}+/gu, (word) =>
    isLong(word) && chance(random, probability) ? slip(word, random) : word,
  );
}

function isLong(word: string): boolean {
  return MIN_LETTERS <= word.length && !/^x+$/i.test(word);
}

/** One slip after the first letter; the word is never left as it was. */
function slip(word: string, random: Random): string {
  const at = integer(random, 1, word.length - 2);
  const [before, first, second] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)];
  const slips = [first + first + second, second];
  // Two equal letters look the same when swapped.
  if (first !== second) slips.push(second + first);
  return before + pick(random, slips) + word.slice(at + 2);
}
