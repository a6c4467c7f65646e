/**
 * @file Labels as a table on a terminal: per report the observations of each class, by name.
 */
import Table from "cli-table3";
import type { LabelClass } from "../../labels/label-class.ts";
import { labelOf } from "../../reports/label-cells.ts";
import type { LabeledReport } from "../../reports/label-reports.ts";
import type { Report } from "../../reports/report.ts";

/** The classes shown, each in a column of its own, so that no color is needed. */
const SHOWN: readonly LabelClass[] = ["positive", "uncertain", "negative"];

export interface LabelTableOptions {
  readonly idName: string;
  readonly observations: readonly string[];
  /** Characters in a line. */
  readonly width: number;
  readonly paint: (labelClass: LabelClass, text: string) => string;
}

/** Formats labeled reports as one table. */
export function formatLabelTable(
  labeled: readonly LabeledReport<Report>[],
  { idName, observations, width, paint }: LabelTableOptions,
): string {
  const idWidth = Math.max(idName.length, ...labeled.map(({ report }) => report.id.length));
  const idColumn = Math.min(24, idWidth) + 2;
  const bordersWidth = SHOWN.length + 2;
  const classColumn = Math.max(14, Math.floor((width - idColumn - bordersWidth) / SHOWN.length));
  const table = new Table({
    head: [idName, ...SHOWN],
    colWidths: [idColumn, ...SHOWN.map(() => classColumn)],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { report, labels } of labeled) {
    const cells = SHOWN.map((shown) =>
      observations
        .filter((name) => labelOf(labels, name).class === shown)
        .map((name) => paint(shown, name))
        .join(", "),
    );
    table.push([report.id, ...cells]);
  }
  return `${table.toString()}\n`;
}
