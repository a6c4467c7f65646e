/**
 * @file Scores a candidate table against a reference table under a convention.
 */
import { UsageError } from "../base/errors.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { binaryCountsOf } from "./binary-measure.ts";
import { type Block, type Convention, conventionMeasure } from "./convention.ts";
import { confusionMatrix, type LabelPair } from "./joint-counts.ts";
import { applyPolicy, LEFT_OUT } from "./label-policy.ts";
import {
  type Average,
  evaluateMeasure,
  type FigurePlace,
  type Measure,
  type MeasuredPair,
  measurePair,
  type Tally,
  tallyAll,
} from "./measure.ts";
import { positiveOnlyCounts } from "./positive-only-measure.ts";
import { GIVEN_LABELS, type LabelSource, signature } from "./signature.ts";
import { intervalsOf } from "./statistics/figure-intervals.ts";
import type { Interval, IntervalMethod } from "./statistics/interval.ts";
import { clusterUnits, type ResamplingUnits, reportUnits } from "./statistics/resampling-units.ts";
import { type LabelTable, OBSERVATION_COUNT } from "./tables/label-table.ts";

/** How intervals are made. */
export interface IntervalPlan {
  /** @default "bca" */
  readonly method?: IntervalMethod;
  /** @default 2000 */
  readonly resamples?: number;
  /** @default 7 */
  readonly seed?: number;
  /** @default 0.95 */
  readonly level?: number;
  /** The patient of each report, when reports of one patient are drawn together. */
  readonly clusters?: readonly string[];
}

/** How two label tables are scored. */
export interface ScoreOptions {
  /** Makes intervals; absent means none. */
  readonly interval?: IntervalPlan;
  /** How the labels came about, for the signature. @default labels as given */
  readonly source?: LabelSource;
  /** Version of the program, for the signature. */
  readonly version: string;
}

/** Figures of one group: an average, or an observation. */
export interface FigureGroup {
  readonly block: string;
  readonly group: Average | Observation;
  /** NaN where undefined. */
  readonly values: Readonly<Record<string, number>>;
  readonly intervals?: Readonly<Record<string, Interval>>;
  /** Whole numbers behind the figures: tp, fp, fn, tn and support where the block is binary. */
  readonly counts: Readonly<Record<string, number>>;
  readonly signature: string;
}

/** What every metric of labels returns. */
export interface ScoreResult {
  readonly convention: Convention;
  readonly reportCount: number;
  /** Cells left out by a policy or by the marks of positive-only gold. */
  readonly leftOutCells: number;
  /** Averages, in the order of the convention's blocks. */
  readonly aggregate: readonly FigureGroup[];
  /** Observations, in the order of the convention's blocks. */
  readonly perObservation: readonly FigureGroup[];
  /** Confusion matrices with the reference in rows, classes in class-index order. */
  readonly confusion: Readonly<Partial<Record<Observation, readonly (readonly number[])[]>>>;
  readonly perReport: PerReport;
  /** Signature of the headline figure, or of the first group. */
  readonly signature: string;
}

export interface PerReport {
  readonly ids: readonly string[];
  /** A value per report for each column, NaN where undefined. */
  readonly values: Readonly<Record<string, Float64Array>>;
}

/** Labels with fewer reference positives than this are marked: their figures mean little. */
export const LOW_SUPPORT = 10;

/**
 * Scores matched tables: row r of both is the same report (see `matchTables`).
 *
 * @throws UsageError when the tables differ in length or lack an observation of the label set.
 */
export function scoreTables(
  reference: LabelTable,
  candidate: LabelTable,
  options: ScoreOptions & { readonly convention: Convention },
): ScoreResult {
  const { convention } = options;
  refuseMissingObservations(convention, [reference, candidate]);
  const pair = policyPair(convention, reference, candidate);
  return scorePair(pair, reference.ids, options);
}

/** Scores class indices that are already policed; the door for positive-only gold. */
export function scorePair(
  pair: LabelPair,
  ids: readonly string[],
  options: ScoreOptions & { readonly convention: Convention },
): ScoreResult {
  const { convention, interval, source = GIVEN_LABELS, version } = options;
  const measure = conventionMeasure(convention);
  const measured = measurePair(measure, pair);
  const tally = tallyAll(measure, measured);
  const point = evaluateMeasure(measure, tally);
  const plan = interval === undefined ? undefined : fillPlan(interval);
  const intervals =
    plan === undefined
      ? undefined
      : intervalsOf(measure, measured, { ...plan, point, units: unitsOf(plan, pair.reportCount) });
  const values =
    convention.interval?.report === "median" && intervals !== undefined
      ? point.map((value, figure) => intervals[figure]?.median ?? value)
      : point;
  const facts = {
    source,
    reportCount: pair.reportCount,
    ci: plan === undefined ? "none" : describePlan(plan),
    version,
  };
  const groups = groupFigures(measure.figures).map(({ block, group, figures }): FigureGroup => {
    const take = <T>(list: ArrayLike<T>) =>
      Object.fromEntries(figures.map(({ score, index }) => [score, list[index] as T]));
    return {
      block,
      group,
      values: take(values),
      ...(intervals === undefined ? {} : { intervals: take(intervals) }),
      counts: groupCounts(convention, { block, group }, tally),
      signature: signature(convention, { block, group: isAverage(group) ? group : "label" }, facts),
    };
  });
  const aggregate = groups.filter(({ group }) => isAverage(group));
  const { headline } = convention;
  const head = groups.find((one) => one.block === headline?.block && one.group === headline.group);
  return {
    convention,
    reportCount: pair.reportCount,
    leftOutCells: countLeftOut(tally),
    aggregate,
    perObservation: groups.filter(({ group }) => !isAverage(group)),
    confusion: confusions(convention, tally),
    perReport: { ids, values: reportValues(measure, measured) },
    signature: (head ?? groups[0])?.signature ?? "",
  };
}

