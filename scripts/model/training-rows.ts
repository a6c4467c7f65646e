/**
 * @file Tables of reports with labels, in the columns that `chexbert train` reads.
 */
import { stringify } from "csv-stringify/sync";
import { type LabelClass, toCsvValue } from "../../src/labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../../src/labels/observations.ts";

/** A report with labels; an observation that is not named is blank. */
export interface LabeledReport {
  readonly id: string;
  readonly text: string;
  readonly labels: Readonly<Partial<Record<Observation, LabelClass>>>;
}

export const TRAINING_COLUMNS = ["id", "Report Impression", ...OBSERVATIONS] as const;

/** The cells of a report, in the order of {@link TRAINING_COLUMNS}. */
export function trainingRow({ id, text, labels }: LabeledReport): readonly string[] {
  const values = OBSERVATIONS.map((observation) => toCsvValue(labels[observation] ?? "blank"));
  return [id, text, ...values];
}

/** A whole table as CSV. */
export function formatTrainingTable(reports: readonly LabeledReport[]): string {
  return stringify([TRAINING_COLUMNS, ...reports.map(trainingRow)]);
}
