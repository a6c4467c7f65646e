/**
 * @file From the logits of one sequence to the labels of the 14 observations.
 */
import { HEAD_CLASS_COUNTS } from "../bert/parameters.ts";
import { LABEL_CLASSES, type LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import type { ObservationLabel } from "../labels/report-labels.ts";
import { type Temperatures, UNCALIBRATED } from "./calibration.ts";

/** A label with all that a model knows about it. */
export type ModelLabel = ObservationLabel &
  Required<Pick<ObservationLabel, "probabilities" | "logits">>;

export type ModelLabels = Readonly<Record<Observation, ModelLabel>>;

/**
 * Decodes the logits of all heads, one after the other. Each head's temperature divides its logits
 * before softmax [Guo2017], which changes probabilities and never the class.
 */
export function decodeLogits(
  logits: Float32Array,
  temperatures: Temperatures = UNCALIBRATED,
): ModelLabels {
  let start = 0;
  const entries = OBSERVATIONS.map((observation, head) => {
    const end = start + (HEAD_CLASS_COUNTS[head] ?? 0);
    const label = decodeHead(Array.from(logits.subarray(start, end)), temperatures[observation]);
    start = end;
    return [observation, label] as const;
  });
  return Object.fromEntries(entries) as Record<Observation, ModelLabel>; // One entry for each.
}

/** The class with the largest logit, on ties the first; probabilities by softmax. */
function decodeHead(logits: readonly number[], temperature: number): ModelLabel {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - largest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  const probabilities: Partial<Record<LabelClass, number>> = {};
  let winner: LabelClass = "blank";
  // Backwards, so that the first of equal logits is the last to win.
  for (let index = logits.length - 1; 0 <= index; index -= 1) {
    const labelClass = LABEL_CLASSES[index];
    if (labelClass === undefined) continue;
    if (logits[index] === largest) winner = labelClass;
  }
  powers.forEach((power, index) => {
    const labelClass = LABEL_CLASSES[index];
    if (labelClass !== undefined) probabilities[labelClass] = power / sum;
  });
  return { class: winner, probabilities, logits };
}
