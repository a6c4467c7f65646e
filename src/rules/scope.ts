/**
 * @file Which cue governs which mention.
 *
 * One pass over a sentence from left to right carries the forward cue in force, one from right to
 * left the backward cue. A cue reaches its first mention across a few words, and then only along
 * a list: commas, "and", "or", slashes. Terminators, new clauses and cues of another kind end it.
 * Both passes look at each token a bounded number of times.
 */
import type { Sentence } from "../text/sentences.ts";
import { type CueEntry, WORD_BITS } from "./compile-lexicon.ts";
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

export interface Scopes {
  /** Forward governor of each cluster, by cluster index. */
  readonly forward: readonly (Governor | undefined)[];
  /** Backward governor of each cluster, by cluster index. */
  readonly backward: readonly (Governor | undefined)[];
  /** Forward governor in force at each state cue, by cue index. */
  readonly atState: ReadonlyMap<CueHit, Governor>;
  /** The sentence tells of the patient, not of the image. */
  readonly history: CueHit | undefined;
}

export interface ScopeInput {
  readonly report: ReportWords;
  readonly sentence: Sentence;
  readonly clusters: readonly MentionCluster[];
  readonly cues: readonly CueHit[];
}

/** Words between two members of a list; long modifiers need a few. */
const LIST_REACH = 9;
/** How far ahead an "or" can still close the list at hand. */
const OR_REACH = 25;
const { comma: COMMA, and: AND, or: OR, versus: VERSUS, verb: VERB, past: PAST } = WORD_BITS;
const { preposition: PREPOSITION, restart: RESTART, change: CHANGE, new: NEW } = WORD_BITS;
const { with: WITH, article: ARTICLE, transitive: TRANSITIVE, pronoun: PRONOUN } = WORD_BITS;
const SEPARATOR = COMMA | AND | OR | VERSUS;
/** A cue such as "to suggest" ties the next mention to the last one. */
const LINK = 1 << 30;

/** Finds the governors of all mentions of a sentence. */
export function findScopes(input: ScopeInput): Scopes {
  const { forward, atState } = scanForward(input);
  const history = input.cues.find((hit) => entryOf(hit, "sentence") !== undefined);
  return { forward, backward: scanBackward(input), atState, history };
}

