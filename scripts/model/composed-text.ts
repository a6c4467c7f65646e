/**
 * @file Composed reports of one or several kinds, as rows of a training table.
 */
import { stringify } from "csv-stringify/sync";
import { type ComposeOptions, composeReport } from "./composer/compose-report.ts";
import { TRAINING_COLUMNS, trainingRow } from "./training-rows.ts";

export interface ComposedPart extends ComposeOptions {
  readonly count: number;
}

type Rows = readonly (readonly string[])[];

/** Reports that are turned into text at once. */
const REPORTS_PER_CHUNK = 500;

/** The parts, one after the other, in chunks of rows; ids are `SEED-INDEX`. */
export function* composedRows(parts: readonly ComposedPart[]): Generator<Rows> {
  for (const { count, ...options } of parts) {
    for (let start = 0; start < count; start += REPORTS_PER_CHUNK) {
      const length = Math.min(REPORTS_PER_CHUNK, count - start);
      yield Array.from({ length }, (_, i) => {
        const id = `${options.seed}-${start + i}`;
        return trainingRow({ id, ...composeReport(start + i, options) });
      });
    }
  }
}

/** The same as chunks of a CSV with a header. */
export function* composedTable(parts: readonly ComposedPart[]): Generator<string> {
  yield stringify([TRAINING_COLUMNS]);
  for (const rows of composedRows(parts)) yield stringify([...rows]);
}
