/**
 * @file `chexbert evaluate`: gold labels against predicted labels.
 */

import { InternalError } from "../../base/errors.ts";
import type { Convention } from "../../metrics/convention.ts";
import { scorePositiveOnly } from "../../metrics/positive-only-gold.ts";
import type { PresetName } from "../../metrics/presets.ts";
import { probabilityScores } from "../../metrics/probabilities/probability-scores.ts";
import { scoreTables } from "../../metrics/score-tables.ts";
import type { UnmatchedPolicy } from "../../metrics/tables/match-tables.ts";
import type { CommandContext } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import { refusePageOverInput } from "../refuse-same-file.ts";
import {
  type ConventionChoice,
  chooseConvention,
  chooseInterval,
  choosePositiveOnly,
  type IntervalChoice,
} from "./choose-convention.ts";
import { matchSides, requiredObservations, selectProbabilities } from "./matched-sides.ts";
import { printScore } from "./print-score.ts";
import {
  clustersOf,
  type LabelSide,
  readGoldMarks,
  readLabelSide,
  refuseSwappedSides,
  type SideOptions,
} from "./read-side.ts";

export interface EvaluateOptions extends ConventionChoice, IntervalChoice, SideOptions {
  readonly gold: string;
  readonly predictions: string;
  readonly goldKind: "four-class" | "positive-only";
  readonly unmatched: UnmatchedPolicy;
  readonly clusterColumn: string | undefined;
  readonly markdown: boolean;
  readonly html: string | undefined;
  readonly perReport: boolean;
  readonly failUnder: number | undefined;
}

const DEFAULT_PRESET: PresetName = "chexbert-paper";

/** Runs the command. */
export async function evaluateCommand(
  options: EvaluateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { gold: goldFile, predictions: predictionsFile } = options;
  await refusePageOverInput(options.html, [goldFile, predictionsFile], context.cwd);
  const isPositiveOnly = options.goldKind === "positive-only";
  const convention = isPositiveOnly
    ? choosePositiveOnly(options)
    : chooseConvention(options, DEFAULT_PRESET);
  const required = requiredObservations(convention);
  const gold = await readLabelSide(options.gold, { ...options, required }, context);
  const predictions = await readLabelSide(options.predictions, { ...options, required }, context);
  refuseSwappedSides(gold, predictions);
  if (!isPositiveOnly) warnOfPositiveOnly(gold, predictions, context);
  const { tables, rows, unmatched } = matchSides([gold, predictions], options.unmatched);
  const [goldTable, predictedTable] = tables;
  const [goldRows = [], predictedRows = []] = rows;
  if (goldTable === undefined || predictedTable === undefined) {
    throw new InternalError("METRIC_MISSING_TABLE", "Expected two matched tables, got fewer");
  }
  const scoreOptions = {
    convention,
    version: PACKAGE_VERSION,
    ...intervalOption(options, { convention, gold, goldRows }),
  };
  const marks = isPositiveOnly ? readGoldMarks(gold) : [];
  const result = isPositiveOnly
    ? scorePositiveOnly(
        { table: goldTable, marks: goldRows.flatMap((row) => marks[row] ?? []) },
        predictedTable,
        scoreOptions,
      )
    : scoreTables(goldTable, predictedTable, scoreOptions);
  const probabilities =
    predictions.probabilities === undefined || isPositiveOnly
      ? undefined
      : probabilityScores(
          goldTable,
          predictedTable,
          selectProbabilities(predictions.probabilities, predictedRows),
        );
  return printScore(
    result,
    {
      ...options,
      title: "Evaluation",
      facts: {
        version: PACKAGE_VERSION,
        goldKind: options.goldKind,
        perReport: options.perReport,
        policies: {
          unmatched: options.unmatched,
          duplicates: options.duplicates,
          no_finding: options.nofinding,
        },
        rows: {
          unmatched_reference: unmatched[0] ?? 0,
          unmatched_candidate: unmatched[1] ?? 0,
          duplicate_rows: gold.duplicateRows + predictions.duplicateRows,
          no_finding_cells: gold.noFindingCells + predictions.noFindingCells,
          ...(isPositiveOnly ? { excluded_reports: goldRows.length - result.reportCount } : {}),
        },
        ...(probabilities === undefined ? {} : { probabilities }),
      },
    },
    context,
  );
}

interface IntervalInput {
  readonly convention: Convention;
  readonly gold: LabelSide;
  readonly goldRows: readonly number[];
}

function intervalOption(options: EvaluateOptions, { convention, gold, goldRows }: IntervalInput) {
  const plan = chooseInterval(options, convention);
  if (plan === undefined) return {};
  if (options.clusterColumn === undefined) return { interval: plan };
  const clusters = clustersOf(gold, options.clusterColumn);
  return { interval: { ...plan, clusters: goldRows.map((row) => clusters[row] ?? "") } };
}

/** Gold without a single negative or uncertain label is most often positive-only. */
function warnOfPositiveOnly(
  gold: LabelSide,
  predictions: LabelSide,
  context: CommandContext,
): void {
  const hasOthers = (side: LabelSide) => side.table.classes.some((classIndex) => 1 < classIndex);
  if (hasOthers(gold) || !hasOthers(predictions)) return;
  context.warn(
    `${gold.file} has no negative and no uncertain label; if it records positives only, use --gold-kind positive-only`,
  );
}
