/**
 * @file A label job with a file as its output: whole or not at all, and resumable.
 *
 * Rows go to `OUT.partial`, and with `--on-error skip` the rows left out go to
 * `OUT.errors.csv.partial`. About twice a second both are flushed and `OUT.state.json` is replaced.
 * At the end the manifest is written, then the files get their names.
 */
import type { InputError } from "../../base/errors.ts";
import { ChexbertError, InternalError, RuntimeError } from "../../base/errors.ts";
import { formatDelimitedRows } from "../../reports/delimited.ts";
import { labelColumns } from "../../reports/label-cells.ts";
import { reportWriter } from "../../reports/write-reports.ts";
import type { CommandContext } from "../context.ts";
import { withDiskErrors } from "../disk-errors.ts";
import { startProgress } from "../terminal/progress.ts";
import { surveyInput } from "./input-survey.ts";
import {
  checkResumable,
  checksumOf,
  type JobChecksums,
  type JobState,
  readJobState,
  removeJobState,
  removeLeftovers,
  saveJobState,
} from "./job-state.ts";
import { addToCounts, formatCounts, type LabelCounts, NO_COUNTS } from "./label-counts.ts";
import type { LabelPlan } from "./label-plan.ts";
import { labelSteps } from "./label-steps.ts";
import { writeManifest } from "./manifest.ts";
import { lockOutput } from "./output-lock.ts";
import { openPartialFile, type PartialFile } from "./partial-file.ts";
import { openVectorFile, type VectorFile } from "./vector-file.ts";

/** A killed run loses at most this much work; saving takes a few milliseconds. */
const SAVE_EVERY_MS = 500;

export interface FileJobOptions {
  readonly path: string;
  /** The output as the user gave it. */
  readonly name: string;
  readonly resume: boolean;
}

interface OpenJob {
  readonly output: PartialFile;
  readonly errors: PartialFile | undefined;
  readonly vectors: VectorFile | undefined;
  readonly state: JobState;
}

/** Runs the job and returns what was counted. */
export async function labelToFile(
  plan: LabelPlan,
  { path, name, resume }: FileJobOptions,
  context: CommandContext,
): Promise<LabelCounts> {
  const statePath = `${path}.state.json`;
  await using _lock = await withDiskErrors(name, () => lockOutput(`${path}.lock`));
  // A stream cannot be read twice, so it has no survey; its checksum plays no part.
  const survey =
    plan.source.byteCount === undefined
      ? undefined
      : await surveyInput(plan.source, plan.table.format, context.signal);
  const checksums: JobChecksums = {
    input: survey?.sha256 ?? "",
    options: checksumOf(plan.optionsInForce),
    labeler: checksumOf(plan.labeler.identity),
  };
  const job = await openJob(plan, { path, name, resume }, checksums, context);
  try {
    const state = await runJob(plan, job, statePath, survey?.rowCount, context);
    await writeManifest(path, { plan, survey, state });
    await job.errors?.finish();
    await job.vectors?.finish();
    await job.output.finish();
    await removeJobState(statePath);
    return state.counts;
  } catch (error) {
    if (isWorthResuming(error)) {
      await job.output.close().catch(() => {});
      await job.errors?.close().catch(() => {});
      await job.vectors?.close().catch(() => {});
    } else {
      await job.output.remove();
      await job.errors?.remove();
      await job.vectors?.remove();
      await removeJobState(statePath);
    }
    throw error;
  }
}

/** What is wrong with the input stays wrong; everything else may work another time. */
function isWorthResuming(error: unknown): boolean {
  return (
    !(error instanceof ChexbertError) ||
    error instanceof RuntimeError ||
    error instanceof InternalError
  );
}

