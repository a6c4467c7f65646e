/**
 * @file Reads a table of reports with their 14 labels.
 */
import { resolve } from "node:path";
import { InputError } from "../../base/errors.ts";
import { parseCsvValue, toClassIndex } from "../../labels/label-class.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import {
  findObservationColumns,
  isUnfit,
  unfitNoFinding,
  unknownValue,
} from "../../metrics/tables/read-label-rows.ts";
import type { Report } from "../../reports/report.ts";
import { openFileSource } from "../../reports/report-source.ts";
import { openReportTable } from "../../reports/report-table.ts";
import type { LabeledReport } from "../../training/make-examples.ts";

/** A row of the table, with everything that is wrong with its labels. */
export interface TrainingRow extends LabeledReport {
  readonly row: number;
  readonly id: string;
  /** Labels with a problem are blank in `classIndices`. */
  readonly problems: readonly InputError[];
}

export interface TrainingTableOptions {
  /** @default chosen by name and content */
  readonly textColumns?: readonly string[];
  readonly signal: AbortSignal;
  /** Folder that relative paths start from. */
  readonly cwd: string;
}

/** Reads row by row; label columns are found by name. @throws InputError when one is missing. */
export async function* readTrainingRows(
  file: string,
  options: TrainingTableOptions,
): AsyncGenerator<TrainingRow> {
  const { textColumns = [], signal, cwd } = options;
  const source = await openFileSource(resolve(cwd, file), file);
  const table = await openReportTable(source, { textColumns, blankLines: "skip" });
  const labelColumns = findObservationColumns(table.columns, OBSERVATIONS, file);
  for await (const { reports, rejected } of table.blocks()) {
    signal.throwIfAborted();
    const [problem] = rejected;
    if (problem !== undefined) throw problem;
    for (const report of reports) {
      yield { ...readLabels(report, table.columns, labelColumns, file), ...report };
    }
  }
}

/**
 * Reads the whole table.
 *
 * @throws InputError when there is no row, or for the first label that is unknown.
 */
export async function readTrainingTable(
  file: string,
  options: TrainingTableOptions,
): Promise<readonly LabeledReport[]> {
  const reports: LabeledReport[] = [];
  for await (const { text, classIndices, problems } of readTrainingRows(file, options)) {
    const [problem] = problems;
    if (problem !== undefined) throw problem;
    reports.push({ text, classIndices });
  }
  if (0 < reports.length) return reports;
  throw new InputError("LABELS_EMPTY", `Expected at least one row in ${file}, got none`, {
    place: { file },
  });
}

/** Finds the cells by name: JSON lines may have their keys in any order. */
function readLabels(
  { columns, cells, row }: Report,
  tableColumns: readonly string[],
  labelColumns: ReadonlyMap<number, number>,
  file: string,
): Pick<TrainingRow, "classIndices" | "problems"> {
  const classIndices = new Uint8Array(OBSERVATIONS.length);
  const problems: InputError[] = [];
  for (const [observationIndex, tableColumn] of labelColumns) {
    const column = tableColumns[tableColumn] ?? "";
    const at = columns === tableColumns ? tableColumn : columns.indexOf(column);
    const cell = String(cells[at] ?? "");
    const labelClass = parseCsvValue(cell);
    const place = { file, row, column };
    if (labelClass === undefined) problems.push(unknownValue(cell, place));
    else if (OBSERVATIONS[observationIndex] === "No Finding" && isUnfit(labelClass)) {
      problems.push(unfitNoFinding(cell, place));
    } else classIndices[observationIndex] = toClassIndex(labelClass);
  }
  return { classIndices, problems };
}
