/**
 * @file `chexbert explain`: a text, a row of a table, or an error code.
 */
import { stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError, UsageError } from "../../base/errors.ts";
import type { BertLabeler } from "../../labeler/bert-labeler.ts";
import type { ReportLabeler } from "../../labels/report-labeler.ts";
import type { ReportLabels } from "../../labels/report-labels.ts";
import { labelColumns, labelJson, labelOf } from "../../reports/label-cells.ts";
import { labelBatch } from "../../reports/label-reports.ts";
import { readReports } from "../../reports/read-reports.ts";
import type { ReportFormat } from "../../reports/report.ts";
import { formatOfName } from "../../reports/sniff-format.ts";
import type { CommandContext } from "../context.ts";
import { withDiskErrors } from "../disk-errors.ts";
import { COMPAT_PRESETS } from "../label-job/compat-presets.ts";
import { isBertLabeler, loadLabeler, usesModel } from "../load-labeler.ts";
import { refusePageOverInput } from "../refuse-same-file.ts";
import { explainErrorCode } from "./error-reference.ts";
import type { ExplainedReport } from "./explained-report.ts";

export interface ExplainOptions {
  readonly subject: string;
  readonly row: number | undefined;
  readonly id: string | undefined;
  readonly html: string | undefined;
  readonly textColumn: readonly string[];
  readonly idColumn: string | undefined;
  readonly format: ReportFormat | undefined;
  readonly engine: "auto" | "rules" | "bert";
  readonly checkpoint: string | undefined;
  readonly lexicon: string | undefined;
  readonly compat: "chexbert" | "chexpert" | undefined;
}

/** Explains what the options name, on stdout or as a page. */
export async function explainCommand(
  options: ExplainOptions,
  context: CommandContext,
): Promise<void> {
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(options.subject)) {
    return explainErrorCode(options.subject, context);
  }
  const found = await findReport(options, context);
  const table = found.row === undefined ? undefined : options.subject;
  await refusePageOverInput(options.html, [table], context.cwd);
  const preset = options.compat === undefined ? {} : COMPAT_PRESETS[options.compat];
  const choice = { ...options, ruleCompat: preset.ruleCompat };
  const engine = usesModel(choice) ? "bert" : "rules";
  const labeler = await loadLabeler({ ...choice, engine }, context);
  const report = isBertLabeler(labeler)
    ? await explainModel(found, labeler, options, context)
    : await labelFoundReport(found, labeler);
  await labeler[Symbol.asyncDispose]();
  if (options.html !== undefined) await writePage(report, options.html, context);
  if (context.settings.json) return context.write(`${JSON.stringify(explanationJson(report))}\n`);
  if (options.html !== undefined) return;
  const { formatExplanation } = await import("./explain-terminal.ts");
  await context.write(
    formatExplanation(report, {
      isColorOn: context.settings.colorOnStdout,
      width: context.terminal.columns,
    }),
  );
}

interface FoundReport {
  readonly row?: number;
  readonly id?: string;
  readonly text: string;
}

async function findReport(options: ExplainOptions, context: CommandContext): Promise<FoundReport> {
  const { subject, row, id } = options;
  if (row === undefined && id === undefined) {
    if (subject === "-") return { text: await readAll(context) };
    await refuseFileWithoutRow(subject, context);
    return { text: subject };
  }
  if (
    /\s/.test(subject) &&
    (await stat(resolve(context.cwd, subject)).catch(() => undefined)) === undefined
  ) {
    throw textWithRow();
  }
  const input = subject === "-" ? context.stdin : resolve(context.cwd, subject);
  const reports = readReports(input, {
    name: subject === "-" ? "stdin" : subject,
    textColumns: options.textColumn,
    idColumn: options.idColumn,
    format: options.format,
    onRowError: (error) => {
      if (error.place.row === row) throw error;
    },
  });
  for await (const report of reports) {
    if (row === undefined ? report.id === id : report.row === row) return report;
  }
  const wanted = row === undefined ? "that id" : `number ${row}`;
  throw new InputError(
    "REPORT_NOT_FOUND",
    `Expected a row with ${wanted} in ${subject}, got none`,
    {
      hint: "Rows count from 1 without the header; --id looks in the id column, see --id-column",
      place: { file: subject, ...(row !== undefined && { row }) },
    },
  );
}

