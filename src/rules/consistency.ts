/**
 * @file Labels of one report that do not go together. The report of them never changes a label.
 */
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import type { ReportLabels } from "../labels/report-labels.ts";

/** What does not go together. */
export type InconsistencyKind =
  | "no-finding-with-positive"
  | "positive-child-of-negative"
  | "label-without-evidence";

/** Two labels of a report that do not go together, or a label without evidence. */
export interface Inconsistency {
  readonly kind: InconsistencyKind;
  readonly observation: Observation;
  /** The other label of the pair. */
  readonly other?: Observation;
}

/** Finds inconsistencies; `parents` is the hierarchy that the lexicon declares. */
export function findInconsistencies(
  labels: ReportLabels,
  parents: ReadonlyMap<string, string>,
): readonly Inconsistency[] {
  return OBSERVATIONS.flatMap((observation) => {
    const found: Inconsistency[] = [];
    const { class: labelClass, evidence } = labels[observation];
    if (observation === "No Finding") return found;
    if (labelClass === "positive" && isContradicted(labels, observation)) {
      found.push({ kind: "no-finding-with-positive", observation, other: "No Finding" });
    }
    const parent = OBSERVATIONS.find((name) => name === parents.get(observation));
    if (parent !== undefined && labelClass === "positive" && labels[parent].class === "negative") {
      found.push({ kind: "positive-child-of-negative", observation, other: parent });
    }
    if (labelClass !== "blank" && evidence?.length === 0) {
      found.push({ kind: "label-without-evidence", observation });
    }
    return found;
  });
}

function isContradicted(labels: ReportLabels, observation: Observation): boolean {
  return observation !== "Support Devices" && labels["No Finding"].class === "positive";
}
