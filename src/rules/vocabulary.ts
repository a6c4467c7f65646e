/**
 * @file The words that the lexicon knows, as small integers, and the repair of misspelled ones.
 *
 * A word of at least eight letters that is unknown takes the id of the known word at edit
 * distance one, if there is one; from ten letters on also at distance two with both ends right. The search uses deletions: two words are at distance one exactly
 * when they meet after at most one letter is left out of each (and a check that confirms it).
 */

export const UNKNOWN_WORD = 0;
export const PLACEHOLDER_WORD = 1;
/** Stands for any number; phrases write it `#`. */
export const NUMBER_WORD = 2;

/** Shorter words have too many real neighbors ("lesion" and "legion"). */
const SHORTEST_REPAIRED_WORD = 8;
/** Known words of this length count as well: "oppacity" is eight letters long, "opacity" seven. */
const SHORTEST_TARGET_WORD = 7;
/** Words of this length may have two wrong letters behind the first one. */
const SHORTEST_TWICE_REPAIRED_WORD = 10;
/** Longer strings are no words; the bound keeps the repair linear in the text. */
const LONGEST_REPAIRED_WORD = 24;
/** Repairs remembered at a time; bounds memory over a long run. */
const REMEMBERED_REPAIRS = 20_000;

export interface Spelling {
  /** Real words that look like misspellings of known ones. */
  readonly keep: readonly string[];
  /** Short words that are often misspelled, and contractions, with the word to read. */
  readonly respelled: Readonly<Record<string, string>>;
}

export interface Vocabulary {
  /** Returns the id of a word, giving it one when it is new. */
  add(word: string): number;
  /** Returns the id of a word as written in a report, repaired if need be. */
  idOf(word: string): number;
}

export function createVocabulary(spelling: Spelling): Vocabulary {
  const ids = new Map([
    ["___", PLACEHOLDER_WORD],
    ["#", NUMBER_WORD],
  ]);
  const keep = new Set(spelling.keep);
  const repairs = new Map<string, number>();
  let byFirstLetter: ReadonlyMap<string, readonly string[]> | undefined;
  let deletions: ReadonlyMap<string, readonly string[]> | undefined;

  const repair = (word: string): number => {
    const known = spelling.respelled[word];
    if (known !== undefined) return ids.get(known) ?? UNKNOWN_WORD;
    if (word.length < SHORTEST_REPAIRED_WORD || LONGEST_REPAIRED_WORD < word.length) {
      return UNKNOWN_WORD;
    }
    if (keep.has(word)) return UNKNOWN_WORD;
    deletions ??= indexDeletions(ids.keys());
    for (const shorter of [word, ...withoutOneLetter(word)]) {
      for (const candidate of deletions.get(shorter) ?? []) {
        if (isOneEditApart(word, candidate)) return ids.get(candidate) ?? UNKNOWN_WORD;
      }
    }
    if (word.length < SHORTEST_TWICE_REPAIRED_WORD) return UNKNOWN_WORD;
    byFirstLetter ??= indexFirstLetters(ids.keys());
    const near = byFirstLetter.get(word.charAt(0))?.find((known) => isTwoEditsApart(word, known));
    return near === undefined ? UNKNOWN_WORD : (ids.get(near) ?? UNKNOWN_WORD);
  };

  return {
    add(written) {
      const word = spelling.respelled[written] ?? written;
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = ids.size + 1;
      ids.set(word, id);
      deletions = undefined;
      byFirstLetter = undefined;
      return id;
    },
    idOf(word) {
      const known = ids.get(word) ?? repairs.get(word);
      if (known !== undefined) return known;
      const id = repair(word);
      if (REMEMBERED_REPAIRS <= repairs.size) repairs.clear();
      repairs.set(word, id);
      return id;
    },
  };
}

function indexDeletions(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST_TARGET_WORD) continue;
    for (const key of [word, ...withoutOneLetter(word)]) {
      const found = index.get(key);
      if (found === undefined) index.set(key, [word]);
      else found.push(word);
    }
  }
  return index;
}

function indexFirstLetters(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST_TWICE_REPAIRED_WORD) continue;
    const found = index.get(word.charAt(0));
    if (found === undefined) index.set(word.charAt(0), [word]);
    else found.push(word);
  }
  return index;
}

/** One edit inside the words, and one more at the place where they first differ. */
function isTwoEditsApart(a: string, b: string): boolean {
  if (2 < Math.abs(a.length - b.length) || a.at(-1) !== b.at(-1)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    isOneEditApart(restA.slice(1), restB) ||
    isOneEditApart(restA, restB.slice(1)) ||
    isOneEditApart(restA.slice(1), restB.slice(1)) ||
    (restA[0] === restB[1] &&
      restA[1] === restB[0] &&
      isOneEditApart(restA.slice(2), restB.slice(2)))
  );
}

function withoutOneLetter(word: string): readonly string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** One letter inserted, left out, replaced, or two neighbors exchanged. */
function isOneEditApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
