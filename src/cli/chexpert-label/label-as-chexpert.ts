/**
 * @file The label script of chexpert-labeler, by our rules.
 *
 * Reading follows pandas: no header, blank lines vanish, a missing text is an empty report and is
 * written back empty. Every value is written as a float, because the original's array is one.
 */
import { resolve } from "node:path";
import { CHEXPERT_ORDER } from "../../labels/observations.ts";
import type { ReportLabels } from "../../labels/report-labels.ts";
import { formatDelimitedRows } from "../../reports/delimited.ts";
import { labelCell, labelOf } from "../../reports/label-cells.ts";
import { labelReports } from "../../reports/label-reports.ts";
import { readReports } from "../../reports/read-reports.ts";
import type { Report } from "../../reports/report.ts";
import { extractChexpertSections } from "../../text/chexpert-sections.ts";
import type { CommandContext } from "../context.ts";
import { openPartialFile } from "../label-job/partial-file.ts";
import { loadLabeler } from "../load-labeler.ts";
import { refuseSameFile } from "../refuse-same-file.ts";
import { readPhraseFolder } from "./phrase-folder.ts";

export interface ChexpertLabelOptions {
  readonly reports_path: string;
  readonly output_path: string;
  readonly mention_phrases_dir: string | undefined;
  readonly unmention_phrases_dir: string | undefined;
  readonly sections_to_extract: readonly string[];
  readonly extract_strict: boolean;
  readonly verbose: boolean;
}

/** A report, and what of it is labeled. */
interface Extract {
  readonly report: Report;
  readonly text: string;
}

/** Labels a file as chexpert-labeler does. */
export async function labelAsChexpert(
  options: ChexpertLabelOptions,
  context: CommandContext,
): Promise<void> {
  const { cwd } = context;
  const say = (message: string) => (options.verbose ? context.note(message) : undefined);
  const labeler = await loadLabeler(
    {
      engine: "rules",
      ruleCompat: "chexpert",
      mentionPhrases: await readPhraseFolder(options.mention_phrases_dir, cwd),
      unmentionPhrases: await readPhraseFolder(options.unmention_phrases_dir, cwd),
    },
    context,
  );
  say("Loading mention phrases, reports and labels");
  const inputPath = resolve(cwd, options.reports_path);
  const outputPath = resolve(cwd, options.output_path);
  await refuseSameFile(inputPath, outputPath);
  const reports = readReports(inputPath, {
    name: options.reports_path,
    format: "csv",
    header: "none",
    blankLines: "skip",
  });
  const output = await openPartialFile(outputPath, options.output_path, 0);
  if (output === undefined) throw new Error("Expected an empty file");
  try {
    await output.append(formatDelimitedRows([["Reports", ...CHEXPERT_ORDER]], ","));
    let count = 0;
    let missing = 0;
    async function* extracts(): AsyncGenerator<Extract> {
      for await (const report of reports) {
        const text = extractText(report, options);
        if (text === undefined) missing += 1;
        yield { report, text: text ?? (options.extract_strict ? "" : report.text) };
      }
    }
    for await (const { report, labels } of labelReports(extracts(), labeler, context)) {
      count += 1;
      await output.append(formatDelimitedRows([outputRow(report.report, labels)], ","));
    }
    if (0 < missing) {
      context.warn(`${countReports(missing)} without any of the sections to extract`);
    }
    await output.finish();
    say(`Labeled ${countReports(count)}: ${options.output_path}`);
  } catch (error) {
    await output.remove();
    throw error;
  } finally {
    await labeler[Symbol.asyncDispose]();
  }
}

function countReports(count: number): string {
  return `${count} ${count === 1 ? "report" : "reports"}`;
}

/** The text under the wanted titles; `undefined` when there are none in the report. */
function extractText(report: Report, options: ChexpertLabelOptions): string | undefined {
  const wanted = options.sections_to_extract;
  return wanted.length === 0 ? report.text : extractChexpertSections(report.text, wanted);
}

function outputRow(report: Report, labels: ReportLabels): readonly string[] {
  const values = CHEXPERT_ORDER.map((name) => labelCell(labelOf(labels, name), "csv", "float"));
  return [report.text, ...values];
}
