/**
 * @file From the facts of all statements to the 14 labels of a report, as the labeling guideline says.
 */
import type { LabelClass } from "../../../src/labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../../../src/labels/observations.ts";
import type { FactValue, Statement } from "./statement.ts";

export type ComposedLabels = Readonly<Record<Observation, LabelClass>>;

/** Labels of a report whose statements are given in the order of the text. */
export function aggregate(statements: readonly Statement[]): ComposedLabels {
  const values = new Map<Observation, Set<FactValue>>();
  for (const { observation, value, revises } of statements.flatMap(({ facts }) => facts)) {
    const earlier = revises ? undefined : values.get(observation);
    values.set(observation, new Set(earlier).add(value));
  }

  const labels = {} as Record<Observation, LabelClass>; // the loop fills every observation
  for (const observation of OBSERVATIONS) labels[observation] = classOf(values.get(observation));
  labels["No Finding"] = isNormal(labels, statements) ? "positive" : "blank";
  return labels;
}

/** Positive wins over everything, uncertain over negative; an open mention yields to both. */
function classOf(values: ReadonlySet<FactValue> | undefined): LabelClass {
  if (values === undefined) return "blank";
  if (values.has("positive")) return "positive";
  if (values.has("uncertain")) return "uncertain";
  return values.has("negative") ? "negative" : "uncertain";
}

function isNormal(
  labels: Readonly<Record<Observation, LabelClass>>,
  statements: readonly Statement[],
): boolean {
  if (statements.some(({ isOtherAbnormality }) => isOtherAbnormality)) return false;
  return OBSERVATIONS.every((observation) => {
    const isDevice = observation === "Support Devices";
    const label = labels[observation];
    return isDevice || observation === "No Finding" || label === "blank" || label === "negative";
  });
}
