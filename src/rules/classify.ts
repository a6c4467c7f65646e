/**
 * @file The class of each mention, in the published order: doubt that forestalls negation, then
 * negation, then doubt, else the mention is asserted.
 */
import type { LabelClass } from "../labels/label-class.ts";
import { findAlternatives } from "./alternatives.ts";
import type { Target } from "./compile-lexicon.ts";
import { firstFrom } from "./cue-direction.ts";
import type { CueHit } from "./cues.ts";
import { type ExplanationInput, findExplained, isStateExplained } from "./explanations.ts";
import type { StructureState } from "./lexicon.ts";
import type { Mention, MentionCluster } from "./mentions.ts";
import { type Governor, separates } from "./running-cue.ts";
import type { Scopes } from "./scope.ts";
import type { StructureFinding } from "./structures.ts";

/** A mention with the class that it argues for, and why. */
export interface Finding {
  readonly target: Target;
  readonly class: LabelClass;
  readonly ruleId: string;
  /** Tokens `[first, end)` of the mention. */
  readonly first: number;
  readonly end: number;
  readonly cue?: CueHit;
  /** Any statement about the same observation settles this one ("stable heart"). */
  readonly isOpen?: boolean;
}

interface Verdict {
  readonly class: LabelClass;
  readonly ruleId: string;
  readonly cue?: CueHit;
  readonly isOpen?: boolean;
}

/** Classifies the findings of a sentence; structures have their own function. */
export function classifyFindings(input: ExplanationInput, scopes: Scopes): readonly Finding[] {
  const verdicts = input.clusters.map((_, index) => verdictOf(input, scopes, index));
  const open = findAlternatives(input, (index) => isAsserted(verdicts[index]));
  for (const index of open) {
    const verdict = verdicts[index];
    if (verdict?.class !== "positive") continue;
    verdicts[index] = { ...verdict, class: "uncertain", ruleId: "uncertainty.alternatives" };
  }
  return input.clusters.flatMap((cluster, index) => {
    const verdict = verdicts[index] ?? ASSERTED;
    const isWeighed = verdict.cue !== undefined && separates(input.report, verdict.cue);
    const explained = isAsserted(verdict) && !isWeighed ? findExplained(input, cluster) : NOTHING;
    return cluster.mentions
      .filter((mention) => mention.kind !== "neutral")
      .flatMap((mention) =>
        toFinding(mention, explained.has(mention.target) ? EXPLAINED : verdict),
      );
  });
}

function isAsserted(verdict: Verdict | undefined): boolean {
  return verdict?.class === "positive" || verdict?.class === "uncertain";
}

const NOTHING: ReadonlySet<Target> = new Set();

const EXPLAINED: Verdict = { class: "blank", ruleId: "explained" };

/** "Early infiltrate?" */
const ASKED: Verdict = { class: "uncertain", ruleId: "uncertainty.question" };

const ASSERTED: Verdict = { class: "positive", ruleId: "assertion.plain" };

function toFinding(mention: Mention, verdict: Verdict): readonly Finding[] {
  if (mention.isImplied && !isAsserted(verdict)) return [];
  const isDoubtful = mention.kind === "uncertain" && verdict.class === "positive";
  const { target, first, end } = mention;
  const doubt = isDoubtful ? ({ class: "uncertain", ruleId: "uncertainty.term" } as const) : {};
  return [{ target, first, end, ...verdict, ...doubt }];
}

