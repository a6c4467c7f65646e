/**
 * @file Cues in a sentence: the longest phrase at each place, none overlapping another.
 *
 * Words that a phrase of the lexicon claims for a mention ("increased density") are no cues, and
 * a pseudo-cue ("no change") hides the cue inside it.
 */
import type { Sentence } from "../text/sentences.ts";
import { type CompiledLexicon, type CueEntry, WORD_BITS } from "./compile-lexicon.ts";
import type { MentionCluster } from "./mentions.ts";
import { type MatchRange, matchAt } from "./phrase-trie.ts";
import type { ReportWords } from "./read-report.ts";

/** Tokens `[first, end)` of a cue; one phrase may stand for a forward and a backward rule. */
export interface CueHit {
  readonly first: number;
  readonly end: number;
  readonly entries: readonly CueEntry[];
}

/** Finds the cues of a sentence in the order of the text. */
export function findCues(
  report: ReportWords,
  sentence: Sentence,
  context: { readonly lexicon: CompiledLexicon; readonly clusters: readonly MentionCluster[] },
): readonly CueHit[] {
  const hits: CueHit[] = [];
  const { ids, classes } = report;
  const range = { ids, classes, start: 0, limit: sentence.end, skip: WORD_BITS.adverb };
  let clusterIndex = 0;
  let first = sentence.first;
  while (first < sentence.end) {
    const cluster = context.clusters[clusterIndex];
    if (cluster !== undefined && cluster.end <= first) {
      clusterIndex++;
      continue;
    }
    range.start = first;
    const hit = longestCueAt(range, context.lexicon);
    if (hit === undefined || (cluster !== undefined && isInsideFinding(hit, cluster))) {
      first++;
      continue;
    }
    hits.push(hit);
    first = hit.end;
  }
  return hits;
}

function longestCueAt(range: MatchRange, lexicon: CompiledLexicon): CueHit | undefined {
  let longestEnd = 0;
  let entries: CueEntry[] = [];
  matchAt(lexicon.cues, range, (entry, end) => {
    if (longestEnd < end) {
      longestEnd = end;
      entries = [];
    }
    if (end === longestEnd) entries.push(entry);
  });
  if (longestEnd === 0) return undefined;
  return { first: range.start, end: longestEnd, entries };
}

function isInsideFinding(hit: CueHit, cluster: MentionCluster): boolean {
  // "prominent" is an abnormality of its own and what is said of a structure beside it.
  const isState = hit.entries.some((entry) => entry.category === "state");
  return cluster.mentions.some(
    (mention) =>
      mention.kind !== "neutral" &&
      !(isState && mention.target.observation === "No Finding") &&
      mention.first <= hit.first &&
      hit.end <= mention.end,
  );
}
