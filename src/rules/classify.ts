/**
 * @file The class of each mention, in the published order: doubt that forestalls negation, then
 * negation, then doubt, else the mention is asserted.
 */
import type { LabelClass } from "../labels/label-class.ts";
import { type Target, WORD_BITS } from "./compile-lexicon.ts";
import type { CueHit } from "./cues.ts";
import type { StructureState } from "./lexicon.ts";
import type { Mention, MentionCluster } from "./mentions.ts";
import type { Governor, ScopeInput, Scopes } from "./scope.ts";
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
}

const { or: OR, versus: VERSUS, verb: VERB, preposition: PREPOSITION, comma: COMMA } = WORD_BITS;
const { with: WITH, place: PLACE, and: AND } = WORD_BITS;

/** Classifies the findings of a sentence; structures have their own function. */
export function classifyFindings(input: ScopeInput, scopes: Scopes): readonly Finding[] {
  const verdicts = input.clusters.map((_, index) => verdictOf(scopes, index));
  markAlternatives(input, verdicts);
  return input.clusters.flatMap((cluster, index) => {
    const verdict = verdicts[index] ?? ASSERTED;
    return cluster.mentions
      .filter((mention) => mention.kind !== "neutral")
      .map((mention) => toFinding(mention, verdict));
  });
}

const ASSERTED: Verdict = { class: "positive", ruleId: "assertion.plain" };

function toFinding(mention: Mention, verdict: Verdict): Finding {
  const isDoubtful = mention.kind === "uncertain" && verdict.class === "positive";
  return {
    target: mention.target,
    first: mention.first,
    end: mention.end,
    ...verdict,
    ...(isDoubtful ? { class: "uncertain", ruleId: "uncertainty.term" } : {}),
  };
}

function verdictOf(scopes: Scopes, index: number): Verdict {
  if (scopes.history !== undefined) return blank(scopes.history, "history.patient");
  const governors = [scopes.forward[index], scopes.backward[index]].filter(
    (governor) => governor !== undefined,
  );
  const by = (category: string): Governor | undefined =>
    governors.find(({ entry }) => entry.category === category);
  const open = by("open-negation");
  if (open !== undefined) return verdict("uncertain", open);
  const history = by("history");
  if (history !== undefined) return blank(history.hit, history.entry.id);
  const negation = by("negation");
  if (negation?.ofNewsOnly) return { ...verdict("uncertain", negation), ruleId: "open.no-new" };
  if (negation !== undefined) return verdict("negative", negation);
  const doubt = by("uncertainty");
  return doubt === undefined ? ASSERTED : verdict("uncertain", doubt);
}

function verdict(labelClass: LabelClass, { hit, entry }: Governor): Verdict {
  return { class: labelClass, ruleId: entry.id, cue: hit };
}

function blank(cue: CueHit, ruleId: string): Verdict {
  return { class: "blank", ruleId, cue };
}

/** Makes both sides of "X or Y", "X versus Y" and "X/Y" uncertain, with the list before them. */
function markAlternatives(input: ScopeInput, verdicts: Verdict[]): void {
  const { clusters } = input;
  let isOpenList = false;
  for (let index = clusters.length - 1; 0 <= index; index--) {
    const joint = jointBetween(input, clusters[index], clusters[index + 1]);
    isOpenList =
      joint === "or" ||
      (joint === "comma" && isOpenList && isListMember(clusters[index], clusters[index + 1]));
    if (!isOpenList) continue;
    const pair = [verdicts[index], verdicts[index + 1]];
    if (pair.some((one) => one?.class === "negative" || one?.class === "blank")) continue;
    doubt(verdicts, index);
    doubt(verdicts, index + 1);
  }
}

function doubt(verdicts: Verdict[], index: number): void {
  const one = verdicts[index];
  if (one?.class === "positive")
    verdicts[index] = { ...one, class: "uncertain", ruleId: "uncertainty.alternatives" };
}

/** "Opacity, atelectasis or pneumonia" explains the opacity; only the last two are alternatives. */
function isListMember(
  cluster: MentionCluster | undefined,
  next: MentionCluster | undefined,
): boolean {
  return (
    cluster !== undefined &&
    next !== undefined &&
    !GENERAL.has(cluster.mentions[0]?.target.observation ?? "")
  );
}

const GENERAL: ReadonlySet<string> = new Set(["Lung Opacity", "Lung Lesion", "No Finding"]);

function jointBetween(
  { report }: ScopeInput,
  left: MentionCluster | undefined,
  right: MentionCluster | undefined,
): "or" | "comma" | undefined {
  if (left === undefined || right === undefined || LONGEST_JOINT < right.first - left.end)
    return undefined;
  let joint: "or" | "comma" | undefined;
  for (let index = left.end; index < right.first; index++) {
    const bits = report.classes[index] ?? 0;
    if ((bits & (VERB | WITH)) !== 0) return undefined;
    if ((bits & (OR | VERSUS)) !== 0) {
      const isPlaces =
        ((report.classes[index - 1] ?? 0) & (report.classes[index + 1] ?? 0) & PLACE) !== 0;
      if (!isPlaces) joint = "or";
    } else if ((bits & AND) !== 0) {
      if (joint === "or") return undefined;
      return undefined;
    } else if ((bits & COMMA) !== 0) {
      joint ??= "comma";
    } else if ((bits & PREPOSITION) !== 0 && joint === "or") {
      return undefined;
    }
  }
  return joint;
}

const LONGEST_JOINT = 12;

/** Classifies structures by their states. */
export function classifyStructures(
  structures: readonly StructureFinding[],
  scopes: Scopes,
): readonly Finding[] {
  return structures.flatMap(({ mention, states }) => {
    const decided = decideState(states, scopes);
    const labelClass = decided === undefined ? undefined : mention.target.states?.[decided.state];
    if (decided === undefined || labelClass === undefined || scopes.history !== undefined)
      return [];
    return [
      {
        target: mention.target,
        class: labelClass,
        ruleId: `state.${decided.state}`,
        first: mention.first,
        end: mention.end,
        cue: decided.hit,
        isOpen: decided.state === "stable",
      },
    ];
  });
}

/** Normal settles stable; enlarged settles normal; a borderline or hedged size stays open. */
function decideState(
  states: StructureFinding["states"],
  scopes: Scopes,
): { state: StructureState; hit: CueHit } | undefined {
  const judged = states.map(({ state, hit }) => ({
    state: judgeState(state, scopes.atState.get(hit)),
    hit,
  }));
  for (const state of STATE_ORDER) {
    const found = judged.find((one) => one.state === state);
    if (found !== undefined) return { state, hit: found.hit };
  }
  return undefined;
}

const STATE_ORDER: readonly StructureState[] = [
  "borderline",
  "enlarged",
  "normal",
  "blunted",
  "unassessed",
  "stable",
];

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
