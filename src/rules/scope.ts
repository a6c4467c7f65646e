/**
 * @file Which cue governs which mention.
 *
 * One pass over a sentence from left to right carries the forward cue in force, one from right to
 * left the backward cue. A cue reaches its first mention across a few words, and then only along
 * a list: commas, "and", "or", slashes. Terminators, new clauses and cues of another kind end it.
 * Both passes look at each token a bounded number of times.
 */
import { scanBackward } from "./backward-scope.ts";
import type { CueHit } from "./cues.ts";
import { scanForward } from "./forward-scope.ts";
import type { Governor, ScopeInput } from "./running-cue.ts";

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

/** Finds the governors of all mentions of a sentence. */
export function findScopes(input: ScopeInput): Scopes {
  const { forward, atState } = scanForward(input);
  const history = input.cues.find((hit) =>
    hit.entries.some((entry) => entry.direction === "sentence"),
  );
  return { forward, backward: scanBackward(input), atState, history };
}
