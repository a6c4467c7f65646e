/**
 * @file How diverse a set of reports is, in numbers only: no word of a report leaves this file.
 */
import type { LabelClass } from "../../src/labels/label-class.ts";
import { LABEL_CLASSES } from "../../src/labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../../src/labels/observations.ts";

export interface LabeledText {
  readonly text: string;
  /** Missing when the table has no label columns. */
  readonly labels?: Readonly<Record<Observation, LabelClass>>;
}

export interface DiversityStatistics {
  readonly reportCount: number;
  readonly wordCount: number;
  readonly vocabularySize: number;
  /** Words that occur in one report only, as a share of the vocabulary. */
  readonly rareWordShare: number;
  /** Distinct n-grams for each 1,000 reports, n from 1 to 4. */
  readonly distinctPer1000Reports: readonly number[];
  /** Distinct share of the n-grams of a sample of equal word count. */
  readonly distinctShareOfSample: readonly number[];
  /** Words of a report at these quantiles. */
  readonly lengthQuantiles: Readonly<Record<string, number>>;
  readonly duplicateShare: number;
  /** Share of reports in each class. */
  readonly classShares?: Readonly<Record<Observation, Readonly<Record<LabelClass, number>>>>;
}

const MAX_N = 4;
const REPORTS_PER_GROUP = 1000;
const QUANTILES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1] as const;

/** n-gram shares depend on the amount of text, so every set is cut to this many words for them. */
const SAMPLE_WORDS = 20_000;

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
}

export function diversityOf(reports: readonly LabeledText[]): DiversityStatistics {
  const words = reports.map(({ text }) => wordsOf(text));
  const reportsWithWord = new Map<string, number>();
  for (const each of words.flatMap((report) => [...new Set(report)])) {
    reportsWithWord.set(each, (reportsWithWord.get(each) ?? 0) + 1);
  }
  const rare = [...reportsWithWord.values()].filter((count) => count === 1).length;
  const orders = Array.from({ length: MAX_N }, (_, i) => i + 1);
  const classShares = shareOfClasses(reports);
  return {
    reportCount: reports.length,
    wordCount: words.reduce((sum, { length }) => sum + length, 0),
    vocabularySize: reportsWithWord.size,
    rareWordShare: rare / Math.max(1, reportsWithWord.size),
    distinctPer1000Reports: orders.map((n) => meanDistinct(words, n)),
    distinctShareOfSample: orders.map((n) => sampleShare(words, n)),
    lengthQuantiles: quantiles(words.map(({ length }) => length)),
    duplicateShare: 1 - new Set(reports.map(({ text }) => text)).size / Math.max(1, reports.length),
    ...(classShares !== undefined && { classShares }),
  };
}

function meanDistinct(words: readonly (readonly string[])[], n: number): number {
  const groups = Math.max(1, Math.floor(words.length / REPORTS_PER_GROUP));
  let total = 0;
  for (let group = 0; group < groups; group += 1) {
    total += distinct(
      words.slice(group * REPORTS_PER_GROUP, (group + 1) * REPORTS_PER_GROUP),
      n,
    ).size;
  }
  return total / groups;
}

function sampleShare(words: readonly (readonly string[])[], n: number): number {
  const sample: (readonly string[])[] = [];
  let count = 0;
  for (const report of words) {
    if (SAMPLE_WORDS <= count) break;
    sample.push(report);
    count += report.length;
  }
  const grams = sample.reduce((sum, { length }) => sum + Math.max(0, length - n + 1), 0);
  return distinct(sample, n).size / Math.max(1, grams);
}

function distinct(words: readonly (readonly string[])[], n: number): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const report of words) {
    for (let i = 0; i + n <= report.length; i += 1) grams.add(report.slice(i, i + n).join(" "));
  }
  return grams;
}

function quantiles(lengths: readonly number[]): Readonly<Record<string, number>> {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? 0;
  return Object.fromEntries(QUANTILES.map((q) => [`${q * 100} %`, at(q)]));
}

function shareOfClasses(reports: readonly LabeledText[]): DiversityStatistics["classShares"] {
  if (reports.some(({ labels }) => labels === undefined)) return undefined;
  const share = (observation: Observation, labelClass: LabelClass) =>
    reports.filter(({ labels }) => labels?.[observation] === labelClass).length /
    Math.max(1, reports.length);
  return Object.fromEntries(
    OBSERVATIONS.map((observation) => [
      observation,
      Object.fromEntries(
        LABEL_CLASSES.map((labelClass) => [labelClass, share(observation, labelClass)]),
      ),
    ]),
  ) as DiversityStatistics["classShares"]; // built from the two closed lists
}
