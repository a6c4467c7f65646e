/**
 * @file Alternatives: "X or Y", "X versus Y", "X/Y" leave both sides open.
 *
 * A list that ends in "or" is open as a whole, except for a general word at its head: "opacity,
 * atelectasis or pneumonia" explains the opacity. Two words for the same observation are no
 * alternatives to each other, and under a negation or after "no change in" an "or" means "and".
 */
import { WORD_BITS } from "./compile-lexicon.ts";
import type { MentionCluster } from "./mentions.ts";
import type { ScopeInput } from "./running-cue.ts";

const { or: OR, versus: VERSUS, verb: VERB, preposition: PREPOSITION, comma: COMMA } = WORD_BITS;
const { with: WITH, place: PLACE, and: AND, adjective: ADJECTIVE, restart: RESTART } = WORD_BITS;
const { article: ARTICLE, adverb: ADVERB, transitive: TRANSITIVE } = WORD_BITS;
const DEGREE = PLACE | ADJECTIVE | RESTART | ADVERB;

/** Words between two alternatives: "atelectasis in the left lower lobe or small … effusion". */
const LONGEST_JOINT = 12;
/** Adjectives before the second alternative: "artifact or a small nodule". */
const MOST_ADJECTIVES = 3;
/** Words between "no change in" and the list that it covers. */
const CHANGE_REACH = 12;
/** Words that name a finding in general and may head a list of explanations. */
const GENERAL: ReadonlySet<string> = new Set(["Lung Opacity", "Lung Lesion", "No Finding"]);

/**
 * Returns the indexes of the clusters that are one of several alternatives. `isAsserted` says
 * whether a cluster is still free of negation.
 */
export function findAlternatives(
  input: ScopeInput,
  isAsserted: (clusterIndex: number) => boolean,
): ReadonlySet<number> {
  const { clusters } = input;
  const open = new Set<number>();
  const changeEnds = input.cues
    .filter((hit) => hit.entries.some((entry) => entry.id === "pseudo.change"))
    .map((hit) => hit.end);
  let isOpenList = false;
  for (let index = clusters.length - 1; 0 <= index; index--) {
    const left = clusters[index];
    const right = clusters[index + 1];
    if (left === undefined) continue;
    while ((changeEnds.at(-1) ?? 0) > left.first) changeEnds.pop();
    const changeEnd = changeEnds.at(-1);
    const isUnchanged = changeEnd !== undefined && left.first - changeEnd < CHANGE_REACH;
    const joint = right === undefined ? undefined : jointBetween(input, left, right);
    const isPair = isAsserted(index) && isAsserted(index + 1) && !isUnchanged;
    // "Infiltrate, atelectasis or both"
    if (isAsserted(index) && isUnlessBoth(input, index)) {
      isOpenList = true;
      open.add(index);
      continue;
    }
    isOpenList =
      isPair && (joint === "or" || (joint === "comma" && isOpenList && !isGeneral(left)));
    if (isOpenList && right !== undefined && !nameTheSame(left, right))
      open.add(index).add(index + 1);
    if (isAsserted(index) && !isUnchanged && hasUnnamedAlternative(input, index)) open.add(index);
  }
  return open;
}

function isUnlessBoth({ report, clusters }: ScopeInput, index: number): boolean {
  let next = clusters[index]?.end ?? 0;
  if (((report.classes[next] ?? 0) & COMMA) !== 0) next++;
  if (((report.classes[next] ?? 0) & OR) === 0) return false;
  const word = report.tokens[next + 1]?.word === "a" ? next + 2 : next + 1;
  return BOTH.has(report.tokens[word]?.word ?? "");
}

const BOTH: ReadonlySet<string> = new Set(["both", "combination", "mixture", "all"]);

function isGeneral(cluster: MentionCluster): boolean {
  return GENERAL.has(cluster.mentions[0]?.target.observation ?? "");
}

function nameTheSame(left: MentionCluster, right: MentionCluster): boolean {
  return left.mentions.every((one) => right.mentions.every((other) => one.target === other.target));
}

function jointBetween(
  { report }: ScopeInput,
  left: MentionCluster,
  right: MentionCluster,
): "or" | "comma" | undefined {
  if (LONGEST_JOINT < right.first - left.end) return undefined;
  let joint: "or" | "comma" | undefined;
  for (let index = left.end; index < right.first; index++) {
    const bits = report.classes[index] ?? 0;
    if ((bits & (VERB | WITH | AND | TRANSITIVE)) !== 0) return undefined;
    if ((bits & (OR | VERSUS)) !== 0) {
      if (!isBetweenPlaces(report.classes, index)) joint = "or";
    } else if ((bits & COMMA) !== 0) {
      joint ??= "comma";
    } else if ((bits & PREPOSITION) !== 0 && joint === "or") {
      return undefined;
    }
  }
  return joint;
}

/** "in the left or right base" */
function isBetweenPlaces(classes: readonly number[], index: number): boolean {
  return ((classes[index - 1] ?? 0) & (classes[index + 1] ?? 0) & PLACE) !== 0;
}

/** "Nodule versus vessel", "artifact or a small nodule": the other side is no mention. */
function hasUnnamedAlternative({ report, clusters, sentence }: ScopeInput, index: number): boolean {
  const cluster = clusters[index];
  if (cluster === undefined) return false;
  const next = cluster.end;
  const isNamed = clusters[index + 1]?.first === next + 1;
  if (next + 1 < sentence.end && !isNamed && isAlternativeMark(report.classes[next])) {
    const other = report.classes[next + 1] ?? 0;
    const isVersus = ((report.classes[next] ?? 0) & VERSUS) !== 0;
    const isDegree = !isVersus && (other & DEGREE) !== 0 && (other & ARTICLE) === 0;
    if (!isDegree && report.tokens[next + 1]?.kind === "word") return true;
  }
  let before = cluster.first - 1;
  const stop = Math.max(sentence.first, cluster.first - 1 - MOST_ADJECTIVES);
  while (stop < before && ((report.classes[before] ?? 0) & (DEGREE | ARTICLE)) !== 0) before--;
  if (before <= sentence.first || !isAlternativeMark(report.classes[before])) return false;
  if (clusters[index - 1]?.end === before) return false;
  // "b/l effusions"
  const isShorthand = report.tokens[before - 1]?.word.length === 1;
  if (isShorthand && report.tokens[before]?.word === "/") return false;
  const other = report.classes[before - 1] ?? 0;
  return (other & (DEGREE | COMMA | AND)) === 0 && report.tokens[before - 1]?.kind === "word";
}

function isAlternativeMark(bits = 0): boolean {
  return (bits & (OR | VERSUS)) !== 0;
}
