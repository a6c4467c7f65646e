/**
 * @file Two systems against the same references: differences, their intervals and p values.
 *
 * The bootstrap draws the same reports for both systems; the p value is that of approximate
 * randomization, and the observations' p values are corrected after Holm.
 */
import { UsageError } from "../base/errors.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { type Convention, conventionMeasure } from "./convention.ts";
import { LEFT_OUT } from "./label-policy.ts";
import { type Average, evaluateMeasure, measurePair, tallyAll } from "./measure.ts";
import {
  fillPlan,
  type IntervalPlan,
  isAverage,
  policyPair,
  refuseMissingObservations,
  unitsOf,
} from "./score-tables.ts";
import { approximateRandomization } from "./statistics/approximate-randomization.ts";
import { bootstrapReplicates, figureColumn, jackknifeValues } from "./statistics/bootstrap.ts";
import { intervalsFromRows } from "./statistics/figure-intervals.ts";
import { holm } from "./statistics/holm.ts";
import type { Interval } from "./statistics/interval.ts";
import { mcnemarExact } from "./statistics/mcnemar.ts";
import type { LabelTable } from "./tables/label-table.ts";

/** Two systems on one figure. */
export interface FigureDifference {
  readonly block: string;
  readonly group: Average | Observation;
  readonly score: string;
  readonly first: number;
  readonly second: number;
  /** First minus second. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, from approximate randomization; NaN where a system has no value. */
  readonly pValue: number;
  /** p value after Holm over the observations of the block with this score; absent for averages. */
  readonly holmPValue?: number;
  /** Share of replicates in which the difference is 0 or less; 1 when no difference is above 0. */
  readonly oneSidedPValue: number;
}

/** Reports that only one of the systems labels as the reference does. */
export interface McNemarResult {
  readonly observation: Observation;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly pValue: number;
  readonly holmPValue: number;
}

/** The differences between two systems on the same references. */
export interface SystemComparison {
  readonly convention: Convention;
  readonly reportCount: number;
  readonly differences: readonly FigureDifference[];
  readonly mcnemar: readonly McNemarResult[];
}

/** How systems are compared. */
export interface CompareOptions {
  readonly convention: Convention;
  readonly interval?: IntervalPlan;
  /** Rounds of the randomization test. @default 10000 */
  readonly rounds?: number;
}

/** Compares two candidate tables with one reference table; rows of all three are the same reports. */
export function compareSystems(
  reference: LabelTable,
  systems: readonly [LabelTable, LabelTable],
  { convention, interval = {}, rounds = 10_000 }: CompareOptions,
): SystemComparison {
  if (convention.blocks.some((block) => block.kind === "positive-only")) {
    throw new UsageError(
      "METRIC_POSITIVE_ONLY_GOLD",
      "Expected four-class gold for a comparison, got positive-only gold",
    );
  }
  refuseMissingObservations(convention, [reference, ...systems]);
  const plan = fillPlan(interval);
  const measure = conventionMeasure(convention);
  const [pairA, pairB] = [
    policyPair(convention, reference, systems[0]),
    policyPair(convention, reference, systems[1]),
  ];
  const measured = [measurePair(measure, pairA), measurePair(measure, pairB)] as const;
  const units = unitsOf(plan, reference.ids.length);
  const [first, second] = [
    evaluateMeasure(measure, tallyAll(measure, measured[0])),
    evaluateMeasure(measure, tallyAll(measure, measured[1])),
  ];
  const replicates = subtract(bootstrapReplicates(measure, measured, { ...plan, units }));
  const jackknife =
    plan.method === "bca"
      ? subtract(measured.map((pair) => jackknifeValues(measure, pair, units)))
      : undefined;
  const point = first.map((value, figure) => value - (second[figure] ?? Number.NaN));
  const intervals = intervalsFromRows(replicates, jackknife, { ...plan, point });
  const pValues = approximateRandomization(measure, measured, { rounds, seed: plan.seed, units });
  const differences = measure.figures.map((place, figure): FigureDifference => {
    const column = figureColumn(replicates, figure, point.length);
    return {
      ...place,
      first: first[figure] ?? Number.NaN,
      second: second[figure] ?? Number.NaN,
      difference: point[figure] ?? Number.NaN,
      interval: intervals[figure] as Interval, // intervalsFromRows gives one per figure
      pValue: pValues[figure] ?? Number.NaN,
      oneSidedPValue: oneSided(column),
    };
  });
  return {
    convention,
    reportCount: reference.ids.length,
    differences: withHolm(differences),
    mcnemar: mcnemarTests(convention, reference, systems),
  };
}

function subtract(rows: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(0), second = new Float64Array(0)] = rows;
  return first.map((value, index) => value - (second[index] ?? Number.NaN));
}

function oneSided(differences: Float64Array): number {
  const defined = differences.filter((value) => !Number.isNaN(value));
  return defined.filter((value) => value <= 0).length / defined.length;
}

/** Corrects over the observations, separately for each block and score. */
function withHolm(differences: readonly FigureDifference[]): readonly FigureDifference[] {
  const families = new Map<string, FigureDifference[]>();
  for (const one of differences) {
    if (isAverage(one.group)) continue;
    const key = `${one.block} ${one.score}`;
    families.set(key, [...(families.get(key) ?? []), one]);
  }
  const corrected = new Map<FigureDifference, number>();
  for (const family of families.values()) {
    const adjusted = holm(family.map(({ pValue }) => pValue));
    for (const [index, one] of family.entries()) corrected.set(one, adjusted[index] ?? Number.NaN);
  }
  return differences.map((one) => {
    const holmPValue = corrected.get(one);
    return holmPValue === undefined ? one : { ...one, holmPValue };
  });
}

/** A label is right when its class, after the policies, is that of the reference. */
function mcnemarTests(
  convention: Convention,
  reference: LabelTable,
  systems: readonly [LabelTable, LabelTable],
): readonly McNemarResult[] {
  const names = reference.observations.filter((name) =>
    convention.blocks.some((block) => block.labelSet.observations.includes(name)),
  );
  const [a, b] = systems.map((system) => policyPair(convention, reference, system));
  const counted = names.map((observation) => {
    let [onlyFirst, onlySecond] = [0, 0];
    for (let row = 0; row < reference.ids.length; row++) {
      const cell = row * OBSERVATIONS.length + OBSERVATIONS.indexOf(observation);
      const gold = a?.reference[cell];
      if (gold === LEFT_OUT) continue;
      const firstRight = a?.candidate[cell] === gold;
      const secondRight = b?.candidate[cell] === gold;
      if (firstRight && !secondRight) onlyFirst += 1;
      if (secondRight && !firstRight) onlySecond += 1;
    }
    return { observation, onlyFirst, onlySecond, pValue: mcnemarExact(onlyFirst, onlySecond) };
  });
  const adjusted = holm(counted.map(({ pValue }) => pValue));
  return counted.map((one, index) => ({ ...one, holmPValue: adjusted[index] ?? Number.NaN }));
}
