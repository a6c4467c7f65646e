/**
 * @file Mentions that the text itself explains away: "nodule consistent with granuloma".
 *
 * The explanation has to be asserted: a hedge or a negation between the mention and the
 * explaining word leaves the mention standing. It may also come as the next sentence ("This
 * likely represents a granuloma").
 */
import type { Sentence } from "../text/sentences.ts";
import { type Target, WORD_BITS } from "./compile-lexicon.ts";
import { firstFrom } from "./cue-direction.ts";
import type { CueHit } from "./cues.ts";
import type { Mention, MentionCluster } from "./mentions.ts";
import type { ReadReport, ReportWords } from "./read-report.ts";
import type { ScopeInput } from "./running-cue.ts";
import { PLACEHOLDER_WORD } from "./vocabulary.ts";

/** How far behind a mention its explanation may begin. */
const EXPLANATION_REACH = 24;
/** How far into the next sentence. */
const NEXT_SENTENCE_REACH = 12;

/** Subjects that point back at what the last sentence named. */
const POINTERS: ReadonlySet<string> = new Set([
  "this",
  "these",
  "it",
  "they",
  "finding",
  "findings",
  "appearance",
  "appearances",
  "both",
  "likely",
  "most",
]);

const {
  and: AND,
  verb: VERB,
  with: WITH,
  chain: CHAIN,
  or: OR,
  versus: VERSUS,
  preposition: PREPOSITION,
} = WORD_BITS;

export interface ExplanationInput extends ScopeInput {
  readonly report: ReadReport;
  readonly next: Sentence | undefined;
}

/** "The sulcus is blunted by pleural thickening": what stands behind the state explains it. */
export function isStateExplained(input: ScopeInput, mention: Mention, end: number): boolean {
  if (mention.target.explainedBy.size === 0) return false;
  return isExplainedHere(input, { mentions: [mention], first: mention.first, end }, mention.target);
}

/** Returns the targets of a cluster that the rest of the sentence, or the next, explains away. */
export function findExplained(
  input: ExplanationInput,
  cluster: MentionCluster,
): ReadonlySet<Target> {
  const explained = new Set<Target>();
  for (const { target } of cluster.mentions) {
    if (target.explainedBy.size === 0 || explained.has(target)) continue;
    const isExplained =
      isExplainedHere(input, cluster, target) ||
      isExplainedBefore(input, cluster, target) ||
      isExplainedNext(input, target);
    if (isExplained) {
      explained.add(target);
    }
  }
  return explained;
}

function isExplainedHere(input: ScopeInput, cluster: MentionCluster, target: Target): boolean {
  const { report, sentence, clusters, cues } = input;
  const limit = Math.min(sentence.end, cluster.end + EXPLANATION_REACH);
  // A normal variant is named as such without a link word.
  let isLinked = target.observation === "No Finding";
  let isNamed = isLinked;
  let cueIndex = firstFrom(cues, cluster.end);
  let clusterIndex = firstFrom(clusters, cluster.end);
  for (let index = cluster.end; index < limit; index++) {
    const cue = cues[cueIndex];
    if (cue !== undefined && cue.first <= index) {
      if (blocks(cue)) return false;
      if (links(cue)) isLinked = true;
      // "Due to overlying tissue", "explained by a fold over the lung": the place comes after.
      if (names(cue)) isNamed = true;
      cueIndex++;
      index = Math.max(index, cue.end - 1);
      if (!target.explainedBy.has(report.ids[index] ?? 0)) continue;
    }
    const bits = report.classes[index] ?? 0;
    const id = report.ids[index] ?? 0;
    // "A combination of overlying tissue and edema" explains only a part.
    if (PARTS.has(report.tokens[index]?.word ?? "")) return false;
    if (target.explainedBy.has(id)) {
      const before = (report.classes[index - 1] ?? 0) | (report.classes[index + 1] ?? 0);
      const isAlternative = (before & (OR | VERSUS)) !== 0;
      // "Compatible with edema and superimposed pneumonia" names a finding more.
      const isAttribute =
        clusters[clusterIndex]?.first === index + 1 && isFindingAhead(clusters[clusterIndex]);
      if (isAttribute) continue;
      if (isLinked || isAlternative) return isLinked && !isAlternative;
    }
    const other = clusters[clusterIndex];
    if (other !== undefined && other.first <= index) {
      clusterIndex++;
      // Another finding in between is what the explanation may belong to.
      if (explains(report, other, target)) {
        if (isLinked) return true;
      } else if (other.mentions.some(isOtherFinding)) return false;
    }
    if (target.observation === "No Finding") {
      if ((bits & (WITH | AND)) !== 0) return false;
    } else if ((bits & PREPOSITION) !== 0 && !LINK_WORDS.has(report.tokens[index]?.word ?? "")) {
      // "A nodule is seen near the vessels" explains nothing.
      isLinked = isNamed;
    } else if (
      (bits & VERB) !== 0 ||
      (id === PLACEHOLDER_WORD && !isInPlace(report, index)) ||
      LINK_WORDS.has(report.tokens[index]?.word ?? "")
    ) {
      isLinked = true;
    } else if ((bits & WITH) !== 0 || ((bits & AND) !== 0 && (bits & CHAIN) === 0)) {
      return false;
    }
  }
  return false;
}

