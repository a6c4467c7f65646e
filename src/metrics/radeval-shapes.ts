/**
 * @file F1-CheXbert in the shapes that other packages return, so that scripts written for them go on.
 *
 * The exact shape of the classic 4-tuple's reports is unverified; ours follows the dictionary of
 * scikit-learn's classification report, which that package returns.
 */
import { InternalError } from "../base/errors.ts";
import type { Average } from "./measure.ts";
import type { FigureGroup, ScoreResult } from "./score-tables.ts";

/** One line of a classification report. */
export interface ReportLine {
  readonly precision: number;
  readonly recall: number;
  readonly "f1-score": number;
  readonly support: number;
}

/** Lines by observation, then `micro avg`, `macro avg`, `weighted avg`, `samples avg`. */
export type ClassificationReport = Readonly<Record<string, ReportLine>>;

/** accuracy, pe_accuracy, the report over 14 and the report over 5. */
export type ClassicTuple = readonly [
  accuracy: number,
  peAccuracy: readonly number[],
  report14: ClassificationReport,
  report5: ClassificationReport,
];

/** The classic four, then the share of labels that agree in each report, over 14 and over 5. */
export type RadEvalTuple = readonly [
  ...ClassicTuple,
  sampleAccuracy14: readonly number[],
  sampleAccuracy5: readonly number[],
];

/** Returns a result of the preset `f1chexbert` as the classic 4-tuple. */
export function classicTuple(result: ScoreResult): ClassicTuple {
  return [
    groupOf(result, "5", "subset").values["accuracy"] ?? Number.NaN,
    [...column(result, "exact_match_5")],
    classificationReport(result, "14"),
    classificationReport(result, "5"),
  ];
}

/** Returns a result of the preset `f1chexbert` as RadEval's 6-tuple. */
export function radEvalTuple(result: ScoreResult): RadEvalTuple {
  return [
    ...classicTuple(result),
    [...column(result, "label_accuracy_14")],
    [...column(result, "label_accuracy_5")],
  ];
}

/** Returns RadEval's keys, rounded to four digits as its default mode does. */
export function radEvalKeys(result: ScoreResult): Readonly<Record<string, number>> {
  const keys: Record<string, number> = {};
  for (const [set, name] of [
    ["5", "5"],
    ["14", "all"],
  ] as const) {
    for (const average of ["micro", "macro", "weighted"] as const) {
      keys[`f1chexbert_${name}_${average}_f1`] = groupOf(result, set, average).values["f1"] ?? 0;
    }
    const agreed = column(result, `label_accuracy_${set}`);
    keys[`f1chexbert_sample_acc_${name}`] =
      agreed.reduce((sum, value) => sum + value, 0) / agreed.length;
  }
  return Object.fromEntries(
    Object.entries(keys).map(([key, value]) => [key, Math.round(value * 1e4) / 1e4]),
  );
}

/** Returns RadEval's detailed mode: the F1 of each observation, unrounded. */
export function radEvalLabelScores(result: ScoreResult): Readonly<Record<string, number>> {
  return Object.fromEntries(
    result.perObservation
      .filter(({ block }) => block === "14")
      .map(({ group, values }) => [group, values["f1"] ?? Number.NaN]),
  );
}

function classificationReport(result: ScoreResult, block: string): ClassificationReport {
  const averages: readonly Average[] = ["micro", "macro", "weighted", "samples"];
  return Object.fromEntries([
    ...result.perObservation
      .filter((one) => one.block === block)
      .map((one) => [one.group, reportLine(one)]),
    ...averages.map((average) => [`${average} avg`, reportLine(groupOf(result, block, average))]),
  ]);
}

function reportLine({ values, counts }: FigureGroup): ReportLine {
  return {
    precision: values["precision"] ?? 0,
    recall: values["recall"] ?? 0,
    "f1-score": values["f1"] ?? 0,
    support: counts["support"] ?? 0,
  };
}

function groupOf(result: ScoreResult, block: string, average: Average): FigureGroup {
  const found = result.aggregate.find((one) => one.block === block && one.group === average);
  if (found !== undefined) return found;
  throw new InternalError(
    "METRIC_MISSING_FIGURE",
    `Expected a result of the preset f1chexbert, got ${result.convention.name}`,
  );
}

function column(result: ScoreResult, name: string): Float64Array {
  return result.perReport.values[name] ?? new Float64Array(0);
}
