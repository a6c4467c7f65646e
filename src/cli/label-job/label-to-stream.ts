/**
 * @file A label job that writes as it goes: to standard output, or to a device or a pipe.
 */
import { open } from "node:fs/promises";
import { COLUMN_ORDERS } from "../../labels/observations.ts";
import { labelColumns } from "../../reports/label-cells.ts";
import { modelColumns } from "../../reports/model-columns.ts";
import { jsonRow, reportWriter } from "../../reports/write-reports.ts";
import type { CommandContext } from "../context.ts";
import { withDiskErrors } from "../disk-errors.ts";
import { classPainter } from "../terminal/class-style.ts";
import { addToCounts, type LabelCounts, NO_COUNTS } from "./label-counts.ts";
import type { LabelPlan } from "./label-plan.ts";
import { type LabelStep, labelSteps } from "./label-steps.ts";

/** Pieces of text for each step of a job. */
interface StepWriter {
  readonly start: string;
  step(step: LabelStep): string;
  end(counts: LabelCounts): string;
}

/** Labels to standard output: a table on a terminal, one document with `--json`, else rows. */
export async function labelToStdout(
  plan: LabelPlan,
  context: CommandContext,
): Promise<LabelCounts> {
  const isTable =
    context.terminal.stdoutIsTerminal &&
    plan.request.outputFormat === undefined &&
    !context.settings.json;
  const writer = context.settings.json
    ? jsonDocument(plan)
    : isTable
      ? await terminalTables(plan, context)
      : rowWriter(plan);
  return run(plan, writer, context.write, context);
}

/** Labels to what is no regular file, for example `/dev/stdout` or a named pipe. */
export async function labelToDevice(
  plan: LabelPlan,
  { path, name }: { readonly path: string; readonly name: string },
  context: CommandContext,
): Promise<LabelCounts> {
  await using file = await withDiskErrors(name, () => open(path, "w"));
  const write = (text: string) => withDiskErrors(name, () => file.writeFile(text));
  return await run(plan, rowWriter(plan), write, context);
}

async function run(
  plan: LabelPlan,
  writer: StepWriter,
  write: (text: string) => Promise<void>,
  context: CommandContext,
): Promise<LabelCounts> {
  const columns = labelColumns(plan.request.columns, plan.labeler.extraObservations);
  let counts = NO_COUNTS;
  let isStarted = false;
  for await (const step of labelSteps(plan, { byte: 0, row: 0 }, 0, context)) {
    // The first error may come before the first label, and then nothing is written.
    if (!isStarted) await write(writer.start);
    isStarted = true;
    await write(writer.step(step));
    for (const error of step.rejected) context.warn(`Row ${error.place.row}: ${error.code}`);
    const counted = addToCounts(counts, step.labeled, columns);
    counts = { ...counted, skipped: counted.skipped + step.rejected.length };
    context.signal.throwIfAborted();
  }
  await write(writer.end(counts));
  return counts;
}

function rowWriter(plan: LabelPlan): StepWriter {
  const writer = reportWriter({
    format: plan.outputFormat,
    labels: plan.request.labels,
    columns: plan.request.columns,
    numbers: plan.request.numbers,
    extraObservations: plan.labeler.extraObservations,
    escapeFormulas: plan.request.escapeFormulas,
    modelColumns: plan.request.modelColumns,
  });
  return {
    start: writer.header(plan.table.columns),
    step: ({ labeled }) => writer.rows(labeled),
    end: () => "",
  };
}

/** One JSON document, written as the labels come. */
function jsonDocument(plan: LabelPlan): StepWriter {
  const added = labelColumns(plan.request.columns, plan.labeler.extraObservations);
  const numbers = modelColumns(plan.request.modelColumns, COLUMN_ORDERS[plan.request.columns]);
  let separator = "\n";
  return {
    start: '{"reports":[',
    step({ labeled }) {
      const rows = labeled.map((one) =>
        JSON.stringify(jsonRow(one, added, plan.request.labels, numbers)),
      );
      if (rows.length === 0) return "";
      const text = `${separator}${rows.join(",\n")}`;
      separator = ",\n";
      return text;
    },
    end: (counts) => `\n],"counts":${JSON.stringify(counts)}}\n`,
  };
}

async function terminalTables(plan: LabelPlan, context: CommandContext): Promise<StepWriter> {
  const { formatLabelTable } = await import("../terminal/label-table.ts");
  const options = {
    idName: plan.table.idColumn ?? "row",
    observations: labelColumns(plan.request.columns, plan.labeler.extraObservations),
    width: context.terminal.columns,
    paint: classPainter(context.settings.colorOnStdout),
  };
  return {
    start: "",
    step: ({ labeled }) => (labeled.length === 0 ? "" : formatLabelTable(labeled, options)),
    end: () => "",
  };
}