/** Applies a convention's policies to both sides. */
export function policyPair(
  { policy }: Convention,
  reference: LabelTable,
  candidate: LabelTable,
): LabelPair {
  if (reference.ids.length !== candidate.ids.length) {
    throw new UsageError(
      "METRIC_LENGTHS_DIFFER",
      `Expected as many candidates as references, got ${candidate.ids.length} and ${reference.ids.length}`,
      { hint: "Match tables by id before scoring them" },
    );
  }
  return {
    reportCount: reference.ids.length,
    reference: applyPolicy(reference.classes, policy),
    candidate: applyPolicy(candidate.classes, policy),
  };
}

/** Fills in the defaults of an interval plan. */
export function fillPlan(
  plan: IntervalPlan,
): Required<Omit<IntervalPlan, "clusters">> & IntervalPlan {
  const { method = "bca", resamples = 2000, seed = 7, level = 0.95 } = plan;
  return { ...plan, method, resamples, seed, level };
}

export function unitsOf(plan: IntervalPlan, reportCount: number): ResamplingUnits {
  return plan.clusters === undefined ? reportUnits(reportCount) : clusterUnits(plan.clusters);
}

/** Writes a plan as the `ci` part of a signature. */
export function describePlan(plan: IntervalPlan): string {
  const { method, resamples, seed, level, clusters } = fillPlan(plan);
  const percent = level === 0.95 ? "" : `-level${level}`;
  const cluster = clusters === undefined ? "" : "-cluster:patient";
  return `${method}-${resamples}-seed${seed}${percent}${cluster}`;
}

export function isAverage(group: Average | Observation): group is Average {
  return !OBSERVATIONS.some((name) => name === group);
}

/** @throws UsageError when a table lacks an observation that the convention scores. */
export function refuseMissingObservations(
  convention: Convention,
  tables: readonly LabelTable[],
): void {
  const wanted = convention.blocks.flatMap((block) => block.labelSet.observations);
  const missing = wanted.find((name) => tables.some((table) => !table.observations.includes(name)));
  if (missing === undefined) return;
  throw new UsageError(
    "METRIC_MISSING_OBSERVATION",
    `Expected labels of "${missing}" on both sides, got a table without that column`,
    { hint: "Choose the observations both tables have with --label-set" },
  );
}

interface GroupedFigures {
  readonly block: string;
  readonly group: Average | Observation;
  readonly figures: { readonly score: string; readonly index: number }[];
}

/** Figures of one group stand next to each other. */
function groupFigures(figures: readonly FigurePlace[]): readonly GroupedFigures[] {
  const groups: GroupedFigures[] = [];
  for (const [index, { block, group, score }] of figures.entries()) {
    const last = groups.at(-1);
    if (last?.block === block && last.group === group) last.figures.push({ score, index });
    else groups.push({ block, group, figures: [{ score, index }] });
  }
  return groups;
}

function groupCounts(
  convention: Convention,
  place: { readonly block: string; readonly group: Average | Observation },
  tally: Tally,
): Readonly<Record<string, number>> {
  const block = convention.blocks.find((one) => one.name === place.block);
  if (block === undefined) return {};
  const names = isAverage(place.group) ? block.labelSet.observations : [place.group];
  const sum: Record<string, number> = {};
  for (const name of names) {
    for (const [key, count] of Object.entries(observationCounts(block, tally, name))) {
      sum[key] = (sum[key] ?? 0) + count;
    }
  }
  return sum;
}

function observationCounts(block: Block, tally: Tally, observation: Observation) {
  const index = OBSERVATIONS.indexOf(observation);
  if (block.kind === "positive-only") {
    const { foundAny, fp, tp, fn } = positiveOnlyCounts(tally, index, block.reading);
    return { tp, fp, fn, found_without_text: foundAny - tp, support: tp + fn };
  }
  if (block.kind === "binary") {
    const counts = binaryCountsOf(tally, index, block.reading);
    return { ...counts, support: counts.tp + counts.fn };
  }
  const rows = confusionMatrix(tally.counts, index).map((row) => row.reduce((a, b) => a + b, 0));
  const [blank = 0, positive = 0, negative = 0, uncertain = 0] = rows;
  return { blank, positive, negative, uncertain, support: positive + negative + uncertain };
}

function confusions(convention: Convention, tally: Tally): ScoreResult["confusion"] {
  if (convention.blocks.every((block) => block.kind === "positive-only")) return {};
  const names = new Set(convention.blocks.flatMap((block) => block.labelSet.observations));
  return Object.fromEntries(
    OBSERVATIONS.filter((name) => names.has(name)).map((name) => [
      name,
      confusionMatrix(tally.counts, OBSERVATIONS.indexOf(name)),
    ]),
  );
}

function countLeftOut(tally: Tally): number {
  const stride = tally.counts.length / OBSERVATION_COUNT;
  let sum = 0;
  for (let o = 0; o < OBSERVATION_COUNT; o++) {
    for (let k = 0; k < 4; k++) sum += tally.counts[o * stride + LEFT_OUT * 4 + k] ?? 0;
  }
  return sum;
}

function reportValues(measure: Measure, pair: MeasuredPair): PerReport["values"] {
  return Object.fromEntries(
    measure.reportColumns.map((name, s) => [
      name,
      pair.columns.subarray(s * pair.reportCount, (s + 1) * pair.reportCount),
    ]),
  );
}
