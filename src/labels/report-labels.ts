/**
 * @file What a labeler says about one report.
 */
import type { LabelClass } from "./label-class.ts";
import type { Observation } from "./observations.ts";

/** A half-open range of UTF-16 offsets: `text.slice(span.start, span.end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words that support a label: rules only. Offsets refer to the text that was given. */
export interface Evidence {
  /** The words that name the observation. */
  readonly mention: Span;
  /** The words that negate, hedge or confirm the mention; absent for a plain assertion. */
  readonly cue?: Span;
  /** The class this mention alone argues for. */
  readonly class: LabelClass;
  /** The rule that decided, for example `negation.direct`. */
  readonly ruleId: string;
  /** Canonical name of the section that holds the mention; absent outside of headed sections. */
  readonly section?: string;
}

/** The label of one observation, with what the labeler knows about it. */
export interface ObservationLabel {
  readonly class: LabelClass;
  /** Probability of each class, from a model; No Finding has no negative and no uncertain. */
  readonly probabilities?: Readonly<Partial<Record<LabelClass, number>>>;
  /** Output of the observation's head before softmax, in class-index order; from a model. */
  readonly logits?: readonly number[];
  /** Every mention in the order of the text, from the rules. */
  readonly evidence?: readonly Evidence[];
  /** What each of the two said alone, where rules ran beside a model. */
  readonly votes?: Votes;
}

/** The classes that a model and the rules give on their own; where they differ, look twice. */
export interface Votes {
  readonly model: LabelClass;
  readonly rules: LabelClass;
}

/** Facts about a report that belong to no single observation. */
export interface ReportFacts {
  /** The report has no text after cleaning. */
  readonly empty: boolean;
  /** The report is longer than the model reads, and its rest was left out. */
  readonly truncated: boolean;
  /** The hidden state at `[CLS]`, [H]; from a model, when asked for. */
  readonly vector?: Float32Array;
  /** Labels of observations that a user's lexicon adds to the 14. */
  readonly extra: Readonly<Record<string, ObservationLabel>>;
}

/** The 14 labels of a report, keyed by observation, and the facts about the report. */
export type ReportLabels = Readonly<Record<Observation, ObservationLabel>> & ReportFacts;
