import type { ObservationLabel, ReportLabels } from "../../labels/report-labels.ts";
import { labelOf } from "../../reports/label-cells.ts";
import type { AttributionsByName } from "./shaded-text.ts";

/** A report, its labels and who gave them. */
export interface ExplainedReport {
  /** The id, where the report comes from a table. */
  readonly id: string | undefined;
  readonly row: number | undefined;
  readonly text: string;
  readonly labels: ReportLabels;
  /** The label columns: the 14, then those of a user's lexicon. */
  readonly observations: readonly string[];
  readonly engine: string;
  readonly identity: Readonly<Record<string, string | number | boolean>>;
  /** Model evidence; `undefined` when the rules give the labels. */
  readonly attributions?: AttributionsByName | undefined;
  /** What the rules say beside the model, with their evidence. */
  readonly rules?: ReportLabels | undefined;
}

/** The title of what the rules found where they ran beside a model. */
export const RULES_TITLE = "Rules beside the model: mentions and cues";

/** The report as the rules alone read it; `undefined` when they did not run beside a model. */
export function readByRules({ rules, ...report }: ExplainedReport): ExplainedReport | undefined {
  if (rules === undefined) return undefined;
  return { ...report, labels: rules, engine: "rules", attributions: undefined };
}

/** One sentence on where model and rules differ; `undefined` when only one of them ran. */
export function comparisonOf({ labels, rules, observations }: ExplainedReport): string | undefined {
  if (rules === undefined) return undefined;
  const different = observations.flatMap((name) => {
    const { class: given, votes } = labelOf(labels, name);
    const [model, rule] = [votes?.model ?? given, labelOf(rules, name).class];
    return model === rule ? [] : `${name} (model ${model}, rules ${rule}; label ${given})`;
  });
  if (different.length === 0) return "Model and rules agree on every label.";
  return `Model and rules differ: ${different.join(", ")}.`;
}

/** How likely the model holds its label, in percent; empty for the rules. */
export function percentOf({ class: labelClass, probabilities }: ObservationLabel): string {
  const probability = probabilities?.[labelClass];
  return probability === undefined ? "" : `${(100 * probability).toFixed(1)} %`;
}

export interface NamedLabel {
  readonly observation: string;
  readonly label: ObservationLabel;
}

/** The labels that say something, and the names of the observations that are blank. */
export function splitLabels(report: ExplainedReport): {
  readonly given: readonly NamedLabel[];
  readonly blank: readonly string[];
} {
  const all = report.observations.map((observation) => ({
    observation,
    label: labelOf(report.labels, observation),
  }));
  return {
    given: all.filter(({ label }) => label.class !== "blank" || 0 < (label.evidence?.length ?? 0)),
    blank: all
      .filter(({ label }) => label.class === "blank" && !label.evidence?.length)
      .map(({ observation }) => observation),
  };
}

/**
 * What a blank No Finding says instead of a list: every abnormal mention speaks against it, and
 * they all stand at their own observations. `undefined` for every other label.
 */
export function ruledOut({ observation, label }: NamedLabel): string | undefined {
  if (observation !== "No Finding" || label.class !== "blank") return undefined;
  const count = label.evidence?.length ?? 0;
  return `ruled out by ${count} ${count === 1 ? "mention" : "mentions"}`;
}