function verdictOf(input: ExplanationInput, scopes: Scopes, index: number): Verdict {
  const { sentence } = input;
  if (scopes.history !== undefined) return blank(scopes.history, "history.patient");
  const governors = [scopes.forward[index], scopes.backward[index]].filter(
    (governor) => governor !== undefined,
  );
  const by = (category: string): Governor | undefined =>
    governors.find(({ entry }) => entry.category === category);
  const open = by("open-negation");
  if (open !== undefined) {
    return { ...verdict("uncertain", open), isOpen: open.entry.id === "open.no-new" };
  }
  const another = scopes.backward[index];
  if (another?.ofAnother && another.entry.category === "uncertainty") {
    return verdict("uncertain", another);
  }
  const history = by("history");
  if (history !== undefined) return blank(history.hit, history.entry.id);
  const denied = deniedByState(input, input.clusters[index]);
  if (denied !== undefined) return { class: "negative", ruleId: "state.normal", cue: denied };
  if (governors.some((governor) => isPlainAssertion(governor, scopes.forward[index])))
    return ASSERTED;
  const negation =
    governors.find(({ entry, ofNewsOnly }) => entry.category === "negation" && !ofNewsOnly) ??
    by("negation");
  const isDoubled = scopes.backward[index]?.entry.id === "negation.excluded";
  if (negation !== undefined && isDoubled && negation === scopes.forward[index]) {
    // "Neither X nor Y can be excluded"
    return { ...verdict("uncertain", negation), ruleId: "open.not-excluded" };
  }
  const isNews = governors.some(({ entry }) => entry.id === "assertion.news");
  if (negation !== undefined && (negation.ofNewsOnly || isNews)) {
    return { ...verdict("uncertain", negation), ruleId: "open.no-new", isOpen: true };
  }
  if (negation !== undefined) return verdict("negative", negation);
  const doubt = by("uncertainty");
  const isRequest = doubt?.entry.id === "uncertainty.request" && doubt.hit.first === sentence.first;
  // "Evaluation for pneumothorax is limited" is no request.
  if (doubt !== undefined && isRequest && scopes.backward[index] === undefined) {
    return blank(doubt.hit, "history.request");
  }
  if (doubt !== undefined) {
    const doubted = verdict("uncertain", doubt);
    if (isCondition(input, doubt)) return { ...doubted, ruleId: CAVEAT, isOpen: true };
    // "The previously questioned nodule": what is said today settles it.
    return { ...doubted, isOpen: GIVES_WAY.has(doubt.entry.id) };
  }
  return isOpenQuestion(input) ? ASKED : ASSERTED;
}

/** What a film may not show, and what the advice depends on. */
export const CAVEAT = "uncertainty.caveat";
/** Doubts that any plain statement settles. */
const GIVES_WAY: ReadonlySet<string> = new Set(["uncertainty.previous", CAVEAT]);

/** "If fracture is a concern, …": a condition of the advice. */
function isCondition({ report, sentence }: ExplanationInput, { hit }: Governor): boolean {
  return hit.first === sentence.first && report.tokens[hit.first]?.word === "if";
}

/** "The aorta is not dilated": the denial is part of a state. */
function deniedByState(
  { report, cues }: ExplanationInput,
  cluster: MentionCluster | undefined,
): CueHit | undefined {
  if (cluster === undefined) return undefined;
  const hit = cues[firstFrom(cues, cluster.first) - 1];
  if (hit === undefined || hit.end < cluster.end || cluster.first <= hit.first) return undefined;
  const isNormal = hit.entries.some(({ state }) => state === "normal");
  return isNormal && report.tokens[hit.first]?.word === "not" ? hit : undefined;
}

/** "Early infiltrate?" stays open unless an answer follows: "Effusion? Small." */
function isOpenQuestion({ report, sentence, next }: ExplanationInput): boolean {
  if (report.tokens[sentence.end]?.word !== "?") return false;
  if (next === undefined || report.tokens[next.end]?.word === "?") return true;
  const word = report.tokens[next.first]?.word ?? "";
  return word !== "yes" && (LONGEST_ANSWER < next.end - next.first || PERHAPS.has(word));
}

/** An answer of more words is a statement of its own. */
const LONGEST_ANSWER = 4;
const PERHAPS: ReadonlySet<string> = new Set(["perhaps", "maybe", "possibly", "probably"]);

/** "No effusion has newly formed", "no effusion is confirmed" are no assertions. */
function isPlainAssertion({ entry }: Governor, forward: Governor | undefined): boolean {
  const isDenied = entry.id === "assertion.confirmed" && forward?.entry.category === "negation";
  return !isDenied && entry.category === "assertion" && entry.id !== "assertion.news";
}

function verdict(labelClass: LabelClass, { hit, entry }: Governor): Verdict {
  return { class: labelClass, ruleId: entry.id, cue: hit };
}

function blank(cue: CueHit, ruleId: string): Verdict {
  return { class: "blank", ruleId, cue };
}

/** What a structure without any state gives: nothing, or the published "positive". */
export type BareStructure = "blank" | "positive";

export interface StructureContext {
  readonly scopes: Scopes;
  readonly bareStructure: BareStructure;
}

