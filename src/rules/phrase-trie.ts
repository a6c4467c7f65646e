/**
 * @file A trie of phrases over word ids: finds every phrase that starts at a token.
 *
 * A placeholder between two words of a phrase is passed over, because de-identification drops
 * marks into the middle of terms. The work per token is bounded by the longest phrase.
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

/**
 * Calls `visit` for every phrase that starts at `start` and ends before `limit`, shortest first.
 * `ids` are the word ids of the report.
 */
export function matchAt<Payload>(
  trie: PhraseTrie<Payload>,
  ids: readonly number[],
  range: { readonly start: number; readonly limit: number },
  visit: (payload: Payload, end: number) => void,
): void {
  let node = trie.root;
  for (let index = range.start; index < range.limit; index++) {
    const id = ids[index] ?? 0;
    const child = node.next.get(id);
    if (child !== undefined) {
      node = child;
      for (const payload of node.payloads) visit(payload, index + 1);
    } else if (id !== PLACEHOLDER_WORD || index === range.start || range.start + 12 < index) {
      return;
    }
  }
}
