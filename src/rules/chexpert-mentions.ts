/**
 * @file Mentions as chexpert-labeler finds them: phrases as substrings, no word boundaries.
 *
 * So "tube" is found in "tuberculosis", as published. A hit that overlaps an unmention phrase of
 * the same observation in the same sentence is dropped.
 */
import type { Sentence } from "../text/sentences.ts";
import type { Target } from "./compile-lexicon.ts";
import type { Mention } from "./mentions.ts";
import type { ReadReport } from "./read-report.ts";

/** Phrases by observation, with the blanks at their edges. */
export type PhrasesByName = Readonly<Partial<Record<string, readonly string[]>>>;

/** The published terms as their data file holds them. */
export interface ChexpertTerms {
  readonly mention: PhrasesByName;
  readonly unmention: PhrasesByName;
  /** Mention phrases, or whole observations, that are neutral structures. */
  readonly structures: readonly string[];
  /** Phrases that leave their observation uncertain. */
  readonly uncertain: readonly string[];
  /** Phrases that also make Cardiomegaly uncertain. */
  readonly heartFailure: readonly string[];
}

interface Term {
  readonly phrase: string;
  readonly target: Target;
  readonly kind: Mention["kind"];
  readonly impliesCardiomegaly: boolean;
}

/** Finds mentions in a sentence of a cleaned report. */
export type MentionFinder = (report: ReadReport, sentence: Sentence) => readonly Mention[];

const STRUCTURE_STATES: Target["states"] = {
  normal: "negative",
  // The published rules deny only what they call normal.
  small: "positive",
  enlarged: "positive",
  stable: "uncertain",
  borderline: "uncertain",
  unassessed: "uncertain",
};

/** Prepares the search for a set of terms. */
export function createChexpertMentionFinder(terms: ChexpertTerms): {
  readonly findMentions: MentionFinder;
  readonly targets: readonly Target[];
} {
  const targets = Object.keys(terms.mention).map(createTarget);
  const targetOf = new Map(targets.map((target) => [target.observation, target]));
  const toTerms = (phrases: PhrasesByName): readonly Term[] =>
    Object.entries(phrases).flatMap(([observation, list = []]) =>
      list.flatMap((phrase) => toTerm(terms, phrase, targetOf.get(observation))),
    );
  const wanted = toTerms(terms.mention);
  const unwanted = toTerms(terms.unmention);
  const cardiomegaly = targetOf.get("Cardiomegaly");
  const findMentions: MentionFinder = (report, sentence) => {
    const start = report.tokens[sentence.first]?.start ?? 0;
    const end = report.tokens[sentence.end - 1]?.end ?? start;
    const text = report.text.slice(start, end);
    const dropped = groupByTarget(unwanted.flatMap((term) => findSpans(text, term)));
    const mentions: Mention[] = [];
    for (const term of wanted) {
      for (const span of findSpans(text, term)) {
        if (overlapsAny(dropped.get(term.target) ?? [], span)) continue;
        const range = tokenRange(report, sentence, {
          start: start + span.start,
          end: start + span.end,
        });
        mentions.push({ target: term.target, kind: term.kind, ...range });
        if (term.impliesCardiomegaly && cardiomegaly !== undefined) {
          mentions.push({ target: cardiomegaly, kind: "uncertain", isImplied: true, ...range });
        }
      }
    }
    return mentions.toSorted((a, b) => a.first - b.first);
  };
  return { findMentions, targets };
}

function createTarget(observation: string, index: number): Target {
  const none: ReadonlySet<number> = new Set();
  return {
    index,
    observation,
    blocksNoFinding: observation !== "Support Devices",
    states: STRUCTURE_STATES,
    anchors: new Set(),
    notPrecededBy: none,
    notFollowedBy: none,
    notInside: none,
    explainedBy: none,
  };
}

function toTerm(terms: ChexpertTerms, phrase: string, target: Target | undefined): readonly Term[] {
  if (target === undefined) return [];
  const isStructure =
    terms.structures.includes(phrase) || terms.structures.includes(target.observation);
  const kind = isStructure ? "neutral" : terms.uncertain.includes(phrase) ? "uncertain" : "include";
  return [{ phrase, target, kind, impliesCardiomegaly: terms.heartFailure.includes(phrase) }];
}

interface TermSpan {
  readonly target: Target;
  readonly start: number;
  readonly end: number;
}

function findSpans(text: string, { phrase, target }: Term): readonly TermSpan[] {
  const spans: TermSpan[] = [];
  let start = text.indexOf(phrase);
  while (0 <= start) {
    spans.push({ target, start, end: start + phrase.length });
    start = text.indexOf(phrase, start + phrase.length);
  }
  return spans;
}

function groupByTarget(spans: readonly TermSpan[]): ReadonlyMap<Target, readonly TermSpan[]> {
  const groups = new Map<Target, TermSpan[]>();
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const group = groups.get(span.target);
    if (group === undefined) groups.set(span.target, [span]);
    else group.push(span);
  }
  return groups;
}

/** The spans are sorted by start; so many of them can overlap one place, no more. */
const MOST_OVERLAPPING = 8;

function overlapsAny(spans: readonly TermSpan[], { start, end }: TermSpan): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return spans.slice(Math.max(0, low - MOST_OVERLAPPING), low).some((span) => start < span.end);
}

/** The tokens that a range of characters touches. */
function tokenRange(
  { tokens }: ReadReport,
  sentence: Sentence,
  span: { readonly start: number; readonly end: number },
): { first: number; end: number } {
  let low = sentence.first;
  let high = sentence.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low + 1;
  while (end < sentence.end && (tokens[end]?.start ?? span.end) < span.end) end++;
  return { first: low, end };
}
