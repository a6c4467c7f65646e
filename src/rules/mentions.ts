/**
 * @file Mentions of observations in a sentence.
 *
 * Per observation the longest phrase wins; phrases of different observations may overlap and then
 * form one cluster, which negation and doubt reach as a whole.
 */
import type { Sentence } from "../text/sentences.ts";
import {
  type CompiledLexicon,
  type MentionEntry,
  type MentionKind,
  type Target,
  WORD_BITS,
} from "./compile-lexicon.ts";
import { matchAt } from "./phrase-trie.ts";
import type { ReportWords } from "./read-report.ts";

/** Tokens `[first, end)` that name an observation or a structure. */
export interface Mention {
  readonly target: Target;
  readonly kind: Exclude<MentionKind, "exclude" | "anchored">;
  readonly first: number;
  readonly end: number;
  /** Follows from another mention ("heart failure" makes the heart uncertain), unless denied. */
  readonly isImplied?: boolean;
}

/** Overlapping mentions. */
export interface MentionCluster {
  readonly mentions: readonly Mention[];
  readonly first: number;
  readonly end: number;
}

interface Hit extends MentionEntry {
  readonly first: number;
  readonly end: number;
}

/** Words looked back at for `notPrecededBy`: a long noun phrase has about so many adjectives. */
const NOUN_PHRASE_WORDS = 7;
/** Words looked ahead at for `notFollowedBy`. */
const CLAUSE_WORDS = 8;

/** Finds the mentions of a sentence in the order of the text. */
export function findMentions(
  report: ReportWords,
  sentence: Sentence,
  lexicon: CompiledLexicon,
): readonly Mention[] {
  const mentions: Mention[] = [];
  const excluded: Hit[] = [];
  const lastEnd = new Map<Target, number>();
  const { ids, classes } = report;
  const range = { ids, classes, start: 0, limit: sentence.end, skip: WORD_BITS.adjective };
  const longest: Hit[] = [];
  const visit = (entry: MentionEntry, end: number): void => {
    const hit = { target: entry.target, kind: entry.kind, first: range.start, end };
    const known = longest.findIndex((other) => other.target === entry.target);
    if (known < 0) longest.push(hit);
    else if ((longest[known]?.end ?? 0) < end) longest[known] = hit;
  };
  for (let first = sentence.first; first < sentence.end; first++) {
    range.start = first;
    longest.length = 0;
    matchAt(lexicon.mentions, range, visit);
    for (const hit of longest) {
      // A shorter phrase inside a longer one of the same observation says nothing of its own.
      if (hit.end <= (lastEnd.get(hit.target) ?? 0)) continue;
      // A structure's name does not hide what is said with it ("perihilar streaky markings").
      if (hit.kind !== "neutral") lastEnd.set(hit.target, hit.end);
      if (hit.kind === "exclude") excluded.push(hit);
      else if (isCanceledByNeighbors(report, sentence, hit)) continue;
      else if (hit.kind !== "anchored") mentions.push(toMention(hit, hit.kind));
      else if (hasAnchor(report, sentence, hit)) mentions.push(toMention(hit, "include"));
    }
  }
  if (excluded.length === 0) return mentions;
  return mentions.filter((mention) => !overlapsAny(excluded, mention));
}

/** Groups overlapping mentions; the mentions are in the order of the text. */
export function clusterMentions(mentions: readonly Mention[]): readonly MentionCluster[] {
  const clusters: MentionCluster[] = [];
  let members: Mention[] = [];
  let end = 0;
  const close = (): void => {
    const [first] = members;
    if (first !== undefined) clusters.push({ mentions: members, first: first.first, end });
    members = [];
  };
  for (const mention of mentions) {
    if (end <= mention.first || members.length === MOST_MENTIONS_PER_CLUSTER) {
      close();
      end = 0;
    }
    members.push(mention);
    end = Math.max(end, mention.end);
  }
  close();
  return clusters;
}

/** Real clusters have two or three; the bound keeps a made-up endless chain linear. */
const MOST_MENTIONS_PER_CLUSTER = 12;

function toMention(hit: Hit, kind: Mention["kind"]): Mention {
  return { target: hit.target, kind, first: hit.first, end: hit.end };
}

/** "Thickened" is a finding of the pleura near that word only. */
function hasAnchor({ ids }: ReportWords, sentence: Sentence, { target, first }: Hit): boolean {
  const stop = Math.min(sentence.end, first + ANCHOR_REACH);
  for (let index = Math.max(sentence.first, first - ANCHOR_REACH); index < stop; index++) {
    if (target.anchors.has(ids[index] ?? 0)) return true;
  }
  return false;
}

/** Words between "pleura" and what is said of it. */
const ANCHOR_REACH = 10;

/** Both lists are in the order of the text, and phrases are short: near neighbors suffice. */
function overlapsAny(excluded: readonly Hit[], mention: Mention): boolean {
  let low = 0;
  let high = excluded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((excluded[middle]?.end ?? 0) <= mention.first) low = middle + 1;
    else high = middle;
  }
  for (let index = Math.max(0, low - LOOK_BACK); index < excluded.length; index++) {
    const hit = excluded[index];
    if (hit === undefined || mention.end <= hit.first) return false;
    if (hit.target !== mention.target || hit.end <= mention.first) continue;
    const isInside = mention.first <= hit.first && hit.end <= mention.end;
    const isLonger = hit.end - hit.first < mention.end - mention.first;
    if (!(isInside && isLonger)) return true;
  }
  return false;
}

const LOOK_BACK = 12;

function isCanceledByNeighbors(report: ReportWords, sentence: Sentence, hit: Hit): boolean {
  const { notPrecededBy, notFollowedBy, notInside } = hit.target;
  if (0 < notPrecededBy.size) {
    const stop = Math.max(sentence.first, hit.first - NOUN_PHRASE_WORDS);
    for (let index = hit.first - 1; stop <= index; index--) {
      if (((report.classes[index] ?? 0) & NOUN_PHRASE_ENDS) !== 0) break;
      if (notPrecededBy.has(report.ids[index] ?? 0)) return true;
    }
  }
  if (0 < notFollowedBy.size + notInside.size) {
    const stop = Math.min(sentence.end, hit.end + CLAUSE_WORDS);
    let isInside = false;
    for (let index = hit.end; index < stop; index++) {
      const bits = report.classes[index] ?? 0;
      if ((bits & CLAUSE_ENDS) !== 0) break;
      if ((bits & WORD_BITS.preposition) !== 0) isInside = (bits & WORD_BITS.inside) !== 0;
      const id = report.ids[index] ?? 0;
      if (notFollowedBy.has(id) || (isInside && notInside.has(id))) return true;
    }
  }
  return false;
}

const CLAUSE_ENDS =
  WORD_BITS.comma |
  WORD_BITS.and |
  WORD_BITS.or |
  WORD_BITS.versus |
  WORD_BITS.verb |
  WORD_BITS.with;
const NOUN_PHRASE_ENDS = CLAUSE_ENDS | WORD_BITS.preposition;
