/**
 * @file Reads a table of reports with their 14 labels.
 */
import { parseObservation } from "../../labels/observations.ts";
import { OBSERVATION_COUNT } from "../../metrics/tables/label-table.ts";
import { readLabelRows } from "../../metrics/tables/read-label-rows.ts";
import { readReports } from "../../reports/read-reports.ts";
import type { JsonValue } from "../../reports/report.ts";
import type { LabeledReport } from "../../training/make-examples.ts";

export interface TrainingTable {
  readonly file: string;
  readonly reports: readonly LabeledReport[];
}

/**
 * Reads a table; label columns are found by name.
 *
 * @throws InputError when a label column is missing or a label is unknown, with row and column.
 */
export async function readTrainingTable(
  file: string,
  options: { readonly textColumns?: readonly string[]; readonly signal: AbortSignal },
): Promise<TrainingTable> {
  const texts: string[] = [];
  const labelCells: string[][] = [];
  let columns: readonly string[] = [];
  let labelIndexes: number[] = [];
  const { signal, textColumns = [] } = options;
  for await (const report of readReports(file, { signal, textColumns })) {
    if (report.columns !== columns) {
      columns = report.columns;
      labelIndexes = [...columns.keys()].filter(
        (index) => parseObservation(columns[index] ?? "") !== undefined,
      );
    }
    texts.push(report.text);
    labelCells.push(labelIndexes.map((index) => cellText(report.cells[index])));
  }
  const header = labelIndexes.map((index) => columns[index] ?? "");
  const { table } = readLabelRows(header, labelCells, { file });
  const reports = texts.map((text, row) => ({
    text,
    classIndices: table.classes.subarray(row * OBSERVATION_COUNT, (row + 1) * OBSERVATION_COUNT),
  }));
  return { file, reports };
}

function cellText(cell: JsonValue | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}
