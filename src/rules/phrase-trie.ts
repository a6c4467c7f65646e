/**
 * @file A trie of phrases over word ids: finds every phrase that starts at a token.
 *
 * A placeholder between two words of a phrase is passed over, because de-identification drops
 * marks into the middle of terms; so are words of the classes that the caller names. The work per
 * token is bounded by the longest phrase and by the number of words passed over.
 */
import type { Phrase } from "./phrase-pattern.ts";
import { PLACEHOLDER_WORD, type Vocabulary } from "./vocabulary.ts";

interface TrieNode<Payload> {
  readonly next: Map<number, TrieNode<Payload>>;
  readonly payloads: Payload[];
}

/** Phrases with what each of them means. */
export interface PhraseTrie<Payload> {
  readonly root: TrieNode<Payload>;
}

export function createTrie<Payload>(): PhraseTrie<Payload> {
  return { root: { next: new Map(), payloads: [] } };
}

/** Adds a phrase; its words enter the vocabulary. */
export function addPhrase<Payload>(
  trie: PhraseTrie<Payload>,
  vocabulary: Vocabulary,
  entry: { readonly phrase: Phrase; readonly payload: Payload },
): void {
  let node = trie.root;
  for (const word of entry.phrase) {
    const id = vocabulary.add(word);
    let child = node.next.get(id);
    if (child === undefined) {
      child = { next: new Map(), payloads: [] };
      node.next.set(id, child);
    }
    node = child;
  }
  node.payloads.push(entry.payload);
}

/** Where to look, and which words a phrase may have between its own. */
export interface MatchRange {
  readonly ids: readonly number[];
  /** Word classes, in step with `ids`. */
  readonly classes: readonly number[];
  /** The token to start at; the caller moves it on. */
  start: number;
  readonly limit: number;
  /** Bits of the word classes that may be passed over. */
  readonly skip: number;
}

/** Calls `visit` for every phrase that starts at `start` and ends at or before `limit`. */
export function matchAt<Payload>(
  trie: PhraseTrie<Payload>,
  range: MatchRange,
  visit: (payload: Payload, end: number) => void,
): void {
  const child = trie.root.next.get(range.ids[range.start] ?? 0);
  if (child !== undefined) matchFrom(child, range, { index: range.start + 1, skipped: 0, visit });
}

interface Step<Payload> {
  readonly index: number;
  readonly skipped: number;
  readonly visit: (payload: Payload, end: number) => void;
}

/** Words passed over in one phrase; bounds the search at each token. */
const MOST_SKIPPED_WORDS = 3;

function matchFrom<Payload>(node: TrieNode<Payload>, range: MatchRange, step: Step<Payload>): void {
  const { index, skipped, visit } = step;
  for (const payload of node.payloads) visit(payload, index);
  if (range.limit <= index || node.next.size === 0) return;
  const id = range.ids[index] ?? 0;
  const child = node.next.get(id);
  if (child !== undefined) matchFrom(child, range, { index: index + 1, skipped, visit });
  const canSkip = id === PLACEHOLDER_WORD || ((range.classes[index] ?? 0) & range.skip) !== 0;
  if (canSkip && skipped < MOST_SKIPPED_WORDS) matchPast(node, range, step);
}

/** Goes on behind a word that is passed over, without reporting the same phrase again. */
function matchPast<Payload>(node: TrieNode<Payload>, range: MatchRange, step: Step<Payload>): void {
  let index = step.index + 1;
  let skipped = step.skipped + 1;
  while (index < range.limit) {
    const id = range.ids[index] ?? 0;
    const child = node.next.get(id);
    if (child !== undefined) {
      matchFrom(child, range, { index: index + 1, skipped, visit: step.visit });
    }
    const canSkip = id === PLACEHOLDER_WORD || ((range.classes[index] ?? 0) & range.skip) !== 0;
    if (!canSkip || MOST_SKIPPED_WORDS <= skipped) return;
    index++;
    skipped++;
  }
}
