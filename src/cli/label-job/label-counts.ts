/**
 * @file What is counted while reports are labeled; the numbers of the summary and the manifest.
 */
import type { LabelClass } from "../../labels/label-class.ts";
import { labelOf } from "../../reports/label-cells.ts";
import type { LabeledReport } from "../../reports/label-reports.ts";
import type { Report } from "../../reports/report.ts";

export interface LabelCounts {
  /** Reports labeled. */
  readonly reports: number;
  /** Of these, reports without text. */
  readonly empty: number;
  /** Of these, reports that were cut because they are longer than the model reads. */
  readonly truncated: number;
  /** Rows that are no reports and were left out. */
  readonly skipped: number;
  /** Labels by observation and class, blank left out. */
  readonly labels: Readonly<Record<string, Readonly<Partial<Record<LabelClass, number>>>>>;
}

export const NO_COUNTS: LabelCounts = {
  reports: 0,
  empty: 0,
  truncated: 0,
  skipped: 0,
  labels: {},
};

/** Adds a batch to the counts. */
export function addToCounts(
  counts: LabelCounts,
  batch: readonly LabeledReport<Report>[],
  columns: readonly string[],
): LabelCounts {
  const labels = Object.fromEntries(
    columns.map((column) => {
      const byClass = { ...counts.labels[column] };
      for (const one of batch) {
        const labelClass = labelOf(one.labels, column).class;
        if (labelClass !== "blank") byClass[labelClass] = (byClass[labelClass] ?? 0) + 1;
      }
      return [column, byClass];
    }),
  );
  const count = (fact: "empty" | "truncated") => batch.filter((one) => one.labels[fact]).length;
  return {
    ...counts,
    reports: counts.reports + batch.length,
    empty: counts.empty + count("empty"),
    truncated: counts.truncated + count("truncated"),
    labels,
  };
}

/** The counts as a person reads them: `25 reports, 1 empty`. */
export function formatCounts({ reports, empty, truncated, skipped }: LabelCounts): string {
  const parts = [`${reports} ${reports === 1 ? "report" : "reports"}`];
  if (0 < empty) parts.push(`${empty} empty`);
  if (0 < truncated) parts.push(`${truncated} truncated`);
  if (0 < skipped) parts.push(`${skipped} rows skipped`);
  return parts.join(", ");
}