/** A table's name is no report: labeling its letters would look like an answer. */
async function refuseFileWithoutRow(subject: string, context: CommandContext): Promise<void> {
  if (subject === "" || /[\r\n]/.test(subject) || 1000 < subject.length) return;
  const stats = await stat(resolve(context.cwd, subject)).catch(() => undefined);
  const isTableName = !/\s/.test(subject) && formatOfName(subject) !== undefined;
  if (stats?.isFile() !== true && !isTableName) return;
  throw new UsageError("EXPLAIN_NO_ROW", `Expected --row or --id beside ${subject}, got neither`, {
    hint: `Use chexbert explain ${subject} --row 1`,
    place: { file: subject },
  });
}

/** The text itself is not repeated. */
function textWithRow(): UsageError {
  return new UsageError("EXPLAIN_NO_ROW", "Expected a table beside --row or --id, got a text", {
    hint: "Leave --row and --id out to explain a text, or check the path of the table",
  });
}

async function readAll(context: CommandContext): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of context.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}

async function labelFoundReport(
  found: FoundReport,
  labeler: ReportLabeler,
): Promise<ExplainedReport> {
  const [labeled] = await labelBatch([found], labeler);
  if (labeled === undefined) throw new Error("Expected labels of one report");
  return explainedReport(found, labeler, labeled.labels);
}

/**
 * The model with its evidence, which is the model's alone; where nobody asked for the model alone,
 * the labels are those of model and rules together.
 */
async function explainModel(
  found: FoundReport,
  model: BertLabeler,
  { engine }: ExplainOptions,
  context: CommandContext,
): Promise<ExplainedReport> {
  const { explainByOcclusion } = await import("../../labeler/occlusion.ts");
  const { signal } = context;
  const { labels, attributions } = await explainByOcclusion(model, found.text, { signal });
  if (engine === "bert") return { ...explainedReport(found, model, labels), attributions };
  const { joinLabels } = await import("../../labeler/rules-beside.ts");
  const rules = await loadLabeler({ engine: "rules" }, context);
  const { labels: ruled } = await labelFoundReport(found, rules);
  const joined = joinLabels(labels, ruled, model.ruleVote);
  return { ...explainedReport(found, model, joined), attributions, rules: ruled };
}

function explainedReport(
  found: FoundReport,
  labeler: ReportLabeler,
  labels: ReportLabels,
): ExplainedReport {
  return {
    id: found.id,
    row: found.row,
    text: found.text,
    labels,
    observations: labelColumns("chexbert", labeler.extraObservations),
    engine: labeler.engine,
    identity: labeler.identity,
  };
}

async function writePage(
  report: ExplainedReport,
  path: string,
  context: CommandContext,
): Promise<void> {
  const { formatPage } = await import("./explain-page.ts");
  if (path === "-") throw htmlToStdout();
  await withDiskErrors(path, () => writeFile(resolve(context.cwd, path), formatPage(report)));
  context.note(`Wrote ${path}`);
}

function htmlToStdout(): UsageError {
  return new UsageError("ARGUMENT_BAD_VALUE", "Expected a file after --html, got -", {
    hint: "Use --html report.html",
  });
}

function explanationJson(report: ExplainedReport) {
  const { id, row, text, labels, engine, attributions, rules } = report;
  const nested = (of: ReportLabels) =>
    Object.fromEntries(
      report.observations.map((name) => [name, labelJson(labelOf(of, name), "nested")]),
    );
  return {
    ...(row !== undefined && { row, id }),
    text,
    engine,
    empty: labels.empty,
    truncated: labels.truncated,
    labels: nested(labels),
    ...(attributions !== undefined && { attributions }),
    ...(rules !== undefined && { ruleLabels: nested(rules) }),
  };
}
