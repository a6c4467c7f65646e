/**
 * @file `chexbert/metrics`: scores, intervals, tests and agreement as pure functions of labels.
 */
export {
  type Agreement,
  confusionOf,
  krippendorffAlpha,
  type ObservationAgreement,
  pairAgreement,
  tableAgreement,
} from "./agreement.ts";
export {
  type BinaryCounts,
  type BinaryScores,
  binaryScores,
  type ZeroDivision,
} from "./binary-counts.ts";
export {
  type CompareOptions,
  compareSystems,
  type FigureDifference,
  type McNemarResult,
  type SystemComparison,
} from "./compare-systems.ts";
export {
  type ConventionParts,
  composeConvention,
  positiveOnlyConvention,
} from "./compose-convention.ts";
export type { Block, Convention } from "./convention.ts";
export type { BlankPolicy, LabelPolicy, UncertainPolicy } from "./label-policy.ts";
export {
  LABEL_SET_5,
  LABEL_SET_13,
  LABEL_SET_14,
  type LabelSet,
  parseLabelSet,
} from "./label-set.ts";
export type { Average } from "./measure.ts";
export { type GoldMarks, type PositiveOnlyGold, scorePositiveOnly } from "./positive-only-gold.ts";
export { PRESET_NAMES, type Preset, type PresetName, parsePreset, preset } from "./presets.ts";
export { auroc } from "./probabilities/auroc.ts";
export {
  brierScore,
  expectedCalibrationError,
  type ReliabilityBin,
  reliabilityBins,
} from "./probabilities/calibration.ts";
export {
  auprc,
  bestThreshold,
  precisionRecallCurve,
} from "./probabilities/precision-recall-curve.ts";
export { readingProbability } from "./probabilities/reading-probability.ts";
export { areaUnderRiskCoverage, riskCoverageCurve } from "./probabilities/risk-coverage.ts";
export { fitTemperature, negativeLogLikelihood, softmax } from "./probabilities/temperature.ts";
export {
  type ClassicTuple,
  type ClassificationReport,
  classicTuple,
  type RadEvalTuple,
  radEvalKeys,
  radEvalLabelScores,
  radEvalTuple,
} from "./radeval-shapes.ts";
export { parseReading, READINGS, type Reading } from "./reading.ts";
export {
  type FigureGroup,
  type IntervalPlan,
  type ScoreOptions,
  type ScoreResult,
  scoreTables,
} from "./score-tables.ts";
export { comparablePart, type LabelSource } from "./signature.ts";
export { bleu2 } from "./similarity/bleu.ts";
export { embeddingSimilarity, meanSimilarity } from "./similarity/embedding-similarity.ts";
export {
  RADCLIQ_DIRECTION,
  type RadCliqFeatures,
  type RadCliqVersion,
  radCliq,
} from "./similarity/radcliq.ts";
export { holm } from "./statistics/holm.ts";
export {
  bcaInterval,
  type Interval,
  paperInterval,
  percentileInterval,
} from "./statistics/interval.ts";
export { mcnemarExact } from "./statistics/mcnemar.ts";
export { wilsonInterval } from "./statistics/wilson.ts";
export {
  type LabelRow,
  type LabelTable,
  labelTable,
  labelTableFromRows,
} from "./tables/label-table.ts";
export { type MatchedTables, matchTables } from "./tables/match-tables.ts";
export { type LabelRows, readLabelRows } from "./tables/read-label-rows.ts";
