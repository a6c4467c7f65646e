/**
 * @file Model evidence by occlusion [Li2016]: a model labels the report again and again, each time
 * with something left out, and what it misses most carries the label.
 *
 * First clauses are left out, then single words of the clauses that count. When a report says a
 * thing twice, neither clause is missed alone; then the clauses that give the label by themselves
 * are found, and one is left out where the others are already gone.
 */
import { UsageError } from "../base/errors.ts";
import type { LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import type { LabelCallOptions, ReportLabeler } from "../labels/report-labeler.ts";
import type { ReportLabels, Span } from "../labels/report-labels.ts";
import { splitClauses } from "../text/clauses.ts";
import { type CleanText, cleanTextWithOffsets, originalSpan } from "../text/clean-text.ts";
import { makeOccludedLabels, partThatIsRead } from "./occluded-labels.ts";
import {
  byDrop,
  clauseTrials,
  type Explained,
  joinClauses,
  type Measured,
  measureTrials,
  repeatTrials,
  type Trial,
  wordTrials,
} from "./occlusion-trials.ts";

/** Words without which a label's probability falls. Offsets refer to the text that was given. */
export interface Attribution extends Span {
  readonly unit: "clause" | "word";
  /** By how much the probability of the label's class falls without these words, up to 1. */
  readonly drop: number;
  /** The class that the model gives without these words. */
  readonly classWithout: LabelClass;
  /**
   * Clauses that give the same label by themselves, and beside which these words are not missed:
   * the drop is measured with these clauses gone. Absent for words that are missed as they are.
   */
  readonly repeats?: readonly Span[];
}

/** The labels of a report, and the words that carry them. */
export interface OcclusionExplanation {
  /** The labels of the report with all its words. */
  readonly labels: ReportLabels;
  /**
   * For every observation that is not blank, clauses and words with a drop of at least 0.02, the
   * largest first. Empty where no words carry the label, as when a report has no finding because
   * it says nothing of any.
   */
  readonly attributions: Readonly<Partial<Record<Observation, readonly Attribution[]>>>;
}

/** Two points: less is the tremble of a model when anything at all is changed. */
const LEAST_DROP = 0.02;

/**
 * Runs of one kind, clauses or words. A short report gets the most; a long one gets as many as
 * make some 15,000 tokens, which BERT-base reads in seconds, but never fewer than the least.
 */
const MOST_RUNS = 96;
const LEAST_RUNS = 24;
const CHARACTERS = 60_000;

/**
 * Finds the words that carry the labels of a report, by labeling it without them.
 *
 * Labels some 20 variants of a short report and at most 350 of any, in few calls of the labeler.
 * Where there are more clauses or words, neighbors are left out together. Of a report longer than
 * the model reads, only the part that is read is looked at.
 *
 * @throws UsageError when the labeler gives no probabilities, as the rules do not.
 * @example
 * ```ts
 * await using labeler = await loadLabeler("chexbert.pth");
 * const { attributions } = await explainByOcclusion(labeler, "No edema. Possible pneumonia.");
 * attributions.Pneumonia?.[0]; // { start: 10, end: 29, unit: "clause", drop: …, … }
 * ```
 */
export async function explainByOcclusion(
  labeler: ReportLabeler,
  text: string,
  options: LabelCallOptions = {},
): Promise<OcclusionExplanation> {
  const run = (texts: readonly string[]) => labeler.label(texts, options);
  const [result] = await run([text]);
  const labels = result as ReportLabels; // A labeler returns one element per text.
  const observations = OBSERVATIONS.filter((name) => labels[name].class !== "blank");
  if (observations.some((name) => labels[name].probabilities === undefined)) throw needsModel();
  const clean = cleanTextWithOffsets(text);
  const read = labels.truncated ? await partThatIsRead(clean.text, run) : clean.text;
  const most = Math.min(MOST_RUNS, Math.max(LEAST_RUNS, Math.floor(CHARACTERS / read.length)));
  const clauses = joinClauses(splitClauses(read), most);
  if (clauses.length === 0 || observations.length === 0) return { labels, attributions: {} };

  const occluded = makeOccludedLabels(read, run);
  const measure = async (trials: readonly Trial[]): Promise<readonly Measured[]> =>
    (await measureTrials(trials, occluded)).filter(({ drop }) => LEAST_DROP <= drop);
  const explained = observations.map((name): Explained => ({ name, class: labels[name].class }));
  const single = await measure(clauseTrials(explained, clauses));
  const unmissed = explained.filter(
    (of) => !single.some((one) => one.of === of && one.classWithout !== of.class),
  );
  const repeated = await measure(await repeatTrials(unmissed, clauses, occluded));
  const byClause = [...repeated, ...single];
  const all = [...byClause, ...(await measure(wordTrials(explained, byClause, most)))];

  const entries = explained.map((of) => {
    const found = all.filter((one) => one.of === of).toSorted(byDrop);
    return [of.name, found.filter(isFirstOfItsWords).map((one) => attribution(one, clean))];
  });
  return { labels, attributions: Object.fromEntries(entries) };
}

/** Words that are measured with and without their repeats stand once, with the larger drop. */
function isFirstOfItsWords(one: Measured, index: number, sorted: readonly Measured[]): boolean {
  return !sorted
    .slice(0, index)
    .some(({ unit, span }) => unit === one.unit && span.start === one.span.start);
}

function attribution(measured: Measured, clean: CleanText): Attribution {
  const { unit, span, drop, classWithout, repeats } = measured;
  return {
    ...originalSpan(clean, span),
    unit,
    drop,
    classWithout,
    ...(0 < repeats.length && { repeats: repeats.map((one) => originalSpan(clean, one)) }),
  };
}

function needsModel(): UsageError {
  return new UsageError(
    "OCCLUSION_NEEDS_MODEL",
    "Expected a labeler that gives probabilities, got one that gives none",
    { hint: "Use loadLabeler with a checkpoint; the rules give evidence with their labels" },
  );
}
