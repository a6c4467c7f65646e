/**
 * @file Texts of random words with token counts as reports have them: log-normal, median 40,
 * mean 59, at most 512, `[CLS]` and `[SEP]` included.
 */
import { readFileSync } from "node:fs";

const MEDIAN = 40;
const MEAN = 59;
const LONGEST = 512;
/** Of a log-normal distribution with this median and mean. */
const SIGMA = Math.sqrt(2 * Math.log(MEAN / MEDIAN));

/** Token counts from a seed; the longest possible report is always among them. */
export function reportLengths(count, seed) {
  const random = mulberry32(seed);
  const lengths = Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.min(LONGEST, Math.max(3, Math.round(MEDIAN * Math.exp(SIGMA * normal))));
  });
  lengths[Math.floor(count / 5)] = LONGEST;
  return lengths;
}

/** Texts whose words are one token each. */
export function reportTexts(lengths, seed) {
  const random = mulberry32(seed);
  const words = singleTokenWords();
  return lengths.map((length) =>
    Array.from({ length: length - 2 }, () => words[Math.floor(random() * words.length)]).join(" "),
  );
}

function singleTokenWords() {
  const file = new URL("../data/vocabulary/bert-base-uncased.txt", import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((entry) => /^[a-z]{3,}$/.test(entry));
}

/** A small seeded generator: benchmarks must see the same texts everywhere. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
