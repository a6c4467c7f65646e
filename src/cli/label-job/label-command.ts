/**
 * @file `chexbert label`: options to a plan, the plan to one of the jobs, and what is said at the
 * end.
 */
import { resolve } from "node:path";
import { UsageError } from "../../base/errors.ts";
import type { LoadLabelerOptions } from "../../labeler/load-labeler.ts";
import type { ColumnOrder } from "../../labels/observations.ts";
import type { LabelStyle } from "../../reports/label-cells.ts";
import type { ModelColumns } from "../../reports/model-columns.ts";
import type { ReportFormat } from "../../reports/report.ts";
import type { TextCleaning } from "../../text/clean-text.ts";
import type { LongReports } from "../../tokenizer/long-reports.ts";
import type { CommandContext } from "../context.ts";
import { isBertLabeler, loadLabeler } from "../load-labeler.ts";
import { COMPAT_PRESETS } from "./compat-presets.ts";
import { formatCounts, type LabelCounts } from "./label-counts.ts";
import { type LabelPlan, type LabelRequest, planLabelRun } from "./label-plan.ts";
import { resumeLine } from "./resume-line.ts";

/** The options of the command, as `commands/label.ts` declares them. */
export interface LabelCommandOptions {
  readonly input: string;
  readonly output: string | undefined;
  readonly textColumn: readonly string[];
  readonly idColumn: string | undefined;
  readonly engine: "auto" | "rules" | "bert";
  readonly checkpoint: string | undefined;
  readonly probabilities: boolean;
  readonly logits: boolean;
  readonly embeddings: string | undefined;
  readonly device: string;
  readonly threads: number | undefined;
  readonly batchSize: number | undefined;
  readonly batchTokens: number | undefined;
  readonly long: LongReports;
  readonly cleaning: TextCleaning;
  readonly vocab: string | undefined;
  readonly labels: LabelStyle | undefined;
  readonly columns: ColumnOrder | undefined;
  readonly numbers: "integer" | "float" | undefined;
  readonly compat: "chexbert" | "chexpert" | undefined;
  readonly lexicon: string | undefined;
  readonly resume: boolean;
  readonly dryRun: boolean;
  readonly onError: "stop" | "skip";
  readonly format: ReportFormat | undefined;
  readonly outputFormat: ReportFormat | undefined;
  readonly escapeFormulas: boolean;
}

/** Runs the command and returns the number of rows that were left out. */
export async function labelCommand(
  options: LabelCommandOptions,
  context: CommandContext,
): Promise<number> {
  refuseImpossibleResume(options);
  const preset = options.compat === undefined ? {} : COMPAT_PRESETS[options.compat];
  await using labeler = await loadLabeler(
    {
      engine: options.engine,
      checkpoint: options.checkpoint,
      lexicon: options.lexicon,
      ruleCompat: preset.ruleCompat,
      bert: bertOptions(options, context),
    },
    context,
  );
  // Who named a checkpoint chose between devices; the compact model is at home on the CPU.
  if (options.checkpoint !== undefined && isBertLabeler(labeler) && labeler.notice !== undefined) {
    context.note(labeler.notice);
  }
  const request: LabelRequest = {
    input: options.input,
    output: options.output,
    format: options.format,
    outputFormat: options.outputFormat,
    textColumns: options.textColumn,
    idColumn: options.idColumn,
    labels: options.labels ?? "csv",
    columns: options.columns ?? preset.columns ?? "chexbert",
    numbers: options.numbers ?? preset.numbers ?? "integer",
    onError: options.onError,
    escapeFormulas: options.escapeFormulas,
    modelColumns: modelColumns(options),
    embeddings: options.embeddings,
  };
  const plan = await planLabelRun(request, labeler, context);
  if (options.dryRun) return await dryRun(plan, context);
  const counts = await runJob(plan, options, context);
  await report(plan, counts, context);
  return counts.skipped;
}

/** The model's numbers that are written beside the labels. */
function modelColumns({ probabilities, logits }: LabelCommandOptions): readonly ModelColumns[] {
  return [
    ...(probabilities ? ["probabilities" as const] : []),
    ...(logits ? ["logits" as const] : []),
  ];
}

function bertOptions(options: LabelCommandOptions, context: CommandContext): LoadLabelerOptions {
  const { device, threads, batchSize, batchTokens, long, cleaning, vocab } = options;
  return {
    device,
    long,
    cleaning,
    withVectors: options.embeddings !== undefined,
    ...(threads !== undefined && { threads }),
    ...(batchSize !== undefined && { batchSize }),
    ...(batchTokens !== undefined && { batchTokens }),
    ...(vocab !== undefined && { vocabularyFile: resolve(context.cwd, vocab) }),
  };
}

async function dryRun(plan: LabelPlan, context: CommandContext): Promise<number> {
  const { printDryRun } = await import("./dry-run.ts");
  await printDryRun(plan, context);
  return 0;
}

async function runJob(
  plan: LabelPlan,
  options: LabelCommandOptions,
  context: CommandContext,
): Promise<LabelCounts> {
  const { target } = plan;
  if (target.kind !== "file") {
    const { labelToDevice, labelToStdout } = await import("./label-to-stream.ts");
    return target.kind === "stdout"
      ? labelToStdout(plan, context)
      : labelToDevice(plan, target, context);
  }
  const { labelToFile } = await import("./label-to-file.ts");
  try {
    return await labelToFile(plan, { ...target, resume: options.resume }, context);
  } catch (error) {
    if (context.signal.aborted && plan.source.byteCount !== undefined) {
      context.note(`Stopped. To go on:\n  ${resumeLine(context.argv)}`);
    }
    throw error;
  }
}

async function report(plan: LabelPlan, counts: LabelCounts, context: CommandContext) {
  const { target } = plan;
  const facts = formatCounts(counts) + duplicatesOf(plan);
  warnOfSpecialTokens(plan, context);
  if (target.kind === "stdout") {
    if (0 < counts.empty || 0 < counts.skipped) context.warn(facts);
    return;
  }
  context.note(`Labeled ${facts}: ${target.name}`);
  if (0 < counts.skipped) context.warn(`The rows left out are in ${target.name}.errors.csv`);
  if (context.settings.json) {
    await context.write(`${JSON.stringify({ output: target.name, counts })}\n`);
  }
}

/** How many reports were equal to another and ran once with it. */
function duplicatesOf({ labeler }: LabelPlan): string {
  const { duplicateCount } = isBertLabeler(labeler) ? labeler.counts() : { duplicateCount: 0 };
  return 0 < duplicateCount ? `, ${duplicateCount} equal to another` : "";
}

/** A report with `[SEP]` in its text is read as two; the original does so silently. */
function warnOfSpecialTokens({ labeler }: LabelPlan, context: CommandContext): void {
  const count = isBertLabeler(labeler) ? labeler.counts().specialTokenCount : 0;
  if (0 < count) context.warn(`${count} times a report spells out a special token such as [SEP]`);
}

function refuseImpossibleResume({ resume, input, output }: LabelCommandOptions): void {
  if (!resume) return;
  const isToStdout = output === undefined || output === "-";
  if (input !== "-" && !isToStdout) return;
  throw new UsageError(
    "RESUME_IMPOSSIBLE",
    `Expected files to resume, got ${isToStdout ? "standard output" : "standard input"}`,
    { hint: "Resuming needs a file as IN and -o OUT" },
  );
}