/** What the pass knows about the cue in force. */
interface Running {
  governor: Governor;
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

function start(hit: CueHit, entry: CueEntry): Running {
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

function scanForward(input: ScopeInput): {
  forward: (Governor | undefined)[];
  atState: Map<CueHit, Governor>;
} {
  const { report, sentence, clusters, cues } = input;
  const forward: (Governor | undefined)[] = clusters.map(() => undefined);
  const atState = new Map<CueHit, Governor>();
  let running: Running | undefined;
  let previous: MentionCluster | undefined;
  let cueIndex = 0;
  let clusterIndex = 0;
  let index = sentence.first;
  while (index < sentence.end) {
    const hit = cues[cueIndex];
    if (hit !== undefined && hit.first <= index) {
      if (reachesState(running) && hasCategory(hit, "state")) atState.set(hit, running.governor);
      running = afterCue(input, hit, running);
      cueIndex++;
      // A state inside a structure's own words ("normal heart") leaves the mention to be seen.
      index = Math.max(index, hit.end);
      continue;
    }
    const cluster = clusters[clusterIndex];
    if (cluster !== undefined && cluster.first <= index) {
      if (isFinding(cluster)) {
        running = reachForward(input, running, { index, cluster, previous });
        if (running !== undefined) {
          // "The differential of the opacity includes …": the opacity itself is there.
          const isObject = running.covered === 0 && running.governor.entry.id === DIFFERENTIAL_OF;
          if (!isObject) forward[clusterIndex] = running.governor;
          running.covered++;
          running.words = 0;
          running.separators = isObject ? LINK : 0;
          running.sawRestart = false;
          previous = cluster;
        }
        index = Math.max(index + 1, Math.min(cluster.end, cues[cueIndex]?.first ?? cluster.end));
      } else {
        index++;
      }
      clusterIndex++;
      continue;
    }
    running = afterWord(running, report, index);
    index++;
  }
  return { forward, atState };
}

/** Whether the cue in force still speaks of a state such as "enlarged". */
function reachesState(running: Running | undefined): running is Running {
  if (running === undefined || STATE_REACH < running.words) return false;
  if (0 < running.covered) return (running.separators & (OR | VERSUS)) !== 0;
  return (running.separators & COMMA) === 0;
}

/** "no evidence of cardiac or mediastinal enlargement" */
const STATE_REACH = 7;

/** Structures such as "heart size" are no members of lists of findings. */
function isFinding(cluster: MentionCluster): boolean {
  return cluster.mentions.some((mention) => mention.kind !== "neutral");
}

const DIFFERENTIAL_OF = "uncertainty.differential-of";

function afterCue(
  input: ScopeInput,
  hit: CueHit,
  running: Running | undefined,
): Running | undefined {
  const forward = forwardEntry(input, hit);
  if (forward === undefined) {
    const [entry] = hit.entries;
    if (entry === undefined || running === undefined) return running;
    if (entry.category === "state") return afterState(input, hit, running);
    if (entry.category === "pseudo") return ENDING_PSEUDO.has(entry.id) ? undefined : running;
    return entry.category === "terminator" ? undefined : afterOther(running);
  }
  if (forward.category === "terminator") return undefined;
  if (forward.direction === "link") return afterLink(running);
  if (forward.category === "assertion") {
    // "Perhaps there is some collapse" stays open.
    const isInside = forward.id === "assertion.there" && running?.covered === 0;
    return isInside && running.words <= 2 ? running : undefined;
  }
  if (running !== undefined && isAbsorbed(running, forward)) {
    running.separators |= LINK;
    running.words = 0;
    return running;
  }
  return start(hit, forward);
}

const ENDING_PSEUDO: ReadonlySet<string> = new Set([
  "pseudo.change",
  "pseudo.unresolved",
  "pseudo.not-only",
  "pseudo.advice",
]);

/** "no enlargement of the heart, mild edema": the negation has had its object. */
function afterState({ report }: ScopeInput, hit: CueHit, running: Running): Running {
  if (hit.entries.some((entry) => entry.state === "enlarged")) running.words = 0;
  const isNews = ((report.classes[hit.first] ?? 0) & NEW) !== 0;
  if (isNews && running.governor.entry.category === "negation") {
    running.governor = { ...running.governor, ofNewsOnly: true };
  }
  if (hit.entries.some((entry) => entry.state === "stable")) running.sawRestart = true;
  return running;
}

function afterOther(running: Running): Running {
  running.words++;
  return running;
}

/** "No opacity consistent with pneumonia" goes on; "no effusion, consistent with …" does not. */
function afterLink(running: Running | undefined): Running | undefined {
  if (running === undefined) return undefined;
  const isApart = 0 < running.covered && (running.separators & (COMMA | AND)) !== 0;
  if (isApart || running.sawVerb) return undefined;
  running.separators |= LINK;
  running.words = 0;
  return running;
}

/** A hedge inside a negation belongs to it ("no findings suspicious for X"), unless set apart. */
function isAbsorbed(running: Running, next: CueEntry): boolean {
  const current = running.governor.entry.category;
  if (next.category === "history") return false;
  // "Skin fold rather than pneumothorax" stays in doubt when the whole is.
  if (next.id === "negation.contrast") return current === "uncertainty";
  if (next.category === "uncertainty") {
    if (current === "uncertainty") return running.covered === 0;
    if (running.sawVerb) return false;
    return running.covered === 0 || (running.separators & (COMMA | AND)) === 0;
  }
  return false;
}

/** The forward rule of a cue, unless a rule that also works backward has its object before it. */
function forwardEntry(input: ScopeInput, hit: CueHit): CueEntry | undefined {
  const forward =
    entryOf(hit, "forward") ??
    entryOf(hit, "around") ??
    entryOf(hit, "both") ??
    entryOf(hit, "link");
  const backward = entryOf(hit, "backward");
  if (backward === undefined) return forward;
  if (isListHead(input, hit)) return backward;
  if (forward === undefined || isPredicate(input, hit)) return undefined;
  return hasObjectAhead(input, hit) || opensSentence(input, hit) ? forward : undefined;
}

/** "Not identified: pneumothorax, effusion" */
function isListHead({ report, clusters }: ScopeInput, hit: CueHit): boolean {
  if (report.tokens[hit.end]?.word !== ":") return false;
  const before = clusters[firstClusterFrom(clusters, hit.first) - 1];
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
  const before = clusters[firstClusterFrom(clusters, hit.first) - 1];
  if (before === undefined || !isFinding(before)) return false;
  return !cues.some((other) => other.end === hit.first);
}

/** Whether a mention follows a cue in the same noun phrase: "possible effusion". */
function hasObjectAhead({ report, sentence, clusters }: ScopeInput, hit: CueHit): boolean {
  const limit = Math.min(sentence.end, hit.end + LIST_REACH);
  let clusterIndex = firstClusterFrom(clusters, hit.end);
  for (let index = hit.end; index < limit; index++) {
    const cluster = clusters[clusterIndex];
    if (cluster !== undefined && cluster.first <= index) {
      if (isFinding(cluster)) return true;
      clusterIndex++;
    }
    const bits = report.classes[index] ?? 0;
    if ((bits & (SEPARATOR | VERB | WITH)) !== 0) return false;
    if ((bits & PREPOSITION) !== 0 && index === hit.end) return false;
  }
  return false;
}

function firstClusterFrom(clusters: readonly MentionCluster[], token: number): number {
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clusters[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function afterWord(
  running: Running | undefined,
  report: ReportWords,
  index: number,
): Running | undefined {
  if (running === undefined) return undefined;
  const bits = report.classes[index] ?? 0;
  const isNegation = running.governor.entry.category === "negation";
  if ((bits & SEPARATOR) !== 0) {
    running.separators |= bits & SEPARATOR;
    running.sawRestart = false;
    return running;
  }
  running.words++;
  if ((bits & VERB) !== 0) running.sawVerb = true;
  if ((bits & TRANSITIVE) !== 0 && 0 < running.covered) running.sawVerb = true;
  if ((bits & WITH) !== 0 && 0 < running.covered) return undefined;
  if ((bits & RESTART) !== 0) {
    // "No increase in the small effusion" says that there is one.
    if (running.governor.ofNewsOnly && running.sawPreposition) return undefined;
    running.sawRestart = true;
  }
  if ((bits & PREPOSITION) !== 0) running.sawPreposition = true;
  if ((bits & ARTICLE) !== 0 && (running.separators & SEPARATOR) !== 0) running.sawRestart = true;
  if (isNegation && (bits & NEW) !== 0 && running.governor.entry.direction === "forward") {
    running.governor = { ...running.governor, ofNewsOnly: true };
  }
  if (isNegation && (bits & CHANGE) !== 0 && running.covered === 0) {
    const next = report.classes[index + 1] ?? 0;
    if ((next & PREPOSITION) !== 0) return undefined;
  }
  return running;
}

/** Decides whether the cue in force reaches a mention. */
function reachForward(
  input: ScopeInput,
  running: Running | undefined,
  at: {
    readonly index: number;
    readonly cluster: MentionCluster;
    readonly previous: MentionCluster | undefined;
  },
): Running | undefined {
  const { index } = at;
  if (running === undefined) return undefined;
  const { entry } = running.governor;
  if (running.covered === 0) {
    if (entry.reach < running.words) return undefined;
    if (entry.category !== "negation") return running;
    if (running.sawVerb) return undefined;
    // "No acute findings, small effusion": the negation had its object before the comma.
    const isPast = (running.separators & COMMA) !== 0 && 2 < running.words;
    return isPast && !hasOrAhead(input, index) ? undefined : running;
  }
  if (LIST_REACH < running.words) return undefined;
  const isNegation = entry.category === "negation";
  const separators = running.separators;
  if (entry.id === "uncertainty.visibility" && (separators & COMMA) !== 0) return undefined;
  if ((separators & (OR | VERSUS | LINK)) !== 0) return running;
  if (running.sawVerb) return undefined;
  // Devices are listed apart from findings: "no effusion, line tip in the azygos".
  if (isNegation && isDevice(at.cluster) && !isDevice(at.previous)) return undefined;
  if (separators === 0) {
    const isOnePhrase =
      running.words === 0 && (isAttributive(input, index) || isOther(at.previous));
    return isOnePhrase || hasOrAhead(input, index) ? running : undefined;
  }
  const restarts =
    running.sawRestart && (entry.category === "negation" || (separators & AND) === 0);
  return restarts && !hasOrAhead(input, index) ? undefined : running;
}

function isDevice(cluster: MentionCluster | undefined): boolean {
  return cluster?.mentions[0]?.target.observation === "Support Devices";
}

/** Abnormality words are often adjectives: "no calcified nodule". */
function isOther(cluster: MentionCluster | undefined): boolean {
  return cluster?.mentions.every(({ target }) => target.observation === "No Finding") ?? false;
}

/** "Consolidative opacity" names two observations with one noun phrase. */
function isAttributive({ report }: ScopeInput, index: number): boolean {
  return ((report.classes[index - 1] ?? 0) & WORD_BITS.attributive) !== 0;
}

/** Whether an "or" closes the list that a mention stands in. */
function hasOrAhead({ report, sentence }: ScopeInput, index: number): boolean {
  const limit = Math.min(sentence.end, index + OR_REACH);
  for (let ahead = index; ahead < limit; ahead++) {
    const bits = report.classes[ahead] ?? 0;
    if ((bits & OR) !== 0) return true;
    if ((bits & (VERB | WITH)) !== 0) return false;
  }
  return false;
}

function scanBackward(input: ScopeInput): (Governor | undefined)[] {
  const { report, sentence, clusters, cues } = input;
  const backward: (Governor | undefined)[] = clusters.map(() => undefined);
  let running: Running | undefined;
  let cueIndex = cues.length - 1;
  let clusterIndex = clusters.length - 1;
  let index = sentence.end - 1;
  while (sentence.first <= index) {
    const hit = cues[cueIndex];
    if (hit !== undefined && index < hit.end) {
      running = beforeCue(input, hit, running);
      cueIndex--;
      index = Math.min(index, hit.first - 1);
      continue;
    }
    const cluster = clusters[clusterIndex];
    if (cluster !== undefined && index < cluster.end) {
      if (!isFinding(cluster)) {
        // Structures take a cue as well, but are no members of its list.
        if (running?.covered === 0) backward[clusterIndex] = reachBackward(running)?.governor;
        index--;
      } else {
        running = reachBackward(running);
        if (running !== undefined) {
          backward[clusterIndex] = running.governor;
          running.covered++;
          running.words = 0;
          // An "or" or "and" before the last member makes the commas before it a list.
          running.separators &= OR | AND;
        }
        index = Math.min(index - 1, cluster.first - 1);
      }
      clusterIndex--;
      continue;
    }
    running = beforeWord(running, report.classes[index] ?? 0);
    index--;
  }
  return backward;
}

function beforeCue(
  input: ScopeInput,
  hit: CueHit,
  running: Running | undefined,
): Running | undefined {
  const around = entryOf(hit, "around");
  if (around !== undefined) return start(hit, around);
  // "…: none on the right, not excluded on the left" and "not seen, a small one is possible"
  const isOpen = running?.governor.entry.category === "open-negation" || running?.sawPronoun;
  if (running?.covered === 0 && isOpen) return running;
  const backward = entryOf(hit, "backward");
  if (backward !== undefined && forwardEntry(input, hit) === undefined) return start(hit, backward);
  if (running === undefined) return undefined;
  const entry = hit.entries[0];
  if (entry === undefined || entry.category === "state") return running;
  if (entry.category === "terminator") {
    // "… but a small one cannot be excluded" speaks of what was named before the "but".
    const crosses = running.sawPronoun && running.covered === 0;
    return entry.direction === "forward" || crosses ? running : undefined;
  }
  return running.covered === 0 ? running : undefined;
}

function beforeWord(running: Running | undefined, bits: number): Running | undefined {
  if (running === undefined) return undefined;
  if ((bits & SEPARATOR) !== 0) {
    running.separators |= bits & SEPARATOR;
    return running;
  }
  if ((bits & PRONOUN) !== 0 && running.covered === 0 && !running.sawPronoun) {
    running.sawPronoun = true;
    running.governor = { ...running.governor, ofAnother: true };
  }
  if ((bits & WORD_BITS.adverb) !== 0) return running;
  const isVerb = (bits & (VERB | TRANSITIVE)) !== 0;
  if (isVerb && (bits & PAST) === 0 && 0 < running.words && !running.sawPronoun) return undefined;
  if ((bits & VERB) !== 0 && 0 < running.covered) return undefined;
  if ((bits & WITH) !== 0 && 0 < running.covered) return undefined;
  if ((bits & VERB) === 0) running.words++;
  return running;
}

function reachBackward(running: Running | undefined): Running | undefined {
  if (running === undefined) return undefined;
  const { entry } = running.governor;
  if (running.sawPronoun) return running;
  if (running.covered === 0) {
    if (entry.id === "uncertainty.visibility" && (running.separators & COMMA) !== 0)
      return undefined;
    return running.words <= entry.reach ? running : undefined;
  }
  if (LIST_REACH < running.words) return undefined;
  return (running.separators & (OR | AND | VERSUS)) === 0 ? undefined : running;
}

function entryOf(hit: CueHit, direction: CueEntry["direction"]): CueEntry | undefined {
  return hit.entries.find((entry) => entry.direction === direction);
}

function hasCategory(hit: CueHit, category: CueEntry["category"]): boolean {
  return hit.entries.some((entry) => entry.category === category);
}