/** Classifies structures by their states. */
export function classifyStructures(
  input: ExplanationInput,
  structures: readonly StructureFinding[],
  { scopes, bareStructure }: StructureContext,
): readonly Finding[] {
  if (scopes.history !== undefined || structures.length === 0) return [];
  const backward = new Map(
    input.clusters.flatMap((cluster, index) =>
      cluster.mentions.map((mention) => [mention, scopes.backward[index]]),
    ),
  );
  return structures.flatMap(({ mention, states }): readonly Finding[] => {
    const { target, first, end } = mention;
    const known = states.filter(({ state }) => target.states?.[state] !== undefined);
    const told = known.length === 0 ? states : known;
    const decided = decideState(withoutLesser(input, told), scopes, backward.get(mention));
    if (decided === undefined) {
      if (bareStructure === "blank") return [];
      return [{ target, first, end, class: "positive", ruleId: "assertion.bare" }];
    }
    const { state, hit } = decided;
    const labelClass = target.states?.[state] ?? deniedClass(input, target, decided);
    if (labelClass === undefined) return [];
    if (state === "blunted" && isStateExplained(input, mention, hit.end)) return [];
    // Size is what counts, wherever it is told.
    if (labelClass === "positive" && isOpenQuestion(input)) {
      return [{ target, first, end, ...ASKED, cue: hit }];
    }
    const isOpen = state === "stable" || state === "unassessed";
    return [{ target, first, end, class: labelClass, ruleId: `state.${state}`, cue: hit, isOpen }];
  });
}

/** "Vessels not engorged": without a class for normal, only the denial of its sign counts. */
function deniedClass(
  { report }: ExplanationInput,
  target: Target,
  { state, hit, isDenied }: { state: StructureState; hit: CueHit; isDenied: boolean },
): LabelClass | undefined {
  if (state !== "normal" || target.states?.enlarged === undefined) return undefined;
  const word = report.tokens[hit.end - 1]?.word ?? "";
  return (isDenied || report.tokens[hit.first]?.word === "not") && SIGNS.has(word)
    ? "negative"
    : undefined;
}

/** "Not increased" says less: normal vascularity is no sign of anything. */
const SIGNS: ReadonlySet<string> = new Set(["congested", "engorged", "redistributed"]);

/** "Increased but still within normal limits", "globular yet not enlarged": the size counts. */
function withoutLesser(
  { report }: ExplanationInput,
  states: StructureFinding["states"],
): StructureFinding["states"] {
  return states.filter(({ state, hit }, index) => {
    const isLesser = state === "enlarged" && LESSER.has(report.tokens[hit.first]?.word ?? "");
    return !isLesser || states.slice(index + 1).every((later) => later.state !== "normal");
  });
}

/** Words for a heart that may still be of normal size. */
const LESSER: ReadonlySet<string> = new Set([
  "big",
  "bigger",
  "full",
  "fullness",
  "globular",
  "grown",
  "increase",
  "increased",
  "larger",
  "prominence",
  "prominent",
  "spherical",
  "wider",
]);

/** Normal settles stable; enlarged settles normal; a borderline or hedged size stays open. */
function decideState(
  states: StructureFinding["states"],
  scopes: Scopes,
  backward: Governor | undefined,
): { state: StructureState; hit: CueHit; isDenied: boolean } | undefined {
  const judged = states.map(({ state: told, hit }) => {
    const state = judgeBoth(told, scopes.atState.get(hit), backward);
    return { state, hit, isDenied: state === "normal" && told === "enlarged" };
  });
  for (const state of STATE_ORDER) {
    const found = judged.find((one) => one.state === state);
    if (found !== undefined) return { state, hit: found.hit, isDenied: found.isDenied };
  }
  return undefined;
}

const STATE_ORDER: readonly StructureState[] = [
  "borderline",
  "enlarged",
  "normal",
  "small",
  "blunted",
  "dry",
  "unassessed",
  "stable",
];

/** A state may stand behind one cue and before another: "widening … is no longer seen". */
function judgeBoth(
  state: StructureState,
  forward: Governor | undefined,
  backward: Governor | undefined,
): StructureState | undefined {
  const judged = judgeState(state, forward);
  return judged === "enlarged" ? judgeState(judged, backward) : judged;
}

function judgeState(
  state: StructureState,
  governor: Governor | undefined,
): StructureState | undefined {
  const category = governor?.entry.category;
  if (category === "negation") {
    if (state === "enlarged") return "normal";
    return state === "normal" ? "unassessed" : undefined;
  }
  if (category === "open-negation" || category === "uncertainty") {
    return state === "enlarged" || state === "normal" ? "borderline" : state;
  }
  return state;
}
