/**
 * @file What a sentence says of structures: heart, mediastinum, lung markings.
 *
 * Structures that stand in a list form a group ("heart size and mediastinal contours"). A state
 * belongs to a group when it stands before it in the same noun phrase ("normal heart size"), or
 * behind it as the predicate ("… are within normal limits"). Each state cue is used once, so in
 * "normal heart size, stable mediastinal contours" each structure gets its own.
 */
import type { Sentence } from "../text/sentences.ts";
import { WORD_BITS } from "./compile-lexicon.ts";
import type { CueHit } from "./cues.ts";
import type { StructureState } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import type { ReportWords } from "./read-report.ts";
import { asideEnd, contrastEnd, isWithOwnState, nextState, stateOf } from "./state-turns.ts";

/** A structure with the states that the sentence gives it, first one first. */
export interface StructureFinding {
  readonly mention: Mention;
  readonly states: readonly StateHit[];
}

export interface StateHit {
  readonly state: StructureState;
  readonly hit: CueHit;
}

interface Group {
  readonly mentions: Mention[];
  readonly first: number;
  end: number;
}

interface StructureInput {
  readonly report: ReportWords;
  readonly sentence: Sentence;
  /** Neutral mentions in the order of the text. */
  readonly structures: readonly Mention[];
  readonly cues: readonly CueHit[];
  /** First tokens of findings: a state does not reach across another finding. */
  readonly findingStarts: ReadonlySet<number>;
}

/** Words between a group and its predicate: "heart size … on this portable view is normal". */
const PREDICATE_REACH = 14;
/** Words between a state and the group behind it: "normal size and contour of the heart". */
const ATTRIBUTE_REACH = 7;
/** Words that may join two structures into one group. */
const GROUP_REACH = 6;

const { comma: COMMA, and: AND, verb: VERB, chain: CHAIN, with: WITH, or: OR } = WORD_BITS;
const { versus: VERSUS, preposition: PREPOSITION, adjective: ADJECTIVE } = WORD_BITS;
const { transitive: TRANSITIVE } = WORD_BITS;

/** Finds the states of all structures of a sentence. */
export function findStructureStates(input: StructureInput): readonly StructureFinding[] {
  if (input.structures.length === 0) return [];
  const { report } = input;
  const groups = groupStructures(input);
  const cueAt = new Map(input.cues.map((hit) => [hit.first, hit]));
  const cueEndingAt = new Map(input.cues.map((hit) => [hit.end, hit]));
  const used = new Set<CueHit>();
  const findings: StructureFinding[] = [];
  groups.forEach((group, index) => {
    const next = groups[index + 1];
    // "Heart: normal size Mediastinum: normal": what follows is a heading with its own answer.
    const nextFirst = next?.first;
    const isNextHeading = report.tokens[next?.end ?? -1]?.word === ":";
    const before = statesBefore(input, group, { cueEndingAt, used });
    const after = statesAfter(input, group, {
      cueAt,
      used,
      nextFirst,
      isNextHeading,
      hasOwn: 0 < before.length,
    });
    const states = [...before, ...after];
    for (const { hit } of states) used.add(hit);
    for (const mention of group.mentions) findings.push({ mention, states });
  });
  return findings;
}

function groupStructures({ report, structures, cues }: StructureInput): readonly Group[] {
  const covered = new Set(cues.map((hit) => hit.first));
  const stateStarts = new Set(
    cues.flatMap((hit) => (stateOf(hit) === undefined ? [] : [hit.first])),
  );
  const stateEnds = new Set(cues.flatMap((hit) => (stateOf(hit) === undefined ? [] : [hit.end])));
  const groups: Group[] = [];
  for (const mention of structures) {
    const last = groups.at(-1);
    // "Enlarged mediastinum, heart normal": each has its own state.
    const isApart =
      last !== undefined &&
      stateEnds.has(last.first) &&
      stateStarts.has(mention.end) &&
      ((report.classes[last.end] ?? 0) & COMMA) !== 0;
    const gap = { start: last?.end ?? 0, end: mention.first };
    if (last !== undefined && !isApart && isListed(report, covered, gap)) {
      last.mentions.push(mention);
      last.end = Math.max(last.end, mention.end);
    } else {
      groups.push({ mentions: [mention], first: mention.first, end: mention.end });
    }
  }
  return groups;
}

