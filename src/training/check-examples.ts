/**
 * @file What a set of labeled reports looks like, and what is doubtful about it.
 */
import { fromClassIndex, LABEL_CLASSES, type LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { cleanText } from "../text/clean-text.ts";

/** A report of the set, with where it stands. */
export interface CheckedReport {
  readonly row: number;
  readonly text: string;
  readonly classIndices: Uint8Array;
}

/** How often each class of an observation occurs in a set. */
export type ClassCounts = Readonly<Record<LabelClass, number>>;

/** What a set of labeled reports holds, and what is odd about it. */
export interface SetSummary {
  readonly reports: number;
  /** Rows whose text is empty. */
  readonly emptyRows: readonly number[];
  /** Rows without any label. */
  readonly blankRows: readonly number[];
  /** Rows that repeat the text of an earlier row, with the row they repeat. */
  readonly duplicates: readonly RepeatedRow[];
  /** Duplicates whose labels differ. */
  readonly contradictions: readonly RepeatedRow[];
  /**
   * Rows where No Finding stands beside a positive or uncertain observation; devices do not count.
   */
  readonly noFindingConflicts: readonly number[];
  readonly classCounts: Readonly<Record<Observation, ClassCounts>>;
  /** Classes that no report has: a head cannot learn them. */
  readonly absentClasses: readonly (readonly [Observation, LabelClass])[];
}

/** A row whose text stands in an earlier row too. */
export interface RepeatedRow {
  readonly row: number;
  readonly firstRow: number;
}

/** Counts and compares. Texts are compared as the tokenizer sees them, in lower case. */
export function summarizeSet(reports: readonly CheckedReport[]): SetSummary {
  const firstByText = new Map<string, CheckedReport>();
  const duplicates: RepeatedRow[] = [];
  const contradictions: RepeatedRow[] = [];
  for (const report of reports) {
    const key = textKey(report.text);
    const first = firstByText.get(key);
    if (first === undefined) {
      firstByText.set(key, report);
      continue;
    }
    const repeated = { row: report.row, firstRow: first.row };
    duplicates.push(repeated);
    if (`${first.classIndices}` !== `${report.classIndices}`) contradictions.push(repeated);
  }
  const classCounts = countClasses(reports);
  const rowsWhere = (isMet: (report: CheckedReport) => boolean) =>
    reports.filter(isMet).map(({ row }) => row);
  return {
    reports: reports.length,
    emptyRows: rowsWhere(({ text }) => cleanText(text) === ""),
    blankRows: rowsWhere(({ classIndices }) => classIndices.every((index) => index === 0)),
    duplicates,
    contradictions,
    noFindingConflicts: rowsWhere(hasNoFindingConflict),
    classCounts,
    absentClasses: absentClasses(classCounts),
  };
}

/** Finds the rows of the dev set whose text the training set has too. */
export function sharedRows(
  train: readonly CheckedReport[],
  dev: readonly CheckedReport[],
): readonly RepeatedRow[] {
  const rows = new Map(train.map(({ row, text }) => [textKey(text), row]));
  return dev.flatMap(({ row, text }) => {
    const firstRow = rows.get(textKey(text));
    return firstRow === undefined ? [] : [{ row, firstRow }];
  });
}

/** Counts the reports of the dev set whose text the training set has too. */
export function sharedTexts(
  train: readonly { readonly text: string }[],
  dev: readonly { readonly text: string }[],
): number {
  const keys = new Set(train.map(({ text }) => textKey(text)));
  return dev.filter(({ text }) => keys.has(textKey(text))).length;
}

/** What makes two reports the same: everything but letter case and white space. */
export function textKey(text: string): string {
  return cleanText(text).toLowerCase();
}

function countClasses(reports: readonly CheckedReport[]): SetSummary["classCounts"] {
  const entries = OBSERVATIONS.map((observation, index) => {
    const counts: Record<LabelClass, number> = { blank: 0, positive: 0, negative: 0, uncertain: 0 };
    for (const { classIndices } of reports) {
      const labelClass = fromClassIndex(classIndices[index] ?? 0);
      if (labelClass !== undefined) counts[labelClass] += 1;
    }
    return [observation, counts] as const;
  });
  return Object.fromEntries(entries) as Record<Observation, ClassCounts>; // One per observation.
}

function absentClasses(counts: SetSummary["classCounts"]): SetSummary["absentClasses"] {
  return OBSERVATIONS.flatMap((observation) => {
    const classes = observation === "No Finding" ? LABEL_CLASSES.slice(0, 2) : LABEL_CLASSES;
    return classes
      .filter((labelClass) => counts[observation][labelClass] === 0)
      .map((labelClass) => [observation, labelClass] as const);
  });
}

function hasNoFindingConflict({ classIndices }: CheckedReport): boolean {
  const classOf = (observation: Observation) =>
    fromClassIndex(classIndices[OBSERVATIONS.indexOf(observation)] ?? 0);
  if (classOf("No Finding") !== "positive") return false;
  return OBSERVATIONS.some((observation) => {
    const isAbnormal = observation !== "No Finding" && observation !== "Support Devices";
    return isAbnormal && ["positive", "uncertain"].includes(classOf(observation) ?? "");
  });
}
