/**
 * @file `chexbert augment`: two tables in, one table out.
 */
import { resolve } from "node:path";
import { InputError } from "../../base/errors.ts";
import { writeWholeFile } from "../../checkpoints/write-file.ts";
import { formatDelimitedRows } from "../../reports/delimited.ts";
import type { Report } from "../../reports/report.ts";
import { openFileSource } from "../../reports/report-source.ts";
import { openReportTable, type ReportTable } from "../../reports/report-table.ts";
import { type AugmentedReport, augmentReports } from "../../training/augment.ts";
import type { CommandContext } from "../context.ts";
import { refuseSameFile } from "../refuse-same-file.ts";

/** The options of the command, as `commands/augment.ts` declares them. */
export interface AugmentOptions {
  readonly input: string;
  readonly paraphrases: string;
  readonly output: string;
  readonly textColumn: string | undefined;
  readonly paraphraseColumn: string | undefined;
  readonly idColumn: string | undefined;
  readonly includeDev: boolean;
}

/** The column that says where a text comes from. */
const ORIGIN_COLUMN = "origin";

export async function augmentCommand(
  options: AugmentOptions,
  context: CommandContext,
): Promise<void> {
  const { idColumn } = options;
  const output = resolve(context.cwd, options.output);
  for (const file of [options.input, options.paraphrases]) {
    await refuseSameFile(resolve(context.cwd, file), output);
  }
  const gold = await readTable(options.input, context, {
    textColumn: options.textColumn,
    idColumn,
  });
  const other = await readTable(options.paraphrases, context, {
    textColumn: options.paraphraseColumn,
    idColumn,
  });
  for (const { table, file } of [gold, other]) {
    if (table.idColumn === undefined) throw noIdColumn(file);
  }
  const kept = options.includeDev ? new Set<string>() : heldOutIds(gold);
  const paraphrases = other.reports
    .filter(({ id }) => !kept.has(id))
    .map(({ id, text }) => ({ reportId: id, text }));
  const result = augmentReports(gold.reports, paraphrases);
  await writeWholeFile(output, async (append) => {
    const rows = result.reports.map((augmented) => toRow(augmented, gold.table));
    const text = formatDelimitedRows([[...gold.table.columns, ORIGIN_COLUMN], ...rows], ",");
    await append(new TextEncoder().encode(text));
  });
  const { added, repeated, empty, unknown } = result;
  const heldOut = other.reports.length - paraphrases.length;
  context.note(
    `${gold.reports.length} reports and ${added} paraphrases in ${options.output}; dropped: ${repeated} repeated, ${empty} empty, ${unknown} of unknown reports, ${heldOut} of the dev or test split`,
  );
  if (context.settings.json) {
    const counts = { reports: gold.reports.length, added, repeated, empty, unknown, heldOut };
    await context.write(`${JSON.stringify({ output: options.output, counts })}\n`);
  }
}

interface ReadTable {
  readonly file: string;
  readonly table: ReportTable;
  readonly reports: readonly Report[];
}

async function readTable(
  file: string,
  { cwd, signal }: CommandContext,
  names: { readonly textColumn: string | undefined; readonly idColumn: string | undefined },
): Promise<ReadTable> {
  const table = await openReportTable(await openFileSource(resolve(cwd, file), file), {
    textColumns: names.textColumn === undefined ? [] : [names.textColumn],
    idColumn: names.idColumn,
    blankLines: "skip",
  });
  const reports: Report[] = [];
  for await (const block of table.blocks()) {
    signal.throwIfAborted();
    const [problem] = block.rejected;
    if (problem !== undefined) throw problem;
    reports.push(...block.reports);
  }
  return { file, table, reports };
}

/** Reports that the column `split` keeps for measuring. */
function heldOutIds({ table, reports }: ReadTable): ReadonlySet<string> {
  const column = table.columns.findIndex((name) => name.trim().toLowerCase() === "split");
  const heldOut = reports.filter(({ cells }) =>
    /^(dev|val|valid|validation|test)$/i.test(String(cells[column] ?? "").trim()),
  );
  return new Set(column < 0 ? [] : heldOut.map(({ id }) => id));
}

function toRow(
  { report, text, paraphraseNumber }: AugmentedReport<Report>,
  { textColumns: [textColumn = ""] }: ReportTable,
): readonly string[] {
  const isOriginal = paraphraseNumber === 0;
  const cells = report.columns.map((name, column) =>
    name === textColumn && !isOriginal ? text : String(report.cells[column] ?? ""),
  );
  return [...cells, isOriginal ? "original" : `paraphrase ${paraphraseNumber}`];
}

function noIdColumn(file: string): InputError {
  return new InputError(
    "AUGMENT_NO_ID",
    `Expected a column id, report_id, study_id or uid in ${file}, got none`,
    { hint: "Name the column that both files share with --id-column", place: { file } },
  );
}