/** Only list marks and nouns stand between two members of a group, no verb and no cue. */
function isListed(
  report: ReportWords,
  cueStarts: ReadonlySet<number>,
  gap: { readonly start: number; readonly end: number },
): boolean {
  if (gap.end <= gap.start) return true;
  let hasSeparator = false;
  let words = 0;
  for (let index = gap.start; index < gap.end; index++) {
    const bits = report.classes[index] ?? 0;
    if (cueStarts.has(index) || (bits & (VERB | WITH)) !== 0) return false;
    if ((bits & (COMMA | AND | OR | VERSUS)) !== 0) hasSeparator = true;
    else if (GROUP_REACH < ++words) return false;
  }
  return hasSeparator || words === 0;
}

function statesBefore(
  { report, sentence, findingStarts }: StructureInput,
  group: Group,
  context: {
    readonly cueEndingAt: ReadonlyMap<number, CueHit>;
    readonly used: ReadonlySet<CueHit>;
  },
): readonly StateHit[] {
  const states: StateHit[] = [];
  let words = 0;
  let index = group.first;
  let isEcho = false;
  while (sentence.first < index) {
    const hit = context.cueEndingAt.get(index);
    const state = hit === undefined ? undefined : stateOf(hit);
    if (hit !== undefined) {
      if (state === undefined || (!isEcho && context.used.has(hit))) break;
      if (state === "small" && hit.end < group.first) break;
      states.unshift({ state, hit });
      words = 0;
      index = hit.first;
      continue;
    }
    const echoed = states.length === 0 ? echoedEnd(report, index) : undefined;
    if (echoed !== undefined && sentence.first < echoed) {
      isEcho = true;
      index = echoed;
      continue;
    }
    index--;
    const bits = report.classes[index] ?? 0;
    // "Unremarkable are the heart and the hila."
    const opening = (bits & VERB) === 0 ? undefined : context.cueEndingAt.get(index);
    if (opening?.first === sentence.first && stateOf(opening) === "normal") {
      return [{ state: "normal", hit: opening }];
    }
    const ends = (bits & (VERB | WITH | COMMA)) !== 0 || findingStarts.has(index);
    if (ends || ATTRIBUTE_REACH < ++words) break;
    // Behind a found state only degrees and "of the" lead to another one.
    if (0 < states.length && (bits & CHAIN) === 0) break;
    if ((bits & AND) === 0 || isChained(report, index)) continue;
    const shared = context.cueEndingAt.get(index - 1);
    // "normal lungs and heart": the state reaches over one plain noun.
    if (0 < states.length || shared === undefined || stateOf(shared) !== "normal") break;
    index--;
  }
  return states;
}

/** "The heart is normal, as is the mediastinum": the end of what the echo repeats. */
function echoedEnd({ tokens, classes }: ReportWords, end: number): number | undefined {
  if (((classes[end - 1] ?? 0) & (VERB | TRANSITIVE)) === 0) return undefined;
  const word = tokens[end - 2]?.word;
  if (word !== "as" && word !== "so") return undefined;
  let index = end - 2;
  while (((classes[index - 1] ?? 0) & (COMMA | AND)) !== 0) index--;
  return index;
}

/** "size and contour of the heart" is one noun phrase, "lungs and heart" is two. */
function isChained(report: ReportWords, index: number): boolean {
  return ((report.classes[index - 1] ?? 0) & (report.classes[index + 1] ?? 0) & CHAIN) !== 0;
}

interface AfterContext {
  readonly cueAt: ReadonlyMap<number, CueHit>;
  readonly used: ReadonlySet<CueHit>;
  /** First token of the next group, if there is one. */
  readonly nextFirst: number | undefined;
  readonly isNextHeading: boolean;
  readonly hasOwn: boolean;
}

