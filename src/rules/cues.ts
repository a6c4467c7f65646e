/**
 * @file Cues in a sentence: the longest phrase at each place, none overlapping another.
 *
 * Words that a phrase of the lexicon claims for a mention ("increased density") are no cues, and
 * a pseudo-cue ("no change") hides the cue inside it.
 */
import type { Sentence } from "../text/sentences.ts";
import type { CompiledLexicon, CueEntry } from "./compile-lexicon.ts";
import type { MentionCluster } from "./mentions.ts";
import { matchAt } from "./phrase-trie.ts";
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
  let clusterIndex = 0;
  let first = sentence.first;
  while (first < sentence.end) {
    const cluster = context.clusters[clusterIndex];
    if (cluster !== undefined && cluster.end <= first) {
      clusterIndex++;
      continue;
    }
    const hit = longestCueAt(report, { start: first, limit: sentence.end }, context.lexicon);
    if (hit === undefined || (cluster !== undefined && isInsideFinding(hit, cluster))) {
      first++;
      continue;
    }
    hits.push(hit);
    first = hit.end;
  }
  return hits;
}

function longestCueAt(
  report: ReportWords,
  range: { readonly start: number; readonly limit: number },
  lexicon: CompiledLexicon,
): CueHit | undefined {
  if ((report.ids[range.start] ?? 0) === 0) return undefined;
  let longestEnd = 0;
  let entries: CueEntry[] = [];
  matchAt(lexicon.cues, report.ids, range, (entry, end) => {
    if (longestEnd < end) {
      longestEnd = end;
      entries = [];
    }
    entries.push(entry);
  });
  if (longestEnd === 0) return undefined;
  return { first: range.start, end: longestEnd, entries };
}

function isInsideFinding(hit: CueHit, cluster: MentionCluster): boolean {
  return cluster.mentions.some(
    (mention) => mention.kind !== "neutral" && mention.first <= hit.first && hit.end <= mention.end,
  );
}
