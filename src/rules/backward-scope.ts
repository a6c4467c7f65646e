/**
 * @file The pass from right to left: which backward cue reaches which mention.
 */
import { WORD_BITS } from "./compile-lexicon.ts";
import { entryOf, forwardEntry, isAnswer } from "./cue-direction.ts";
import type { CueHit } from "./cues.ts";
import {
  type Governor,
  isFinding,
  LIST_REACH,
  type RunningCue,
  type ScopeInput,
  startCue,
} from "./running-cue.ts";

const { comma: COMMA, and: AND, or: OR, versus: VERSUS, verb: VERB, past: PAST } = WORD_BITS;
const { with: WITH, transitive: TRANSITIVE, pronoun: PRONOUN, adverb: ADVERB } = WORD_BITS;
const SEPARATOR = COMMA | AND | OR | VERSUS;

/** Finds the backward governor of every cluster. */
export function scanBackward(input: ScopeInput): (Governor | undefined)[] {
  const { report, sentence, clusters, cues } = input;
  const backward: (Governor | undefined)[] = clusters.map(() => undefined);
  let running: RunningCue | undefined;
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

/** The last word on a mention: "queried before, but not seen", "seen, not excluded". */
const LASTING: ReadonlySet<string> = new Set(["open-negation", "negation", "assertion"]);

function beforeCue(
  input: ScopeInput,
  hit: CueHit,
  running: RunningCue | undefined,
): RunningCue | undefined {
  // "Effusion on the right, none on the left" denies no more than its own side.
  const isElsewhere = entryOf(hit, "backward")?.id === "negation.elsewhere";
  if (isElsewhere && !isAnswer(input, hit)) return running;
  const around = entryOf(hit, "around");
  if (around !== undefined) return startCue(hit, around);
  const backward = forwardEntry(input, hit) === undefined ? entryOf(hit, "backward") : undefined;
  if (backward !== undefined) {
    // "not seen, but a small one is possible"
    if (running?.covered === 0 && backward.id === "assertion.another") return pointBack(running);
    const holds = running !== undefined && LASTING.has(running.governor.entry.category);
    return running?.covered === 0 && (holds || running.sawPronoun)
      ? running
      : startCue(hit, backward);
  }
  if (running === undefined) return undefined;
  const entry = hit.entries[0];
  if (entry === undefined || entry.category === "state") return running;
  if (entry.direction === "link" && 0 < running.covered) {
    // "An opacity to suggest pneumonia is not seen": neither is.
    if (running.governor.entry.category !== "negation") return undefined;
    running.separators |= AND;
    return running;
  }
  const bits = input.report.classes[hit.first] ?? 0;
  if ((bits & OR) !== 0) {
    // "neither X nor Y can be excluded"
    running.separators |= OR;
    return running;
  }
  if (entry.category === "terminator") {
    // "… but a small one cannot be excluded" speaks of what was named before the "but".
    const crosses = running.sawPronoun && running.covered === 0;
    return entry.direction === "forward" || crosses ? running : undefined;
  }
  return running.covered === 0 ? running : undefined;
}

/** "one" stands for what was named before. */
function pointBack(running: RunningCue): RunningCue {
  running.sawPronoun = true;
  running.governor = { ...running.governor, ofAnother: true };
  return running;
}

function beforeWord(running: RunningCue | undefined, bits: number): RunningCue | undefined {
  if (running === undefined) return undefined;
  if ((bits & SEPARATOR) !== 0) {
    running.separators |= bits & SEPARATOR;
    return running;
  }
  if ((bits & PRONOUN) !== 0 && running.covered === 0 && !running.sawPronoun) {
    pointBack(running);
  }
  if ((bits & ADVERB) !== 0) return running;
  const isVerb = (bits & (VERB | TRANSITIVE)) !== 0;
  if (isVerb && (bits & PAST) === 0 && 0 < running.words && !running.sawPronoun) return undefined;
  if ((bits & VERB) !== 0 && 0 < running.covered) return undefined;
  if ((bits & WITH) !== 0 && 0 < running.covered) return undefined;
  if ((bits & VERB) === 0) running.words++;
  return running;
}

function reachBackward(running: RunningCue | undefined): RunningCue | undefined {
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
