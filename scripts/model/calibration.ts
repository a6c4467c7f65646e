/**
 * @file Temperatures for the 14 heads [Guo2017], the vote of the rules beside the model, and how
 * far probabilities are from frequencies.
 *
 * A head with few mentions in the dev set would be fitted to a handful of reports, so its
 * temperature is drawn towards the one that fits all heads together.
 */
import { OBSERVATIONS, type Observation } from "../../src/labels/observations.ts";
import { expectedCalibrationError } from "../../src/metrics/probabilities/calibration.ts";
import {
  fitTemperature,
  negativeLogLikelihood,
  softmax,
} from "../../src/metrics/probabilities/temperature.ts";

/** What a head said about each dev report, and what is true. */
export interface HeadOutputs {
  /** [R, C] */
  readonly logits: readonly (readonly number[])[];
  /** Gold class indices, [R]. */
  readonly gold: readonly number[];
}

/** {@link HeadOutputs} and what the rules say. */
export interface OutputsBesideRules extends HeadOutputs {
  /** Class indices of the rules, [R]. */
  readonly ruled: readonly number[];
}

export type OutputsByHead = Readonly<Record<Observation, HeadOutputs>>;
export type Temperatures = Readonly<Record<Observation, number>>;

/** How honest the probabilities of the top classes are. */
export interface CalibrationScores {
  /** Expected calibration error of all cells together. */
  readonly pooledError: number;
  /** Mean over heads of each head's own expected calibration error. */
  readonly meanErrorOverHeads: number;
  readonly negativeLogLikelihood: number;
}

const BIN_COUNT = 15;

/** Mentions at which a head's own temperature weighs as much as the common one. */
const PRIOR_MENTIONS = 30;

/** A head that has no mistake would fit the bound of the search; no head moves this far. */
const LARGEST_FACTOR = 4;

/** Fits one temperature per head: a mean of its own and the common one, on a logarithmic scale. */
export function fitTemperatures(outputs: OutputsByHead): Temperatures {
  const all = OBSERVATIONS.map((observation) => outputs[observation]);
  const common = Math.log(
    fitTemperature(
      all.flatMap(({ logits }) => logits),
      all.flatMap(({ gold }) => gold),
    ),
  );
  const bound = Math.log(LARGEST_FACTOR);
  return byObservation((observation) => {
    const { logits, gold } = outputs[observation];
    const mentions = gold.filter((classIndex) => classIndex !== 0).length;
    const share = mentions / (mentions + PRIOR_MENTIONS);
    if (share === 0) return Math.exp(common);
    const distance = Math.log(fitTemperature(logits, gold)) - common;
    return Math.exp(common + share * Math.min(bound, Math.max(-bound, distance)));
  });
}

/** Votes that are tried: log-odds from none to the certainty of a careful reader. */
const VOTES: readonly number[] = Array.from({ length: 61 }, (_, i) => i / 10);

/**
 * Finds the log-odds that the class of the rules should gain: those that make the true classes
 * most likely, over all heads.
 */
export function fitRuleVote(
  outputs: Readonly<Record<Observation, OutputsBesideRules>>,
  temperatures: Temperatures,
): number {
  const losses = VOTES.map((vote) => {
    const voted = byObservation((observation) =>
      withVote(outputs[observation], vote, temperatures[observation]),
    );
    return calibrationScores(voted).negativeLogLikelihood;
  });
  return VOTES[losses.indexOf(Math.min(...losses))] ?? 0;
}

/** Logits after temperature and vote. */
export function withVote(
  { logits, gold, ruled }: OutputsBesideRules,
  vote: number,
  temperature: number,
): HeadOutputs {
  const raised = logits.map((row, i) =>
    row.map((logit, classIndex) => logit / temperature + (classIndex === ruled[i] ? vote : 0)),
  );
  return { logits: raised, gold };
}

/** Scores the probabilities of logits divided by temperatures; without any, as they are. */
export function calibrationScores(
  outputs: OutputsByHead,
  temperatures: Temperatures = byObservation(() => 1),
): CalibrationScores {
  const heads = OBSERVATIONS.map((observation) => {
    const { logits, gold } = outputs[observation];
    const probabilities = logits.map((row) => softmax(row, temperatures[observation]));
    const confidences = probabilities.map((row) => Math.max(...row));
    return {
      confidences,
      isCorrect: probabilities.map((row, i) => row[gold[i] ?? 0] === confidences[i]),
      loss: negativeLogLikelihood(logits, gold, temperatures[observation]),
    };
  });
  return {
    pooledError: expectedCalibrationError(
      heads.flatMap(({ confidences }) => confidences),
      heads.flatMap(({ isCorrect }) => isCorrect),
      BIN_COUNT,
    ),
    meanErrorOverHeads: mean(
      heads.map((head) => expectedCalibrationError(head.confidences, head.isCorrect, BIN_COUNT)),
    ),
    negativeLogLikelihood: mean(heads.map(({ loss }) => loss)),
  };
}

/** Makes a record with a value for each observation. */
export function byObservation<T>(make: (observation: Observation) => T): Record<Observation, T> {
  const entries = OBSERVATIONS.map((observation) => [observation, make(observation)] as const);
  return Object.fromEntries(entries) as Record<Observation, T>; // All of OBSERVATIONS.
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
