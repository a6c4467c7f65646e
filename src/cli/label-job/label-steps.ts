/**
 * @file The steps of a job: a table in, batches of labeled reports out, each with the place that
 * reading can go on from.
 */
import { InputError } from "../../base/errors.ts";
import { type LabeledReport, labelBatch } from "../../reports/label-reports.ts";
import type { Report, TablePosition } from "../../reports/report.ts";
import type { CliContext } from "../context.ts";
import { adaptiveSize } from "./adaptive-size.ts";
import type { LabelPlan } from "./label-plan.ts";

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
  context: CliContext,
): AsyncGenerator<LabelStep> {
  const size = adaptiveSize(context.now);
  const started: Promise<LabelStep>[] = [];
  for await (const batch of batches(plan, from, afterRow, size.next)) {
    started.push(labelStep(batch, plan, context));
    // Its error is thrown where the step is awaited.
    started.at(-1)?.catch(() => {});
    if (started.length <= BATCHES_AHEAD) continue;
    const step = started.shift();
    if (step !== undefined) yield await step;
    size.done();
  }
  for (const step of started) yield await step;
}

/** Batches under way while one is handed out, so that no core of a model waits for the writer. */
const BATCHES_AHEAD = 2;

/** A batch of rows before it is labeled. */
interface Batch extends Omit<LabelStep, "labeled"> {
  readonly reports: readonly Report[];
}

async function* batches(
  plan: LabelPlan,
  from: TablePosition,
  afterRow: number,
  nextSize: () => number,
): AsyncGenerator<Batch> {
  let reached = afterRow;
  let hasRows = 0 < afterRow;
  for await (const { reports, rejected, start } of plan.table.blocks(from)) {
    hasRows ||= 0 < reports.length + rejected.length;
    const rest = reports.filter((report) => reached < report.row);
    const errors = rejected.filter((error) => reached < (error.place.row ?? 0));
    const [firstError] = errors;
    if (firstError !== undefined && plan.request.onError === "stop") {
      // In its turn: the rows before it are under way.
      yield { reports: [], rejected: [firstError], position: start, lastRow: reached };
      return;
    }
    for (let i = 0; i < rest.length || reached < lastRowOf(errors); ) {
      const batch = rest.slice(i, i + nextSize());
      i += batch.length;
      const lastRow = Math.max(
        batch.at(-1)?.row ?? reached,
        i < rest.length ? reached : lastRowOf(errors),
      );
      const before = reached;
      reached = lastRow;
      yield {
        reports: batch,
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

async function labelStep(
  { reports, ...rest }: Batch,
  plan: LabelPlan,
  { signal }: CliContext,
): Promise<LabelStep> {
  const [firstError] = rest.rejected;
  if (firstError !== undefined && plan.request.onError === "stop") throw firstError;
  return { ...rest, labeled: await labelBatch(reports, plan.labeler, signal) };
}

function lastRowOf(errors: readonly InputError[]): number {
  return errors.at(-1)?.place.row ?? 0;
}

function isWithin(error: InputError, before: number, lastRow: number): boolean {
  const row = error.place.row ?? 0;
  return before < row && row <= lastRow;
}
