/**
 * @file What `evaluate --json` and `score --json` print, and what `serve` replies: the published
 * schema and the way from a result to it. Undefined values are `null`.
 */
import { z } from "zod";
import { LABEL_CLASSES } from "../../labels/label-class.ts";
import type { ProbabilityScores } from "../../metrics/probabilities/probability-scores.ts";
import { classicTuple, radEvalKeys } from "../../metrics/radeval-shapes.ts";
import { type FigureGroup, LOW_SUPPORT, type ScoreResult } from "../../metrics/score-tables.ts";
import {
  meanSimilarity,
  SIMILARITY_DIRECTION,
} from "../../metrics/similarity/embedding-similarity.ts";
import type { Interval } from "../../metrics/statistics/interval.ts";

const figure = z.number().nullable().describe("null where the value is undefined");

export const intervalSchema = z.strictObject({
  lower: figure,
  upper: figure,
  median: figure,
  method: z.enum(["percentile", "bca", "paper"]),
  undefined_replicates: z.int(),
});

const group = z
  .object({
    support: z.int().optional().describe("positives, or non-blank labels, of the reference"),
    low_support: z.boolean().optional(),
    counts: z.record(z.string(), z.number()),
    intervals: z.record(z.string(), intervalSchema).optional(),
    confusion: z.array(z.array(z.int())).optional().describe("gold in rows, classes in order"),
    signature: z.string(),
  })
  .catchall(figure)
  .describe("scores by name beside what is listed");

const probabilities = z.strictObject({
  labels: z.int(),
  expected_calibration_error: figure,
  area_under_risk_coverage: figure,
  reliability: z.array(
    z.strictObject({
      lower: z.number(),
      upper: z.number(),
      count: z.int(),
      mean_confidence: figure,
      share_correct: figure,
    }),
  ),
  observations: z.record(
    z.string(),
    z.record(z.string(), z.strictObject({ auroc: figure, auprc: figure, brier: figure })),
  ),
});

/** Counts of what happened to rows before anything was scored. */
const rows = z.strictObject({
  unmatched_reference: z.int(),
  unmatched_candidate: z.int(),
  duplicate_rows: z.int(),
  no_finding_cells: z.int().describe("No Finding cells that said 0 or -1"),
  empty_references: z.int().optional(),
  empty_candidates: z.int().optional(),
  excluded_reports: z.int().optional(),
});

export const scoreDocumentSchema = z.strictObject({
  kind: z.literal("score"),
  version: z.string(),
  preset: z.string(),
  gold_kind: z.enum(["four-class", "positive-only"]),
  n: z.int().describe("reports scored"),
  signature: z.string().describe("of the main figure"),
  policies: z.strictObject({
    uncertain: z.union([z.string(), z.record(z.string(), z.string())]),
    blank: z.string(),
    unmatched: z.string(),
    duplicates: z.string(),
    no_finding: z.string(),
  }),
  rows,
  left_out_cells: z.int(),
  classes: z.array(z.string()).describe("order of the rows and columns of confusion matrices"),
  mean: group.optional().describe("means over observations, where the convention has them"),
  accuracy: figure.optional().describe("f1chexbert: share of reports whose five labels all agree"),
  pe_accuracy: z.array(z.number()).optional(),
  radeval: z.record(z.string(), figure).optional().describe("RadEval's keys"),
  observations: z.record(z.string(), group).describe("of the first label set"),
  label_sets: z.record(
    z.string(),
    z.object({ observations: z.record(z.string(), group).optional() }).catchall(group),
  ),
  probabilities: probabilities.optional(),
  semb: z
    .strictObject({ mean: z.number(), direction: z.string(), values: z.array(z.number()) })
    .optional()
    .describe("s_emb: mean over pairs, and each pair in the order of the references"),
  reports: z.array(z.object({ id: z.string() }).catchall(figure)).optional(),
});

type Group = z.infer<typeof group>;

export type ScoreDocument = z.infer<typeof scoreDocumentSchema>;

/** What a result does not know of itself. */
export interface DocumentFacts {
  readonly version: string;
  readonly goldKind: ScoreDocument["gold_kind"];
  readonly policies: Pick<ScoreDocument["policies"], "unmatched" | "duplicates" | "no_finding">;
  readonly rows: ScoreDocument["rows"];
  readonly probabilities?: ProbabilityScores;
  readonly perReport?: boolean;
  /** s_emb of every pair. */
  readonly similarities?: readonly number[];
}

