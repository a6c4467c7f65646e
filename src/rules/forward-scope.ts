/**
 * @file The pass from left to right: which forward cue reaches which mention.
 */
import { type CueEntry, WORD_BITS } from "./compile-lexicon.ts";
import { forwardEntry } from "./cue-direction.ts";
import type { CueHit } from "./cues.ts";
import type { MentionCluster } from "./mentions.ts";
import type { ReportWords } from "./read-report.ts";
import {
  type Governor,
  isFinding,
  LIST_REACH,
  type RunningCue,
  type ScopeInput,
  separates,
  startCue,
} from "./running-cue.ts";

/** How far ahead an "or" can still close the list at hand. */
const OR_REACH = 25;
/** Words between a device and its verb: "the line on the left is …". */
const SUBJECT_REACH = 4;
/** "no evidence of cardiac or mediastinal enlargement" */
const STATE_REACH = 7;
/** "The differential of the opacity includes …": the opacity itself is there. */
/** "Follow-up of pneumothorax" tells why the image was made, when it opens a sentence. */
const HEADING_CUE = "history.opening";
const DIFFERENTIAL_OF = "uncertainty.differential-of";
const ENDING_PSEUDO: ReadonlySet<string> = new Set([
  "pseudo.change",
  "pseudo.unresolved",
  "pseudo.not-only",
  "pseudo.advice",
]);
const { comma: COMMA, and: AND, or: OR, versus: VERSUS, verb: VERB } = WORD_BITS;
const { preposition: PREPOSITION, restart: RESTART, change: CHANGE, new: NEW } = WORD_BITS;
const { with: WITH, article: ARTICLE, transitive: TRANSITIVE } = WORD_BITS;
const SEPARATOR = COMMA | AND | OR | VERSUS;
/** A cue such as "to suggest" ties the next mention to the last one. */
const LINK = 1 << 30;

