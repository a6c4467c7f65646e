/**
 * @file What the probabilities of a labeler are worth against gold classes.
 *
 * Letters: R reports, O observations, C = 4 classes.
 */
import { OBSERVATIONS, type Observation } from "../../labels/observations.ts";
import { READINGS, type ReadingName, readingMask } from "../reading.ts";
import { type LabelTable, OBSERVATION_COUNT } from "../tables/label-table.ts";
import { auroc } from "./auroc.ts";
import {
  brierScore,
  expectedCalibrationError,
  type ReliabilityBin,
  reliabilityBins,
} from "./calibration.ts";
import { auprc } from "./precision-recall-curve.ts";
import { readingProbability } from "./reading-probability.ts";
import {
  areaUnderRiskCoverage,
  type RiskCoveragePoint,
  riskCoverageCurve,
} from "./risk-coverage.ts";

/** Figures of one observation under one reading. */
export interface ReadingScores {
  readonly auroc: number;
  readonly auprc: number;
  readonly brier: number;
}

export interface ProbabilityScores {
  readonly observations: Readonly<
    Partial<Record<Observation, Readonly<Partial<Record<ReadingName, ReadingScores>>>>>
  >;
  /** Over all labels that have probabilities: the confidence is that of the predicted class. */
  readonly labelCount: number;
  readonly expectedCalibrationError: number;
  readonly reliability: readonly ReliabilityBin[];
  readonly riskCoverage: readonly RiskCoveragePoint[];
  readonly areaUnderRiskCoverage: number;
}

/** Scores class probabilities, [R, O, C]; cells without probabilities are NaN and left out. */
export function probabilityScores(
  reference: LabelTable,
  candidate: LabelTable,
  probabilities: Float64Array,
): ProbabilityScores {
  const confidences: number[] = [];
  const isCorrect: boolean[] = [];
  const observations: Partial<Record<Observation, Partial<Record<ReadingName, ReadingScores>>>> =
    {};
  for (const [column, observation] of OBSERVATIONS.entries()) {
    const rows: { readonly shares: readonly number[]; readonly gold: number }[] = [];
    for (let row = 0; row < reference.ids.length; row++) {
      const cell = row * OBSERVATION_COUNT + column;
      const shares = [...probabilities.subarray(cell * 4, cell * 4 + 4)];
      if (shares.some(Number.isNaN)) continue;
      const gold = reference.classes[cell] ?? 0;
      const given = candidate.classes[cell] ?? 0;
      rows.push({ shares, gold });
      confidences.push(shares[given] ?? 0);
      isCorrect.push(gold === given);
    }
    if (rows.length === 0) continue;
    const scores = (name: ReadingName): ReadingScores => {
      const isPositive = rows.map(({ gold }) => ((readingMask(READINGS[name]) >> gold) & 1) === 1);
      const shares = rows.map((one) => readingProbability(one.shares, READINGS[name]));
      return {
        auroc: auroc(shares, isPositive),
        auprc: isPositive.includes(true) ? auprc(shares, isPositive) : Number.NaN,
        brier: brierScore(shares, isPositive),
      };
    };
    observations[observation] = { pos: scores("pos"), "pos+unc": scores("pos+unc") };
  }
  const riskCoverage = riskCoverageCurve(confidences, isCorrect);
  return {
    observations,
    labelCount: confidences.length,
    expectedCalibrationError: expectedCalibrationError(confidences, isCorrect),
    reliability: reliabilityBins(confidences, isCorrect),
    riskCoverage,
    areaUnderRiskCoverage: areaUnderRiskCoverage(riskCoverage),
  };
}