/** Builds the document of a result. */
export function scoreDocument(result: ScoreResult, facts: DocumentFacts): ScoreDocument {
  const { convention } = result;
  const isF1Chexbert = convention.name === "f1chexbert";
  const [accuracy, peAccuracy] = isF1Chexbert ? classicTuple(result) : [];
  const mean = result.aggregate.find((one) => one.group === "mean");
  const first = convention.blocks[0]?.name ?? "";
  return {
    kind: "score",
    version: facts.version,
    preset: convention.name,
    gold_kind: facts.goldKind,
    n: result.reportCount,
    signature: result.signature,
    policies: {
      uncertain: convention.policy.uncertain as ScoreDocument["policies"]["uncertain"],
      blank: convention.policy.blank,
      ...facts.policies,
    },
    rows: facts.rows,
    left_out_cells: result.leftOutCells,
    classes: [...LABEL_CLASSES],
    ...(mean === undefined ? {} : { mean: groupDocument(mean) }),
    ...(accuracy === undefined || peAccuracy === undefined
      ? {}
      : { accuracy: orNull(accuracy), pe_accuracy: [...peAccuracy] }),
    ...(isF1Chexbert ? { radeval: numbers(radEvalKeys(result)) } : {}),
    observations: observationDocuments(result, first),
    label_sets: Object.fromEntries(
      convention.blocks.map(({ name }) => [name, labelSetDocument(result, name, name === first)]),
    ),
    ...(facts.probabilities === undefined
      ? {}
      : { probabilities: probabilityDocument(facts.probabilities) }),
    ...(facts.similarities === undefined
      ? {}
      : {
          semb: {
            mean: meanSimilarity(facts.similarities),
            direction: SIMILARITY_DIRECTION,
            values: [...facts.similarities],
          },
        }),
    ...(facts.perReport === true ? { reports: reportDocuments(result) } : {}),
  };
}

function labelSetDocument(
  result: ScoreResult,
  block: string,
  isFirst: boolean,
): ScoreDocument["label_sets"][string] {
  const averages = result.aggregate
    .filter((one) => one.block === block)
    .map((one) => [one.group, groupDocument(one)] as const);
  const observations = isFirst ? {} : observationDocuments(result, block);
  return {
    ...Object.fromEntries(averages),
    ...(Object.keys(observations).length === 0 ? {} : { observations }),
  } as ScoreDocument["label_sets"][string]; // an average is never called observations
}

function observationDocuments(result: ScoreResult, block: string): Readonly<Record<string, Group>> {
  return Object.fromEntries(
    result.perObservation
      .filter((one) => one.block === block)
      .map((one) => {
        const confusion = result.confusion[one.group as keyof ScoreResult["confusion"]];
        return [
          one.group,
          {
            ...groupDocument(one),
            low_support: (one.counts["support"] ?? 0) < LOW_SUPPORT,
            ...(confusion === undefined ? {} : { confusion: confusion.map((row) => [...row]) }),
          } as Group, // scores have other names than the listed fields
        ];
      }),
  );
}

function groupDocument({ values, counts, intervals, signature }: FigureGroup): Group {
  const support = counts["support"];
  return {
    ...numbers(values),
    ...(support === undefined ? {} : { support }),
    counts: { ...counts },
    ...(intervals === undefined
      ? {}
      : {
          intervals: Object.fromEntries(
            Object.entries(intervals).map(([score, one]) => [score, intervalDocument(one)]),
          ),
        }),
    signature,
  } as Group; // scores have other names than the listed fields
}

export function intervalDocument(one: Interval) {
  return {
    lower: orNull(one.lower),
    upper: orNull(one.upper),
    median: orNull(one.median),
    method: one.method,
    undefined_replicates: one.undefinedReplicates,
  };
}

function probabilityDocument(scores: ProbabilityScores) {
  return {
    labels: scores.labelCount,
    expected_calibration_error: orNull(scores.expectedCalibrationError),
    area_under_risk_coverage: orNull(scores.areaUnderRiskCoverage),
    reliability: scores.reliability.map((bin) => ({
      lower: bin.lower,
      upper: bin.upper,
      count: bin.count,
      mean_confidence: orNull(bin.meanConfidence),
      share_correct: orNull(bin.shareCorrect),
    })),
    observations: Object.fromEntries(
      Object.entries(scores.observations).map(([name, byReading]) => [
        name,
        Object.fromEntries(
          Object.entries(byReading).map(([reading, { auroc, auprc, brier }]) => [
            reading,
            { auroc: orNull(auroc), auprc: orNull(auprc), brier: orNull(brier) },
          ]),
        ),
      ]),
    ),
  };
}

function reportDocuments({ perReport }: ScoreResult) {
  return perReport.ids.map((id, row) => ({
    ...Object.fromEntries(
      Object.entries(perReport.values).map(([name, values]) => [
        name,
        orNull(values[row] ?? Number.NaN),
      ]),
    ),
    id,
  })) as ScoreDocument["reports"]; // no column of a measure is called id
}

function numbers(values: Readonly<Record<string, number>>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, orNull(value)]));
}

export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
