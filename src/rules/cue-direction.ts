/**
 * @file Which way a cue works, where its words can be read both ways.
 *
 * "Possible" stands before its object or behind it: "possible effusion", "effusion is possible".
 */
import { type CueEntry, WORD_BITS } from "./compile-lexicon.ts";
import type { CueHit } from "./cues.ts";
import { isFinding, LIST_REACH, type ScopeInput } from "./running-cue.ts";

const { comma: COMMA, and: AND, or: OR, versus: VERSUS, verb: VERB } = WORD_BITS;
const { preposition: PREPOSITION, with: WITH } = WORD_BITS;
const SEPARATOR = COMMA | AND | OR | VERSUS;

/** The forward rule of a cue, unless a rule that also works backward has its object before it. */
export function forwardEntry(input: ScopeInput, hit: CueHit): CueEntry | undefined {
  const forward =
    entryOf(hit, "forward") ??
    entryOf(hit, "around") ??
    entryOf(hit, "both") ??
    entryOf(hit, "link");
  const backward = entryOf(hit, "backward");
  if (backward === undefined) return forward;
  if (isListHead(input, hit)) return backward;
  if (backward.id === "negation.answer") return isAnswer(input, hit) ? undefined : forward;
  if (forward === undefined || isPredicate(input, hit)) return undefined;
  return hasObjectAhead(input, hit) || opensSentence(input, hit) ? forward : undefined;
}

/** The rule of a cue for one direction. */
export function entryOf(hit: CueHit, direction: CueEntry["direction"]): CueEntry | undefined {
  return hit.entries.find((entry) => entry.direction === direction);
}

/** "Pneumothorax: no", "Effusion? None on the left.": nothing follows the answer. */
export function isAnswer({ report, sentence }: ScopeInput, { first, end }: CueHit): boolean {
  const before = report.tokens[first - 1]?.word;
  const isLast = sentence.end <= end || ((report.classes[end] ?? 0) & COMMA) !== 0;
  return isLast && (before === ":" || before === "?");
}

/** "Not identified: pneumothorax, effusion" */
function isListHead({ report, clusters }: ScopeInput, hit: CueHit): boolean {
  if (report.tokens[hit.end]?.word !== ":") return false;
  const before = clusters[firstFrom(clusters, hit.first) - 1];
  return before === undefined;
}

/** "Suspected are a small effusion and …" */
function opensSentence({ clusters, sentence }: ScopeInput, hit: CueHit): boolean {
  return hit.first === sentence.first && 0 < clusters.length;
}

/** "… are each possible explanations": a verb stands before the cue, and a mention before that. */
function isPredicate({ report, clusters, cues }: ScopeInput, hit: CueHit): boolean {
  const bits =
    (report.classes[hit.first - 1] ?? 0) |
    (report.tokens[hit.first - 1]?.word === "each" ? (report.classes[hit.first - 2] ?? 0) : 0);
  if ((bits & VERB) === 0) return false;
  const before = clusters[firstFrom(clusters, hit.first) - 1];
  if (before === undefined || !isFinding(before)) return false;
  const previous = cues[firstFrom(cues, hit.first) - 1];
  return previous?.end !== hit.first;
}

/** Whether a mention follows a cue in the same noun phrase: "possible effusion". */
function hasObjectAhead({ report, sentence, clusters, cues }: ScopeInput, hit: CueHit): boolean {
  const limit = Math.min(sentence.end, hit.end + LIST_REACH);
  let clusterIndex = firstFrom(clusters, hit.end);
  const nextCue = cues[firstFrom(cues, hit.end)];
  for (let index = hit.end; index < limit; index++) {
    const cluster = clusters[clusterIndex];
    if (cluster !== undefined && cluster.first <= index) {
      if (isFinding(cluster)) return true;
      clusterIndex++;
    }
    // "removed without pneumothorax": the next cue has its own object.
    if (nextCue?.first === index && entryOf(nextCue, "forward")?.category === "negation")
      return false;
    const bits = report.classes[index] ?? 0;
    if ((bits & (SEPARATOR | VERB | WITH)) !== 0) return false;
    if ((bits & PREPOSITION) !== 0 && index === hit.end) return false;
  }
  return false;
}

/** Index of the first item that begins at a token or behind it; the items are in order. */
export function firstFrom(items: readonly { readonly first: number }[], token: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
