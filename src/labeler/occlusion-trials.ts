/**
 * @file Which words are left out to see what an observation misses.
 */
import type { LabelClass } from "../labels/label-class.ts";
import type { Observation } from "../labels/observations.ts";
import type { Span } from "../labels/report-labels.ts";
import type { Clause } from "../text/clauses.ts";
import type { OccludedLabels } from "./occluded-labels.ts";

/** An observation and the class whose words are looked for. */
export interface Explained {
  readonly name: Observation;
  readonly class: LabelClass;
}

/** Words that are left out for an observation, where `repeats` are already gone. */
export interface Trial {
  readonly of: Explained;
  readonly unit: "clause" | "word";
  /** The clause, or the words as a clause. */
  readonly span: Clause;
  readonly repeats: readonly Span[];
}

export interface Measured extends Trial {
  /** By how much the probability of the class falls. */
  readonly drop: number;
  readonly classWithout: LabelClass;
}

/** Clauses per observation that are looked at word by word. */
const CLAUSES_PER_OBSERVATION = 2;

/** Labels what the trials need in one batch, and measures them. */
export async function measureTrials(
  trials: readonly Trial[],
  occluded: OccludedLabels,
): Promise<readonly Measured[]> {
  await occluded.learn(trials.flatMap(({ span, repeats }) => [repeats, [...repeats, span]]));
  return trials.map((trial) => {
    const { of, span, repeats } = trial;
    const before = occluded.without(repeats)[of.name];
    const after = occluded.without([...repeats, span])[of.name];
    const drop = (before.probabilities?.[of.class] ?? 0) - (after.probabilities?.[of.class] ?? 0);
    return { ...trial, drop, classWithout: after.class };
  });
}

/** Every clause for every observation. */
export function clauseTrials(
  explained: readonly Explained[],
  clauses: readonly Clause[],
): readonly Trial[] {
  return explained.flatMap((of) =>
    clauses.map((span): Trial => ({ of, unit: "clause", span, repeats: [] })),
  );
}

/**
 * For observations that a report names more than once: clauses that give the label by themselves,
 * each where the others are gone.
 */
export async function repeatTrials(
  explained: readonly Explained[],
  clauses: readonly Clause[],
  occluded: OccludedLabels,
): Promise<readonly Trial[]> {
  if (explained.length === 0 || clauses.length < 2) return [];
  const allBut = (kept: Clause) => clauses.filter((clause) => clause !== kept);
  await occluded.learn(clauses.map(allBut));
  return explained.flatMap((of) => {
    const alone = (clause: Clause) => occluded.without(allBut(clause))[of.name];
    const repeats = clauses
      .filter((clause) => alone(clause).class === of.class)
      .toSorted(
        (a, b) =>
          (alone(b).probabilities?.[of.class] ?? 0) - (alone(a).probabilities?.[of.class] ?? 0),
      );
    if (repeats.length < 2) return [];
    return repeats.slice(0, CLAUSES_PER_OBSERVATION).map(
      (span): Trial => ({
        of,
        unit: "clause",
        span,
        repeats: repeats.filter((clause) => clause !== span),
      }),
    );
  });
}

/** The words of the clauses that each observation misses most. */
export function wordTrials(
  explained: readonly Explained[],
  byClause: readonly Measured[],
  most: number,
): readonly Trial[] {
  const chosen = explained.flatMap((of) =>
    byClause
      .filter((one) => one.of === of)
      .toSorted(byDrop)
      .slice(0, CLAUSES_PER_OBSERVATION),
  );
  const clauseCount = new Set(chosen.map(({ span }) => span)).size;
  const mostWords = Math.max(3, Math.floor(most / clauseCount));
  return chosen.flatMap(({ of, span: { words }, repeats }) =>
    groupNeighbors(words, mostWords).map(
      (group): Trial => ({ of, unit: "word", span: { ...spanOf(group), words: group }, repeats }),
    ),
  );
}

/** The larger drop first, then the order of the text. */
export function byDrop(a: Measured, b: Measured): number {
  return b.drop - a.drop || a.span.start - b.span.start;
}

/** Joins neighbors, equally many each, so that at most so many clauses are left. */
export function joinClauses(clauses: readonly Clause[], most: number): readonly Clause[] {
  return groupNeighbors(clauses, most).map((group) => ({
    ...spanOf(group),
    words: group.flatMap(({ words }) => words),
  }));
}

function groupNeighbors<S>(spans: readonly S[], most: number): readonly (readonly S[])[] {
  const size = Math.max(1, Math.ceil(spans.length / most));
  return Array.from({ length: Math.ceil(spans.length / size) }, (_, i) =>
    spans.slice(i * size, (i + 1) * size),
  );
}

function spanOf(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}
