/**
 * @file How labels look in a table: as CheXpert-style values, class indices, words or objects.
 */
import { toClassIndex, toCsvValue } from "../labels/label-class.ts";
import { COLUMN_ORDERS, type ColumnOrder, type Observation } from "../labels/observations.ts";
import type { ObservationLabel, ReportLabels } from "../labels/report-labels.ts";
import type { JsonValue } from "./report.ts";

/** The ways to write a label. */
export const LABEL_STYLES = ["csv", "index", "word", "nested"] as const;

/**
 * - `csv`: empty, 1, 0, -1; in JSON null, 1, 0, -1;
 * - `index`: 0 blank, 1 positive, 2 negative, 3 uncertain;
 * - `word`: the class;
 * - `nested`: an object with class, probabilities and evidence; in CSV as JSON text.
 */
export type LabelStyle = (typeof LABEL_STYLES)[number];

/** The label columns: the 14 in the order asked for, then those of a user's lexicon. */
export function labelColumns(order: ColumnOrder, extra: readonly string[]): readonly string[] {
  return [...COLUMN_ORDERS[order], ...extra];
}

/** The label of a column; observations of a user's lexicon are under `extra`. */
export function labelOf(labels: ReportLabels, column: string): ObservationLabel {
  // `labelColumns` names only observations and keys of `extra`.
  return labels.extra[column] ?? labels[column as Observation];
}

/** How `csv` labels are written: `1`, or `1.0` as chexpert-labeler does. */
export type NumberStyle = "integer" | "float";

/** A label as a CSV cell. */
export function labelCell(
  label: ObservationLabel,
  style: LabelStyle,
  numbers: NumberStyle,
): string {
  if (style === "csv") {
    const value = toCsvValue(label.class);
    return numbers === "integer" || value === "" ? value : `${value}.0`;
  }
  if (style === "nested") return JSON.stringify(nestedLabel(label));
  return String(labelJson(label, style));
}

/** A label as a JSON value. */
export function labelJson(label: ObservationLabel, style: LabelStyle): JsonValue {
  switch (style) {
    case "csv":
      return label.class === "blank" ? null : Number(toCsvValue(label.class));
    case "index":
      return toClassIndex(label.class);
    case "word":
      return label.class;
    case "nested":
      return nestedLabel(label);
    default:
      return style satisfies never;
  }
}

function nestedLabel(label: ObservationLabel) {
  const { class: labelClass, probabilities, logits, evidence, votes } = label;
  const nested: Record<string, JsonValue> = { class: labelClass };
  if (probabilities !== undefined) nested["probabilities"] = { ...probabilities };
  if (logits !== undefined) nested["logits"] = logits;
  if (evidence !== undefined) {
    nested["evidence"] = evidence.map(({ mention, cue, ...one }) => ({
      mention: { ...mention },
      ...(cue && { cue: { ...cue } }),
      ...one,
    }));
  }
  if (votes !== undefined) {
    nested["votes"] = { ...votes };
    nested["disagree"] = votes.model !== votes.rules;
  }
  return nested;
}
