/**
 * @file The cue that governs a mention, and what a pass over a sentence works on.
 */
import type { Sentence } from "../text/sentences.ts";
import type { CueEntry } from "./compile-lexicon.ts";
import type { CueHit } from "./cues.ts";
import type { MentionCluster } from "./mentions.ts";
import type { ReportWords } from "./read-report.ts";

/** The cue that governs a mention. */
export interface Governor {
  readonly hit: CueHit;
  readonly entry: CueEntry;
  /** The negation speaks of news only ("no new …"), and leaves what is old open. */
  readonly ofNewsOnly: boolean;
  /** The cue speaks of "one" more of what was named: "no effusion, a small one is possible". */
  readonly ofAnother?: boolean;
}

export interface ScopeInput {
  readonly report: ReportWords;
  readonly sentence: Sentence;
  readonly clusters: readonly MentionCluster[];
  readonly cues: readonly CueHit[];
}

/** What a pass knows about the cue in force. */
export interface RunningCue {
  governor: Governor;
  /** Mentions that the cue has reached so far. */
  covered: number;
  /** Separators since the last covered mention. */
  separators: number;
  words: number;
  sawVerb: boolean;
  sawRestart: boolean;
  sawPreposition: boolean;
  /** "one" stands for a mention further away. */
  sawPronoun: boolean;
}

/** Puts a cue in force. */
export function startCue(hit: CueHit, entry: CueEntry): RunningCue {
  const governor = { hit, entry, ofNewsOnly: false };
  return {
    governor,
    covered: 0,
    separators: 0,
    words: 0,
    sawVerb: false,
    sawRestart: false,
    sawPreposition: false,
    sawPronoun: false,
  };
}

/** Structures such as "heart size" are no members of lists of findings. */
export function isFinding(cluster: MentionCluster): boolean {
  return cluster.mentions.some((mention) => mention.kind !== "neutral");
}

/** Words between two members of a list; long modifiers need a few. */
export const LIST_REACH = 9;

/** "Cannot tell X from Y": the words behind "from" explain nothing. */
export function separates({ tokens }: ReportWords, hit: CueHit): boolean {
  return SEPARATING.has(tokens[hit.end - 1]?.word ?? "");
}

const SEPARATING: ReadonlySet<string> = new Set([
  "tell",
  "distinguish",
  "differentiate",
  "separate",
]);
