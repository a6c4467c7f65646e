/**
 * @file Results as tables of text cells: the terminal, Markdown and the page all show these.
 */
import type { ObservationAgreement } from "../metrics/agreement.ts";
import type { FigureDifference, SystemComparison } from "../metrics/compare-systems.ts";
import {
  type FigureGroup,
  isAverage,
  LOW_SUPPORT,
  type ScoreResult,
} from "../metrics/score-tables.ts";
import type { Interval } from "../metrics/statistics/interval.ts";

/** A table of text cells; the first column names the row. */
export interface ResultTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Notes under the table. */
  readonly notes: readonly string[];
}

/** Column heads of scores whose key does not read well. */
const SCORE_NAMES: Readonly<Record<string, string>> = {
  f1: "F1",
  auroc: "AUROC",
  weighted_f1: "weighted F1",
  mention_f1: "mention F1",
  blank_f1: "blank F1",
  negation_f1: "negation F1",
  uncertain_f1: "uncertain F1",
  positive_f1: "positive F1",
};

export function scoreName(score: string): string {
  return SCORE_NAMES[score] ?? score;
}

/** Tables of averages: one per set of scores, so that columns are shared. */
export function averageTables(result: ScoreResult): readonly ResultTable[] {
  return groupTables(result.aggregate, "Averages", (one) =>
    [blockTitle(one.block), one.group].join(" "),
  );
}

/** One table of observations per block; later blocks are left out when they repeat the first. */
export function observationTables(result: ScoreResult): readonly ResultTable[] {
  const blocks = [...new Set(result.perObservation.map(({ block }) => block))];
  return distinctBlocks(result, blocks).flatMap((block) => {
    const groups = result.perObservation.filter((one) => one.block === block);
    const title = blocks.length === 1 ? "Observations" : `Observations, ${blockTitle(block)}`;
    const weak = groups.filter(isWeak).map(({ group }) => group);
    return groupTables(groups, title, (one) => `${one.group}${isWeak(one) ? " *" : ""}`).map(
      (table) => ({
        ...table,
        notes: weak.length === 0 ? [] : [`* fewer than ${LOW_SUPPORT} in the reference`],
      }),
    );
  });
}

/** Tables of differences between two systems: averages, then observations by the main score. */
export function comparisonTables(
  comparison: SystemComparison,
  names: readonly [string, string],
): readonly ResultTable[] {
  const { differences, convention, mcnemar } = comparison;
  const mainScore = convention.headline?.score ?? "f1";
  const firstBlock = convention.blocks[0]?.name;
  const averages = differences.filter(({ group }) => isAverage(group));
  const observations = differences.filter(
    ({ block, group, score }) => block === firstBlock && !isAverage(group) && score === mainScore,
  );
  const values = (one: FigureDifference) => [
    formatScore(one.first),
    formatScore(one.second),
    formatSigned(one.difference),
    formatBounds(one.interval, formatSigned),
    formatP(one.pValue),
  ];
  const columns = ["", ...names, "difference", "interval", "p"];
  return [
    {
      title: `${names[0]} minus ${names[1]}`,
      columns,
      rows: averages.map((one) => [
        `${blockTitle(one.block)} ${one.group} ${scoreName(one.score)}`,
        ...values(one),
      ]),
      notes: ["p from approximate randomization, two-sided"],
    },
    {
      title: `Observations, ${scoreName(mainScore)}`,
      columns: [...columns, "p (Holm)"],
      rows: observations.map((one) => [
        one.group,
        ...values(one),
        formatP(one.holmPValue ?? Number.NaN),
      ]),
      notes: [],
    },
    {
      title: "Labels that only one system has right",
      columns: ["", ...names, "p (McNemar)", "p (Holm)"],
      rows: mcnemar.map(({ observation, onlyFirst, onlySecond, pValue, holmPValue }) => [
        observation,
        String(onlyFirst),
        String(onlySecond),
        formatP(pValue),
        formatP(holmPValue),
      ]),
      notes: [],
    },
  ].filter(({ rows }) => 0 < rows.length);
}

/** A table of agreement between labelings. */
export function agreementTable(agreement: readonly ObservationAgreement[]): ResultTable {
  return {
    title: "Agreement",
    columns: ["observation", "observed", "kappa", "AC1", "alpha"],
    rows: agreement.map(({ observation, observed, kappa, ac1, alpha }) => [
      observation,
      ...[observed, kappa, ac1, alpha].map(formatScore),
    ]),
    notes: ["kappa and alpha are undefined where all labels of an observation are of one class"],
  };
}

/** Whether an observation has too few references to mean much. */
export function isWeak({ counts }: FigureGroup): boolean {
  return (counts["support"] ?? 0) < LOW_SUPPORT;
}

/** Three digits, or a dash where there is no value. */
export function formatScore(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(3);
}

export function formatSigned(value: number): string {
  if (Number.isNaN(value)) return "–";
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;
}

export function formatBounds(
  { lower, upper }: Interval,
  format: (value: number) => string = formatScore,
): string {
  return Number.isNaN(lower) || Number.isNaN(upper) ? "–" : `${format(lower)} to ${format(upper)}`;
}

function formatP(p: number): string {
  if (Number.isNaN(p)) return "–";
  return p < 0.0001 ? "< 0.0001" : p.toFixed(4);
}

/** Blocks whose observations have other values than those of the first with the same scores. */
function distinctBlocks(result: ScoreResult, blocks: readonly string[]): readonly string[] {
  const seen: (readonly FigureGroup[])[] = [];
  return blocks.filter((block) => {
    const groups = result.perObservation.filter((one) => one.block === block);
    const repeats = seen.some((other) =>
      groups.every((one) => {
        const twin = other.find(({ group }) => group === one.group);
        return twin !== undefined && JSON.stringify(twin.values) === JSON.stringify(one.values);
      }),
    );
    if (!repeats) seen.push(groups);
    return !repeats;
  });
}

function groupTables(
  groups: readonly FigureGroup[],
  title: string,
  nameOf: (group: FigureGroup) => string,
): readonly ResultTable[] {
  const byScores = new Map<string, FigureGroup[]>();
  for (const group of groups) {
    const key = Object.keys(group.values).join(" ");
    byScores.set(key, [...(byScores.get(key) ?? []), group]);
  }
  return [...byScores.values()].map((some) => {
    const scores = Object.keys(some[0]?.values ?? {});
    return {
      title,
      columns: ["", ...scores.map(scoreName), "support"],
      rows: some.map((one) => [
        nameOf(one),
        ...scores.map((score) => formatWithInterval(one, score)),
        String(one.counts["support"] ?? ""),
      ]),
      notes: [],
    };
  });
}

function formatWithInterval({ values, intervals }: FigureGroup, score: string): string {
  const value = formatScore(values[score] ?? Number.NaN);
  const interval = intervals?.[score];
  if (interval === undefined || Number.isNaN(interval.lower) || value === "–") return value;
  return `${value} [${formatScore(interval.lower)}, ${formatScore(interval.upper)}]`;
}

/** `14` alone says little; a name with a word stays. */
function blockTitle(block: string): string {
  return /^\d+\+?$/.test(block) ? `${block} labels` : block;
}
