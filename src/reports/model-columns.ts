/**
 * @file Columns for what a model says beside the labels: one per observation and class, named
 * `P(Edema=positive)` and `logit(Edema=positive)`.
 */
import { LABEL_CLASSES, type LabelClass } from "../labels/label-class.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { labelOf } from "./label-cells.ts";

export type ModelColumns = "probabilities" | "logits";

/** One number beside the labels. */
export interface ModelColumn {
  readonly name: string;
  /** `undefined` where the labeler gives no such number. */
  valueOf(labels: ReportLabels): number | undefined;
}

/** The columns for some observations, in their order; of all kinds, one kind after the other. */
export function modelColumns(
  kinds: readonly ModelColumns[],
  observations: readonly string[],
): readonly ModelColumn[] {
  return kinds.flatMap((kind) =>
    observations.flatMap((observation) =>
      classesOf(observation).map((labelClass) => modelColumn(kind, observation, labelClass)),
    ),
  );
}

function modelColumn(kind: ModelColumns, observation: string, labelClass: LabelClass): ModelColumn {
  if (kind === "probabilities") {
    return {
      name: `P(${observation}=${labelClass})`,
      valueOf: (labels) => labelOf(labels, observation).probabilities?.[labelClass],
    };
  }
  const index = LABEL_CLASSES.indexOf(labelClass);
  return {
    name: `logit(${observation}=${labelClass})`,
    valueOf: (labels) => labelOf(labels, observation).logits?.[index],
  };
}

/** No Finding has no negative and no uncertain. */
function classesOf(observation: string): readonly LabelClass[] {
  return observation === "No Finding" ? ["blank", "positive"] : LABEL_CLASSES;
}