function statesAfter(
  { report, sentence, findingStarts }: StructureInput,
  group: Group,
  context: AfterContext,
): readonly StateHit[] {
  const states: StateHit[] = [];
  const limit = Math.min(sentence.end, context.nextFirst ?? sentence.end);
  let words = 0;
  let verbs = 0;
  let separators = 0;
  let index = asideEnd(report, group.end, { limit, cueAt: context.cueAt }) ?? group.end;
  while (index < limit) {
    const hit = context.cueAt.get(index);
    if (hit !== undefined) {
      const state = stateOf(hit);
      if (state === undefined) {
        // "The heart, which is enlarged"
        const isRelative = hit.entries.some((entry) => entry.id === "terminator.relative");
        if (isRelative && hit.first - group.end <= 1) {
          index = hit.end;
          continue;
        }
        const isClauseEnd = hit.entries.some((entry) => entry.category === "terminator");
        const next = nextState(report, hit, context.cueAt);
        if (next !== undefined) {
          index = next;
          continue;
        }
        // "Enlarged but stable" goes on; "normal but the lungs …" ends at the next plain word.
        if (isClauseEnd !== 0 < states.length && !isAside(hit)) break;
        index = hit.end;
        continue;
      }
      if (state === "small" && !standsAlone(report, hit, { sentence, group })) break;
      // "obscured by the large effusion"
      if (isAttributeOfFinding(report, hit, findingStarts)) break;
      if (isAttributeOfNext(report, hit, { ...context, separators })) break;
      // "Stable heart, within normal limits": what opens with "within" or "of" has no noun to come.
      const isPredicate = ((report.classes[hit.first] ?? 0) & PREPOSITION) !== 0;
      if (context.hasOwn && verbs === 0 && 0 < separators && !isPredicate) break;
      if (1 < verbs && 0 < separators && states.length === 0) break;
      states.push({ state, hit });
      words = 0;
      separators = 0;
      index = hit.end;
      continue;
    }
    const bits = report.classes[index] ?? 0;
    if (findingStarts.has(index) && 0 < states.length + verbs) break;
    if ((bits & WITH) !== 0 && !isWithOwnState(report, index, context.cueAt)) break;
    // "has come down and is normal": the second verb has the same subject.
    const isJoined = 0 < index - group.end && ((report.classes[index - 1] ?? 0) & AND) !== 0;
    if ((bits & VERB) !== 0 && !isJoined) verbs++;
    if ((bits & (COMMA | AND)) !== 0) separators++;
    if (0 < states.length && (bits & CHAIN) === 0) {
      const turn = contrastEnd(report, index, { limit, cueAt: context.cueAt });
      if (turn === undefined) break;
      index = turn;
      continue;
    }
    if (PREDICATE_REACH < ++words) break;
    index++;
  }
  return states;
}

/** "Heart small", "heart is small and …", not "heart, small effusion". */
function standsAlone(
  { tokens, classes }: ReportWords,
  { first, end }: CueHit,
  { sentence, group }: { readonly sentence: Sentence; readonly group: Group },
): boolean {
  const isNear = first - group.end <= 2;
  const isLast =
    sentence.end <= end ||
    tokens[end]?.word === "but" ||
    ((classes[end] ?? 0) & (COMMA | AND | PREPOSITION)) !== 0;
  return isNear && isLast && ((classes[first - 1] ?? 0) & (COMMA | AND)) === 0;
}

/** "otherwise unremarkable" */
function isAside(hit: CueHit): boolean {
  return hit.entries.some((entry) => entry.id === "terminator.adverb");
}

function isAttributeOfFinding(
  report: ReportWords,
  hit: CueHit,
  findingStarts: ReadonlySet<number>,
): boolean {
  if (findingStarts.has(hit.end)) return true;
  return ((report.classes[hit.end] ?? 0) & ADJECTIVE) !== 0 && findingStarts.has(hit.end + 1);
}

/** In "heart is enlarged and stable mediastinum" the second state belongs to what follows it. */
function isAttributeOfNext(
  report: ReportWords,
  hit: CueHit,
  context: Pick<AfterContext, "nextFirst" | "isNextHeading"> & { readonly separators: number },
): boolean {
  if (context.separators === 0 || context.nextFirst === undefined) return false;
  if (context.isNextHeading) return false;
  const gap = context.nextFirst - hit.end;
  if (gap < 0 || 3 < gap) return false;
  for (let index = hit.end; index < context.nextFirst; index++) {
    const bits = report.classes[index] ?? 0;
    if ((bits & (COMMA | AND | VERB | PREPOSITION)) !== 0) return false;
  }
  return true;
}