/** "A fat pad accounts for the density": what explains stands before the mention. */
function isExplainedBefore(input: ScopeInput, cluster: MentionCluster, target: Target): boolean {
  const { report, sentence, cues } = input;
  let index = cluster.first - 1;
  const stop = Math.max(sentence.first, cluster.first - EXPLAINING_REACH);
  while (stop <= index && !isExplaining(report, index)) index--;
  if (index < stop) return false;
  const start = Math.max(sentence.first, index - EXPLANATION_REACH);
  let isNamed = false;
  for (let before = index - 1; start <= before; before--) {
    if (target.explainedBy.has(report.ids[before] ?? 0)) isNamed = true;
  }
  const from = cues.slice(firstFrom(cues, start));
  return isNamed && !from.some((cue) => cue.first < cluster.first && blocks(cue));
}

/** Words between "explains" and the mention: "the faint retrocardiac". */
const EXPLAINING_REACH = 7;

function isExplaining({ tokens }: ReportWords, index: number): boolean {
  const word = tokens[index]?.word ?? "";
  if (word === "for") return ACCOUNTS.has(tokens[index - 1]?.word ?? "");
  return EXPLAINING.has(word);
}

const ACCOUNTS: ReadonlySet<string> = new Set(["account", "accounts", "accounting", "responsible"]);
const EXPLAINING: ReadonlySet<string> = new Set([
  "cause",
  "causes",
  "causing",
  "explain",
  "explains",
  "explaining",
  "produces",
  "producing",
]);

/** "Overlying the ___ rib" */
function isInPlace({ classes }: ReportWords, index: number): boolean {
  const before = classes[index - 1] ?? 0;
  return ((before | (classes[index - 2] ?? 0)) & PREPOSITION) !== 0;
}

const PARTS: ReadonlySet<string> = new Set(["combination", "mixture", "partly", "partially"]);

function isFindingAhead(cluster: MentionCluster | undefined): boolean {
  return cluster?.mentions.some(isOtherFinding) ?? false;
}

/** A structure such as the angle that is blunted only says where. */
function isOtherFinding({ kind, target }: Mention): boolean {
  return kind !== "neutral" && target.observation !== "No Finding";
}

const LINK_WORDS: ReadonlySet<string> = new Set(["from", "by", "because", "corresponds", "as"]);

function explains(report: ReportWords, cluster: MentionCluster, target: Target): boolean {
  for (let index = cluster.first; index < cluster.end; index++) {
    if (target.explainedBy.has(report.ids[index] ?? 0)) return true;
  }
  return false;
}

function isExplainedNext({ report, next }: ExplanationInput, target: Target): boolean {
  if (next === undefined || !POINTERS.has(report.tokens[next.first]?.word ?? "")) return false;
  const limit = Math.min(next.end, next.first + NEXT_SENTENCE_REACH);
  for (let index = next.first; index < limit; index++) {
    if (HEDGES.has(report.tokens[index]?.word ?? "")) return false;
    if (target.explainedBy.has(report.ids[index] ?? 0)) return true;
  }
  return false;
}

/** Words that leave an explanation open; the next sentence has not been searched for cues yet. */
const HEDGES: ReadonlySet<string> = new Set([
  "may",
  "might",
  "could",
  "possible",
  "possibly",
  "probable",
  "probably",
  "suggest",
  "suggests",
  "suggesting",
  "suggestive",
  "not",
  "no",
  "or",
  "versus",
  "vs",
  "without",
  "question",
  "questionable",
  "suspected",
  "favor",
  "favored",
  "if",
]);

function blocks(cue: CueHit): boolean {
  return cue.entries.some(
    ({ category, id }) =>
      category === "negation" ||
      category === "open-negation" ||
      category === "uncertainty" ||
      (category === "terminator" && id !== "terminator.relative"),
  );
}

function names(cue: CueHit): boolean {
  return cue.entries.some(({ direction }) => direction === "link");
}

function links(cue: CueHit): boolean {
  return cue.entries.some(({ category }) => category === "assertion");
}
