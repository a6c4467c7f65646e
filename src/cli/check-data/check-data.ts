/**
 * @file `chexbert check data`: every wrong label with row and column, and what is doubtful.
 */
import type { InputError } from "../../base/errors.ts";
import { LABEL_CLASSES } from "../../labels/label-class.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import { type SetSummary, sharedRows, summarizeSet } from "../../training/check-examples.ts";
import type { CommandContext } from "../context.ts";
import { readTrainingRows, type TrainingRow } from "../train-job/training-table.ts";

export interface CheckDataOptions {
  readonly input: string;
  readonly dev: string | undefined;
  readonly textColumn: readonly string[];
}

/** Prints the findings; false when a label is wrong. */
export async function checkData(
  { input, dev, textColumn }: CheckDataOptions,
  context: CommandContext,
): Promise<boolean> {
  const files = dev === undefined ? [input] : [input, dev];
  const sets = [];
  for (const file of files) sets.push(await readSet(file, textColumn, context));
  const [train, devSet] = sets;
  const shared = train && devSet ? sharedRows(train.rows, devSet.rows) : undefined;
  if (context.settings.json) {
    const json = sets.map(({ file, problems, summary }) => ({
      file,
      problems: problems.map(({ code, message, place }) => ({ code, message, ...place })),
      ...summary,
    }));
    await context.write(`${JSON.stringify({ sets: json, ...(shared && { shared }) })}\n`);
  } else {
    for (const set of sets) await context.write(await formatSet(set));
    if (shared !== undefined) {
      const rows = shared.map(({ row, firstRow }) => `${row} (${firstRow})`);
      await context.write(line(`rows of ${dev} that ${input} has too, its row in brackets`, rows));
    }
  }
  return sets.every(({ problems }) => problems.length === 0);
}

interface CheckedSet {
  readonly file: string;
  readonly rows: readonly TrainingRow[];
  readonly problems: readonly InputError[];
  readonly summary: SetSummary;
}

async function readSet(
  file: string,
  textColumns: readonly string[],
  { signal, cwd }: CommandContext,
): Promise<CheckedSet> {
  const rows: TrainingRow[] = [];
  for await (const row of readTrainingRows(file, { textColumns, signal, cwd })) rows.push(row);
  const problems = rows.flatMap((row) => row.problems);
  return { file, rows, problems, summary: summarizeSet(rows) };
}

async function formatSet({ file, problems, summary }: CheckedSet): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const table = new Table({
    head: ["observation", ...LABEL_CLASSES],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const observation of OBSERVATIONS) {
    const counts = summary.classCounts[observation];
    table.push([observation, ...LABEL_CLASSES.map((labelClass) => counts[labelClass])]);
  }
  const repeated = (rows: SetSummary["duplicates"]) =>
    rows.map(({ row, firstRow }) => `${row} (${firstRow})`);
  return [
    `${file}: ${summary.reports} reports, ${problems.length} wrong labels\n`,
    ...problems.map(({ code, message }) => `error[${code}]: ${message}\n`),
    `${table.toString()}\n`,
    line("empty reports in rows", summary.emptyRows),
    line("no label at all in rows", summary.blankRows),
    line("repeated texts in rows, the first in brackets", repeated(summary.duplicates)),
    line("repeated texts with other labels in rows", repeated(summary.contradictions)),
    line("No Finding beside another finding in rows", summary.noFindingConflicts),
    line(
      "classes without a report",
      summary.absentClasses.map((pair) => pair.join(" ")),
    ),
  ].join("");
}

/** Rows shown per finding; the JSON has all. */
const SHOWN = 20;

function line(name: string, found: readonly (string | number)[]): string {
  if (found.length === 0) return "";
  const more = found.length <= SHOWN ? "" : ` and ${found.length - SHOWN} more`;
  return `${name}: ${found.slice(0, SHOWN).join(", ")}${more}\n`;
}
