/**
 * @file One label set from the windows of a long report (`--long window`).
 *
 * The rule: an observation is positive when any window says so, else uncertain when any says so,
 * else negative, else blank. No Finding is positive only when every window says so. Probabilities
 * and logits are those of the first window that says the class that won.
 */
import type { LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import type { ModelLabel, ModelLabels } from "./decode.ts";

/** The class that wins among windows comes first. */
const PRECEDENCE: readonly LabelClass[] = ["positive", "uncertain", "negative", "blank"];
const NO_FINDING_PRECEDENCE: readonly LabelClass[] = ["blank", "positive"];

/** Merges the labels of windows, given in the order of the text. */
export function mergeWindows(windows: readonly [ModelLabels, ...ModelLabels[]]): ModelLabels {
  const [first, ...others] = windows;
  if (others.length === 0) return first;
  const entries = OBSERVATIONS.map((observation) => {
    const precedence = observation === "No Finding" ? NO_FINDING_PRECEDENCE : PRECEDENCE;
    const labels = windows.map((window) => window[observation]);
    return [observation, strongest(labels, precedence) ?? first[observation]] as const;
  });
  return Object.fromEntries(entries) as Record<Observation, ModelLabel>; // One entry for each.
}

/** The mean of the windows' `[CLS]` states. */
export function mergeVectors(vectors: readonly [Float32Array, ...Float32Array[]]): Float32Array {
  const [first, ...others] = vectors;
  if (others.length === 0) return first;
  return first.map(
    (_, i) => vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / vectors.length,
  );
}

function strongest(
  labels: readonly ModelLabel[],
  precedence: readonly LabelClass[],
): ModelLabel | undefined {
  for (const labelClass of precedence) {
    const label = labels.find((candidate) => candidate.class === labelClass);
    if (label !== undefined) return label;
  }
  return undefined;
}
