import type { ObservationLabel, ReportLabels } from "../../labels/report-labels.ts";
import { labelOf } from "../../reports/label-cells.ts";

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
