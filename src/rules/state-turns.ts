/**
 * @file Where a sentence about a structure turns: asides about the past, and contrasts that lead
 * to the state that counts ("obscured but not enlarged").
 */
import { WORD_BITS } from "./compile-lexicon.ts";
import type { CueHit } from "./cues.ts";
import type { StructureState } from "./lexicon.ts";
import type { ReportWords } from "./read-report.ts";

const { verb: VERB, past: PAST, article: ARTICLE } = WORD_BITS;
const { adverb: ADVERB, transitive: TRANSITIVE } = WORD_BITS;

export interface Ahead {
  readonly limit: number;
  readonly cueAt: ReadonlyMap<number, CueHit>;
}

/** "The heart, then enlarged, is now normal": the token behind an aside that says nothing of today. */
export function asideEnd(report: ReportWords, start: number, ahead: Ahead): number | undefined {
  if (report.tokens[start]?.word !== ",") return undefined;
  let hasState = false;
  let isPast = false;
  for (let index = start + 1; index < Math.min(ahead.limit, start + LONGEST_ASIDE); index++) {
    const hit = ahead.cueAt.get(index);
    if (hit !== undefined && stateOf(hit) !== undefined) hasState = true;
    const { word } = report.tokens[index] ?? {};
    if (((report.classes[index] ?? 0) & PAST) !== 0 || PAST_WORDS.has(word ?? "")) isPast = true;
    if (word !== ",") continue;
    const next = (report.classes[index + 1] ?? 0) | (report.classes[index + 2] ?? 0);
    return (next & VERB) !== 0 && (isPast || !hasState) ? index + 1 : undefined;
  }
  return undefined;
}

const LONGEST_ASIDE = 16;
const PAST_WORDS: ReadonlySet<string> = new Set(["then", "formerly", "previously", "once"]);

/** "with a normal contour" */
export function isWithOwnState(report: ReportWords, index: number, cueAt: Ahead["cueAt"]): boolean {
  const isArticle = ((report.classes[index + 1] ?? 0) & ARTICLE) !== 0;
  const hit = cueAt.get(isArticle ? index + 2 : index + 1);
  if (hit === undefined || stateOf(hit) === undefined) return false;
  return ASPECTS.has(report.tokens[hit.end]?.word ?? "");
}

const ASPECTS: ReadonlySet<string> = new Set([
  "size",
  "shape",
  "contour",
  "contours",
  "outline",
  "width",
  "configuration",
]);

/** "magnified by the portable technique but normal": where the contrast leads to a state. */
export function contrastEnd(report: ReportWords, start: number, ahead: Ahead): number | undefined {
  for (let index = start; index < Math.min(ahead.limit, start + CONTRAST_REACH); index++) {
    const hit = ahead.cueAt.get(index);
    if (hit === undefined) continue;
    const isContrast = hit.entries.some(({ id }) => id === "terminator.clause");
    return isContrast ? nextState(report, hit, ahead.cueAt) : undefined;
  }
  return undefined;
}

const CONTRAST_REACH = 7;

/** The state that a cue leads to: "but normal", "but is likely normal", "without enlargement". */
export function nextState(
  report: ReportWords,
  hit: CueHit,
  cueAt: ReadonlyMap<number, CueHit>,
): number | undefined {
  // "shifted but not clearly enlarged"
  const isNot = report.tokens[hit.end - 1]?.word === "not";
  if (!isNot && hit.entries.some(({ category }) => category === "negation")) {
    const next = cueAt.get(hit.end);
    const isNoun = SIZE_NOUNS.has(report.tokens[hit.end]?.word ?? "");
    return isNoun && next !== undefined && stateOf(next) !== undefined ? hit.end : undefined;
  }
  if (!isNot && !leadsToState(hit)) return undefined;
  let index = hit.end;
  for (let step = 0; step < 5; step++) {
    const next = cueAt.get(index);
    if (next !== undefined && stateOf(next) !== undefined) return index;
    if (next !== undefined) {
      if (!leadsToState(next)) return undefined;
      index = next.end;
    } else if (isFiller(report, index)) index++;
    else return undefined;
  }
  return undefined;
}

const SIZE_NOUNS: ReadonlySet<string> = new Set(["enlargement", "widening", "dilatation"]);

/** "does not appear enlarged", "I believe it is normal" */
function isFiller(report: ReportWords, index: number): boolean {
  if (((report.classes[index] ?? 0) & (VERB | ADVERB | TRANSITIVE)) !== 0) return true;
  return FILLERS.has(report.tokens[index]?.word ?? "");
}

const FILLERS: ReadonlySet<string> = new Set(["i", "it", "believe", "think", "to", "be"]);

const LEADS: ReadonlySet<string> = new Set(["terminator", "assertion", "uncertainty"]);

function leadsToState(hit: CueHit): boolean {
  return hit.entries.some((entry) => LEADS.has(entry.category));
}

export function stateOf(hit: CueHit): StructureState | undefined {
  return hit.entries.find((entry) => entry.state !== undefined)?.state;
}