async function openJob(
  plan: LabelPlan,
  { path, name, resume }: FileJobOptions,
  checksums: JobChecksums,
  context: CommandContext,
): Promise<OpenJob> {
  const statePath = `${path}.state.json`;
  const hasErrorFile = plan.request.onError === "skip";
  const errorPath = `${path}.errors.csv`;
  const before = await readJobState(statePath);
  if (resume && before !== undefined) {
    checkResumable(before.checksums, checksums, statePath);
    const output = await openPartialFile(path, name, before.outputBytes);
    const errors = hasErrorFile
      ? await openPartialFile(errorPath, `${name}.errors.csv`, before.errorBytes)
      : undefined;
    const vectors = plan.vectors && (await openVectorFile(plan.vectors, before.vectorBytes));
    const hasAll =
      (errors !== undefined || !hasErrorFile) && (vectors !== undefined || !plan.vectors);
    if (output !== undefined && hasAll) {
      await removeLeftovers(statePath);
      context.note(`Resuming after row ${before.lastRow}`);
      return { output, errors, vectors, state: { ...before, resumed: before.resumed + 1 } };
    }
    await output?.close();
    await errors?.close();
    await vectors?.close();
    context.warn(`${name}.partial is shorter than ${statePath} says; starting again`);
  } else if (before !== undefined) {
    context.warn(`Starting again; an unfinished run of ${name} is given up`);
  }
  await removeJobState(statePath).catch(() => {});
  const output = await openPartialFile(path, name, 0);
  const errors = hasErrorFile
    ? await openPartialFile(errorPath, `${name}.errors.csv`, 0)
    : undefined;
  if (output === undefined) throw new InternalError("INTERNAL_BUG", "Expected an empty file");
  const vectors = plan.vectors && (await openVectorFile(plan.vectors, 0));
  return { output, errors, vectors, state: freshState(checksums) };
}

function freshState(checksums: JobChecksums): JobState {
  return {
    version: 1,
    checksums,
    position: { byte: 0, row: 0 },
    lastRow: 0,
    outputBytes: 0,
    errorBytes: 0,
    vectorBytes: 0,
    counts: NO_COUNTS,
    elapsedMs: 0,
    resumed: 0,
  };
}

async function runJob(
  plan: LabelPlan,
  { output, errors, vectors, state: before }: OpenJob,
  statePath: string,
  total: number | undefined,
  context: CommandContext,
): Promise<JobState> {
  const { request, table, labeler } = plan;
  const writer = reportWriter({
    format: plan.outputFormat,
    labels: request.labels,
    columns: request.columns,
    numbers: request.numbers,
    extraObservations: labeler.extraObservations,
    escapeFormulas: request.escapeFormulas,
    modelColumns: request.modelColumns,
  });
  const columns = labelColumns(request.columns, labeler.extraObservations);
  const startedAt = context.now();
  let state = before;
  let savedAt = Number.NEGATIVE_INFINITY;
  const save = async () => {
    await output.flush();
    await errors?.flush();
    await vectors?.flush();
    // A stream cannot be resumed, so its state is not kept.
    if (plan.source.byteCount === undefined) return;
    await withDiskErrors(statePath, () => saveJobState(statePath, state));
    savedAt = context.now();
  };
  const header = writer.header(table.columns);
  if (output.byteCount === 0) await output.append(header);
  if (errors?.byteCount === 0) await errors.append("row,id,code\n");
  await using progress = await startProgress(context, total, before.lastRow);
  for await (const step of labelSteps(plan, before.position, before.lastRow, context)) {
    await output.append(writer.rows(step.labeled));
    await errors?.append(step.rejected.map(errorRow).join(""));
    await vectors?.append(step.labeled);
    const counted = addToCounts(state.counts, step.labeled, columns);
    state = {
      ...state,
      position: step.position,
      lastRow: step.lastRow,
      outputBytes: output.byteCount,
      errorBytes: errors?.byteCount ?? 0,
      vectorBytes: vectors?.byteCount ?? 0,
      counts: { ...counted, skipped: counted.skipped + step.rejected.length },
      elapsedMs: before.elapsedMs + context.now() - startedAt,
    };
    progress.update({ done: state.lastRow, remark: remarkOf(state.counts) });
    if (context.signal.aborted) {
      await save();
      throw context.signal.reason;
    }
    if (SAVE_EVERY_MS <= context.now() - savedAt) await save();
  }
  return state;
}

function remarkOf(counts: LabelCounts): string {
  return formatCounts(counts).split(", ").slice(1).join(", ");
}

/** A row of the side file: no text, only where and why. */
function errorRow(error: InputError): string {
  const { row, id = "" } = error.place;
  return formatDelimitedRows([[String(row ?? ""), id, error.code]], ",");
}
