/**
 * @file The steps of a job: a table in, batches of labeled reports out, each with the place that
 * reading can go on from.
 */
import { InputError } from "../../base/errors.ts";
import { type LabeledReport, labelBatch } from "../../reports/label-reports.ts";
import type { Report, TablePosition } from "../../reports/report.ts";
import type { LabelPlan } from "./label-plan.ts";

/**
 * Reports in one call of the labeler: enough to make the work around a call small, and so few that
 * an interruption waits for a fraction of a second.
 */
const BATCH_SIZE = 256;

export interface LabelStep {
  readonly labeled: readonly LabeledReport<Report>[];
  readonly rejected: readonly InputError[];
  /** Start of the block that holds these rows. */
  readonly position: TablePosition;
  readonly lastRow: number;
}

/** Labels a table from a position on, passing over rows up to `afterRow`. */
export async function* labelSteps(
  plan: LabelPlan,
  from: TablePosition,
  afterRow: number,
): AsyncGenerator<LabelStep> {
  let hasRows = 0 < afterRow;
  for await (const { reports, rejected, start } of plan.table.blocks(from)) {
    hasRows ||= 0 < reports.length + rejected.length;
    const rest = reports.filter((report) => afterRow < report.row);
    const errors = rejected.filter((error) => afterRow < (error.place.row ?? 0));
    const [firstError] = errors;
    if (firstError !== undefined && plan.request.onError === "stop") throw firstError;
    const batches = Math.max(1, Math.ceil(rest.length / BATCH_SIZE));
    let reached = afterRow;
    for (let i = 0; i < batches; i += 1) {
      const batch = rest.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE);
      const isLast = i + 1 === batches;
      const lastRow = Math.max(
        batch.at(-1)?.row ?? reached,
        isLast ? (errors.at(-1)?.place.row ?? reached) : reached,
      );
      const before = reached;
      reached = lastRow;
      if (lastRow === before) continue;
      yield {
        labeled: await labelBatch(batch, plan.labeler),
        rejected: errors.filter((error) => isWithin(error, before, lastRow)),
        position: start,
        lastRow,
      };
    }
  }
  if (!hasRows) throw noRows(plan.source.name);
}

function noRows(file: string): InputError {
  return new InputError("TABLE_NO_ROWS", `Expected rows under the header of ${file}, got none`, {
    hint: "Check what wrote the file",
    place: { file },
  });
}

function isWithin(error: InputError, before: number, lastRow: number): boolean {
  const row = error.place.row ?? 0;
  return before < row && row <= lastRow;
}
