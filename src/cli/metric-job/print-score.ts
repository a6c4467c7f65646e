/**
 * @file A score as JSON, Markdown, a page, or tables for people.
 */
import { resolve } from "node:path";
import { UsageError } from "../../base/errors.ts";
import { averageTables, formatScore, observationTables } from "../../charts/result-tables.ts";
import type { ScoreResult } from "../../metrics/score-tables.ts";
import {
  meanSimilarity,
  SIMILARITY_DIRECTION,
} from "../../metrics/similarity/embedding-similarity.ts";
import type { CommandContext } from "../context.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { formatMarkdown, formatTerminalTables } from "./print-tables.ts";
import { type DocumentFacts, scoreDocument } from "./score-document.ts";

export interface ScoreOutput {
  readonly title: string;
  readonly markdown: boolean;
  readonly html: string | undefined;
  readonly failUnder: number | undefined;
  readonly facts: DocumentFacts;
}

/** Prints a score, and says with the exit code whether the main figure is high enough. */
export async function printScore(
  result: ScoreResult,
  output: ScoreOutput,
  context: CommandContext,
): Promise<ExitCode> {
  const value = output.failUnder === undefined ? undefined : headlineValue(result);
  if (output.html !== undefined) await writePage(result, output, output.html, context);
  const tables = [...averageTables(result), ...observationTables(result)];
  if (context.settings.json) {
    const document = scoreDocument(result, output.facts);
    await context.write(`${JSON.stringify(document, undefined, 2)}\n`);
  } else if (output.markdown) {
    const lines = [
      describeRows(result, output),
      ...describeSimilarity(output),
      `\`${result.signature}\``,
    ];
    await context.write(formatMarkdown(output.title, lines, tables));
  } else {
    const below = [...describeSimilarity(output), result.signature].join("\n");
    await context.write(`${await formatTerminalTables(tables)}\n\n${below}\n`);
    context.note(describeRows(result, output));
  }
  if (value === undefined || output.failUnder === undefined) return EXIT_CODES.done;
  if (output.failUnder <= value) return EXIT_CODES.done;
  context.note(`${formatScore(value)} is below --fail-under ${output.failUnder}`);
  return EXIT_CODES.checkFailed;
}

/** One sentence on what was scored and what was left out. */
function describeRows(result: ScoreResult, { facts }: ScoreOutput): string {
  const { rows } = facts;
  const parts = [
    [rows.unmatched_reference + rows.unmatched_candidate, "ids on one side only"],
    [rows.duplicate_rows, "repeated rows"],
    [rows.no_finding_cells, "No Finding cells read by the policy"],
    [rows.empty_references ?? 0, "empty references"],
    [rows.empty_candidates ?? 0, "empty candidates"],
    [rows.excluded_reports ?? 0, "reports excluded by the gold"],
    [result.leftOutCells, "labels left out"],
  ] as const;
  const said = parts.filter(([count]) => 0 < count).map(([count, name]) => `${count} ${name}`);
  return `${result.reportCount} reports scored${said.length === 0 ? "" : `; ${said.join(", ")}`}`;
}

function describeSimilarity({ facts }: ScoreOutput): readonly string[] {
  if (facts.similarities === undefined) return [];
  return [`s_emb ${formatScore(meanSimilarity(facts.similarities))} (${SIMILARITY_DIRECTION})`];
}

function headlineValue({ convention, aggregate }: ScoreResult): number {
  const { headline } = convention;
  const group = aggregate.find(
    (one) => one.block === headline?.block && one.group === headline.group,
  );
  const value = headline === undefined ? undefined : group?.values[headline.score];
  if (value !== undefined && !Number.isNaN(value)) return value;
  throw new UsageError(
    "METRIC_NO_MAIN_FIGURE",
    `Expected a convention with a main figure for --fail-under, got ${convention.name} without one`,
    { hint: "Choose a preset with averages" },
  );
}

async function writePage(
  result: ScoreResult,
  { title, facts }: ScoreOutput,
  path: string,
  context: CommandContext,
): Promise<void> {
  const { evaluationPage } = await import("../../charts/evaluation-page.ts");
  const { default: writeFileAtomic } = await import("write-file-atomic");
  const page = evaluationPage({
    title,
    result,
    facts: [
      ["reports", String(result.reportCount)],
      [
        "ids on one side only",
        String(facts.rows.unmatched_reference + facts.rows.unmatched_candidate),
      ],
      ["labels left out", String(result.leftOutCells)],
    ],
    ...(facts.probabilities === undefined ? {} : { probabilities: facts.probabilities }),
  });
  await writeFileAtomic(resolve(context.cwd, path), page);
}