/** Finds the forward governor of every cluster, and of every state cue. */
export function scanForward(input: ScopeInput): {
  forward: (Governor | undefined)[];
  atState: Map<CueHit, Governor>;
} {
  const { report, sentence, clusters, cues } = input;
  const forward: (Governor | undefined)[] = clusters.map(() => undefined);
  const atState = new Map<CueHit, Governor>();
  let running: RunningCue | undefined;
  let previous: MentionCluster | undefined;
  let cueIndex = 0;
  let clusterIndex = 0;
  let index = sentence.first;
  while (index < sentence.end || clusterIndex < clusters.length) {
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
          const isObject = running.covered === 0 && running.governor.entry.id === DIFFERENTIAL_OF;
          if (!isObject) forward[clusterIndex] = running.governor;
          running.covered++;
          running.words = 0;
          running.separators = isObject ? LINK : 0;
          running.sawRestart = false;
          running.sawVerb = false;
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
function reachesState(running: RunningCue | undefined): running is RunningCue {
  if (running === undefined || STATE_REACH < running.words) return false;
  if (0 < running.covered) return (running.separators & (OR | VERSUS)) !== 0;
  // "shows no air and is of normal width"
  if ((running.separators & AND) !== 0 && running.sawVerb) return false;
  return (running.separators & COMMA) === 0;
}

function afterCue(
  input: ScopeInput,
  hit: CueHit,
  running: RunningCue | undefined,
): RunningCue | undefined {
  const forward = forwardEntry(input, hit);
  if (forward === undefined) {
    const [entry] = hit.entries;
    if (entry === undefined || running === undefined) return running;
    if (entry.category === "state") return afterState(input, hit, running);
    if (entry.category === "pseudo") return ENDING_PSEUDO.has(entry.id) ? undefined : running;
    return entry.category === "terminator" ? undefined : afterOther(running);
  }
  if (forward.id === HEADING_CUE && hit.first !== input.sentence.first) return running;
  if (forward.category === "terminator") return undefined;
  if (forward.direction === "link") return afterLink(running, input.report.tokens[hit.first]?.word);
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
  return startCue(hit, forward);
}

/** "no enlargement of the heart, mild edema": the negation has had its object. */
function afterState(
  { report }: ScopeInput,
  hit: CueHit,
  running: RunningCue,
): RunningCue | undefined {
  // "The interstitium is not normal: …"
  const isNormal = hit.entries.some((entry) => entry.state === "normal");
  if (isNormal && running.governor.entry.id === "negation.not") return undefined;
  if (hit.entries.some((entry) => entry.state === "enlarged")) running.words = 0;
  const isNews = ((report.classes[hit.first] ?? 0) & NEW) !== 0;
  if (isNews && running.governor.entry.category === "negation") {
    running.governor = { ...running.governor, ofNewsOnly: true };
  }
  if (hit.entries.some((entry) => entry.state === "stable")) running.sawRestart = true;
  return afterDegree(running, report.classes[hit.first] ?? 0);
}

function afterOther(running: RunningCue): RunningCue {
  running.words++;
  return running;
}

/** "No opacity consistent with pneumonia" goes on; "no effusion, consistent with …" does not. */
function afterLink(running: RunningCue | undefined, word = ""): RunningCue | undefined {
  if (running === undefined) return undefined;
  // "No effusion is seen to suggest failure"
  const isSign = word === "to" && running.governor.entry.category === "negation";
  const isApart = 0 < running.covered && (running.separators & (COMMA | AND)) !== 0;
  // "The previously questioned nodule corresponds to a fracture": the answer is no question.
  const isAnswered = running.governor.entry.id === "uncertainty.previous";
  if (isApart || isAnswered || (running.sawVerb && !isSign)) return undefined;
  running.sawVerb = false;
  running.separators |= LINK;
  running.words = 0;
  return running;
}

/** A hedge inside a negation belongs to it ("no findings suspicious for X"), unless set apart. */
function isAbsorbed(running: RunningCue, next: CueEntry): boolean {
  const current = running.governor.entry.category;
  if (next.category === "history") return false;
  // "Skin fold rather than pneumothorax" stays in doubt when the whole is.
  if (next.id === "negation.contrast") return current === "uncertainty";
  if (next.category === "uncertainty") {
    if (current === "uncertainty") return running.covered === 0;
    // "Follow-up to exclude a nodule"
    if (running.governor.entry.id === HEADING_CUE) return false;
    if (running.sawVerb) return false;
    return running.covered === 0 || (running.separators & (COMMA | AND)) === 0;
  }
  return false;
}

/** "No increase in the small effusion" says that there is one. */
function afterDegree(running: RunningCue, bits: number): RunningCue | undefined {
  if ((bits & RESTART) === 0) return running;
  if (running.governor.ofNewsOnly && running.sawPreposition) return undefined;
  running.sawRestart = true;
  return running;
}

function afterWord(
  running: RunningCue | undefined,
  report: ReportWords,
  index: number,
): RunningCue | undefined {
  if (running === undefined) return undefined;
  const bits = report.classes[index] ?? 0;
  const isNegation = running.governor.entry.category === "negation";
  if ((bits & SEPARATOR) !== 0) {
    running.separators |= bits & SEPARATOR;
    running.sawRestart = false;
    return running;
  }
  running.words++;
  if (isContrast(running, report, index)) running.separators |= LINK;
  if ((bits & VERB) !== 0 && !isHaving(running, report, index)) running.sawVerb = true;
  if ((bits & TRANSITIVE) !== 0 && 0 < running.covered) running.sawVerb = true;
  if ((bits & WITH) !== 0 && 0 < running.covered) return undefined;
  if (afterDegree(running, bits) === undefined) return undefined;
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

/** "Favor atelectasis over pneumonia", "cannot tell fluid from scar": both stay open. */
function isContrast(
  { governor, covered }: RunningCue,
  report: ReportWords,
  index: number,
): boolean {
  if (covered === 0 || governor.entry.category !== "uncertainty") return false;
  const joint = report.tokens[index]?.word;
  if (joint === "from") return separates(report, governor.hit);
  const verb = report.tokens[governor.hit.end - 1]?.word ?? "";
  return joint === "over" && /^(favou?r|prefer)/.test(verb);
}

/** "None of the ribs has a fracture": what is had is the object of the cue. */
function isHaving(running: RunningCue, { classes }: ReportWords, index: number): boolean {
  const isObject = ((classes[index] ?? 0) & TRANSITIVE) !== 0;
  return isObject && running.covered === 0 && ((classes[index + 1] ?? 0) & ARTICLE) !== 0;
}

/** Decides whether the cue in force reaches a mention. */
function reachForward(
  input: ScopeInput,
  running: RunningCue | undefined,
  at: {
    readonly index: number;
    readonly cluster: MentionCluster;
    readonly previous: MentionCluster | undefined;
  },
): RunningCue | undefined {
  const { index } = at;
  if (running === undefined) return undefined;
  const { entry } = running.governor;
  if (running.covered === 0) {
    if (entry.reach < running.words) return undefined;
    if (entry.category !== "negation") return running;
    if (running.sawVerb) return undefined;
    // "No acute findings, small effusion": the negation had its object before the comma.
    const isPast = (running.separators & COMMA) !== 0 && 2 < running.words;
    // "No acute cardiac, pulmonary or pleural disease": it is the last of its list.
    const isLast = ((input.report.classes[index - 1] ?? 0) & OR) !== 0;
    return isPast && !isLast && !hasOrAhead(input, index) ? undefined : running;
  }
  if (LIST_REACH < running.words) return undefined;
  const isNegation = entry.category === "negation";
  const separators = running.separators;
  if (entry.id === "uncertainty.visibility" && (separators & COMMA) !== 0) return undefined;
  if ((separators & (OR | VERSUS | LINK)) !== 0) return running;
  if (isNegation && hasOwnPredicate(input, at.cluster) && !hasOrAhead(input, index))
    return undefined;
  if (running.sawVerb) return undefined;
  // Devices are listed apart from findings: "no effusion, line tip in the azygos".
  if (isNegation && isDevice(at.cluster) && !isDevice(at.previous)) return undefined;
  if (separators === 0) {
    const isOnePhrase =
      (running.words <= 1 && isAttributive(input, index)) ||
      (running.words === 0 && isOther(at.previous));
    return isOnePhrase || hasOrAhead(input, index) ? running : undefined;
  }
  if (entry.id === "negation.removed" && isDevice(at.cluster)) {
    // "removal of the drain and the line" goes on, "removal of the drain and the line is …" not.
    return isSubject(input, at.cluster) ? undefined : running;
  }
  const restarts =
    running.sawRestart && (entry.category === "negation" || (separators & AND) === 0);
  return restarts && !hasOrAhead(input, index) ? undefined : running;
}

/** "No effusion, edema unchanged": what is called unchanged is no member of the denial. */
function hasOwnPredicate({ report, sentence }: ScopeInput, { end }: MentionCluster): boolean {
  if (sentence.end <= end || ((report.classes[end] ?? 0) & RESTART) === 0) return false;
  const next = report.classes[end + 1] ?? 0;
  const word = report.tokens[end + 1]?.word ?? "";
  return sentence.end <= end + 1 || (next & (COMMA | AND)) !== 0 || SEEN.has(word);
}

const SEEN: ReadonlySet<string> = new Set(["noted", "seen", "demonstrated", "present", "from"]);

function isDevice(cluster: MentionCluster | undefined): boolean {
  return cluster?.mentions[0]?.target.observation === "Support Devices";
}

function isSubject({ report, sentence }: ScopeInput, { end }: MentionCluster): boolean {
  const limit = Math.min(sentence.end, end + SUBJECT_REACH);
  for (let index = end; index < limit; index++) {
    const bits = report.classes[index] ?? 0;
    if ((bits & SEPARATOR) !== 0) return false;
    if ((bits & VERB) !== 0) return true;
  }
  return false;
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

function hasCategory(hit: CueHit, category: CueEntry["category"]): boolean {
  return hit.entries.some((entry) => entry.category === category);
}
