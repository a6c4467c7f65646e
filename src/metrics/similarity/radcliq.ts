/**
 * @file RadCliQ [Yu2023]: four features, standardized and combined to a predicted number
 * of errors. Lower is better.
 */

export type RadCliqVersion = "v0" | "v1";

/** The features of a pair. RadGraph and BERTScore come from other programs. */
export interface RadCliqFeatures {
  readonly radgraphCombined: number;
  readonly bertscore: number;
  readonly sembScore: number;
  readonly bleuScore: number;
}

/** Which way a RadCliQ score points; printed beside every score. */
export const RADCLIQ_DIRECTION = "lower is better";

interface Constants {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly coefficients: readonly number[];
  readonly intercept: number;
}

/** As published, in the order radgraph_combined, bertscore, semb_score, bleu_score. */
const CONSTANTS: Readonly<Record<RadCliqVersion, Constants>> = {
  v0: {
    mean: [0.5398376019082272, 0.6312549595000001, 0.7716797866672277, 0.4607372064809605],
    scale: [0.3018344440559102, 0.22466950746141123, 0.24750333805236252, 0.30336670936092264],
    coefficients: [
      -0.4796252644863446, -0.6762170542369337, -0.46366575161751994, 0.2165861905287535,
    ],
    intercept: 1.641666666666666,
  },
  v1: {
    mean: [0.5379231241355762, 0.6175725628125001, 0.7647942121140658, 0.44738335396242174],
    scale: [0.3028258411486429, 0.22430938459304575, 0.2539439110169773, 0.2989271671041838],
    coefficients: [
      -0.37708368261038905, -0.37030009974480316, -0.25261621789593225, 4.315048405024756e-12,
    ],
    intercept: 2.466552561323256e-10,
  },
};

/** Combines the features of one pair. A corpus score is the mean over pairs, never its inverse. */
export function radCliq(features: RadCliqFeatures, version: RadCliqVersion): number {
  const { mean, scale, coefficients, intercept } = CONSTANTS[version];
  const values = [
    features.radgraphCombined,
    features.bertscore,
    features.sembScore,
    features.bleuScore,
  ];
  return values.reduce((sum, value, index) => {
    const standardized = (value - (mean[index] ?? 0)) / (scale[index] ?? 1);
    return sum + (coefficients[index] ?? 0) * standardized;
  }, intercept);
}
