/**
 * @file A trie of phrases over word ids: finds every phrase that starts at a token.
 *
 * A placeholder between two words of a phrase is passed over, because de-identification drops
 * marks into the middle of terms; so are words of the classes that the caller names. The work per
 * token is bounded by the longest phrase and by the number of words passed over.
 *
 * All edges live in one map, keyed by node and word: tens of thousands of small maps would cost
 * more time at start-up than everything else together.
 */
import type { Phrase } from "./phrase-pattern.ts";
import { PLACEHOLDER_WORD, type Vocabulary } from "./vocabulary.ts";

/** Phrases with what each of them means. Node 0 is the root. */
export interface PhraseTrie<Payload> {
  readonly edges: Map<number, number>;
  /** Payloads by node; nodes inside of phrases have none. */
  readonly payloads: (Payload[] | undefined)[];
}

/** Word ids are smaller; the product stays an exact integer. */
const WORDS_PER_NODE = 2 ** 20;

export function createTrie<Payload>(): PhraseTrie<Payload> {
  return { edges: new Map(), payloads: [undefined] };
}

/** Adds a phrase; its words enter the vocabulary. */
export function addPhrase<Payload>(
  trie: PhraseTrie<Payload>,
  vocabulary: Vocabulary,
  entry: { readonly phrase: Phrase; readonly payload: Payload },
): void {
  let node = 0;
  for (const word of entry.phrase) {
    const edge = node * WORDS_PER_NODE + vocabulary.add(word);
    let child = trie.edges.get(edge);
    if (child === undefined) {
      child = trie.payloads.length;
      trie.payloads.push(undefined);
      trie.edges.set(edge, child);
    }
    node = child;
  }
  const payloads = trie.payloads[node];
  if (payloads === undefined) trie.payloads[node] = [entry.payload];
  else if (!payloads.includes(entry.payload)) payloads.push(entry.payload);
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

type Visit<Payload> = (payload: Payload, end: number) => void;

/** Calls `visit` for every phrase that starts at `start` and ends at or before `limit`. */
export function matchAt<Payload>(
  trie: PhraseTrie<Payload>,
  range: MatchRange,
  visit: Visit<Payload>,
): void {
  const child = trie.edges.get(range.ids[range.start] ?? 0);
  if (child !== undefined)
    matchFrom(trie, range, { node: child, index: range.start + 1, skipped: 0, visit });
}

interface Step<Payload> {
  readonly node: number;
  readonly index: number;
  readonly skipped: number;
  readonly visit: Visit<Payload>;
}

/** Words passed over in one phrase; bounds the search at each token. */
const MOST_SKIPPED_WORDS = 3;

function matchFrom<Payload>(
  trie: PhraseTrie<Payload>,
  range: MatchRange,
  { node, index, skipped, visit }: Step<Payload>,
): void {
  for (const payload of trie.payloads[node] ?? []) visit(payload, index);
  let next = index;
  let passed = skipped;
  while (next < range.limit) {
    const id = range.ids[next] ?? 0;
    const child = trie.edges.get(node * WORDS_PER_NODE + id);
    if (child !== undefined) {
      matchFrom(trie, range, { node: child, index: next + 1, skipped: passed, visit });
    }
    const canSkip = id === PLACEHOLDER_WORD || ((range.classes[next] ?? 0) & range.skip) !== 0;
    if (!canSkip || MOST_SKIPPED_WORDS <= passed) return;
    next++;
    passed++;
  }
}
