/**
 * @file Every metric equals scikit-learn, statsmodels, SciPy and krippendorff on random labels.
 */
import { expect, test } from "vitest";
import { OBSERVATIONS } from "../../src/labels/observations.ts";
import { confusionOf, krippendorffAlpha, pairAgreement } from "../../src/metrics/agreement.ts";
import { composeConvention } from "../../src/metrics/compose-convention.ts";
import { LABEL_SET_5 } from "../../src/metrics/label-set.ts";
import { preset } from "../../src/metrics/presets.ts";
import { auroc } from "../../src/metrics/probabilities/auroc.ts";
import { brierScore } from "../../src/metrics/probabilities/calibration.ts";
import { auprc } from "../../src/metrics/probabilities/precision-recall-curve.ts";
import {
  fitTemperature,
  negativeLogLikelihood,
} from "../../src/metrics/probabilities/temperature.ts";
import { READINGS } from "../../src/metrics/reading.ts";
import { type ScoreResult, scoreTables } from "../../src/metrics/score-tables.ts";
import { holm } from "../../src/metrics/statistics/holm.ts";
import {
  acceleration,
  bcaInterval,
  biasCorrection,
  percentileInterval,
} from "../../src/metrics/statistics/interval.ts";
import { mcnemarExact } from "../../src/metrics/statistics/mcnemar.ts";
import { normalQuantile } from "../../src/metrics/statistics/normal.ts";
import { wilsonInterval } from "../../src/metrics/statistics/wilson.ts";
import { type LabelTable, labelTable } from "../../src/metrics/tables/label-table.ts";
import { readOracle } from "../support/read-oracle.ts";

// Both sides compute in doubles with other orders of summation; fixtures hold 13 digits.
const TOLERANCE = 1e-9;

type Value = number | null;

interface TableCase {
  readonly r: string;
  readonly c: string;
  readonly v: {
    readonly "14": Readonly<Record<string, readonly Value[]>>;
    readonly "5": Readonly<Record<string, readonly Value[]>>;
    readonly one: readonly Value[];
    readonly skip: readonly Value[];
    readonly obs: readonly (readonly Value[])[];
  };
}

interface StatisticsJson {
  readonly wilson: readonly (readonly [number, number, number, number])[];
  readonly mcnemar: readonly (readonly [number, number, number])[];
  readonly holm: readonly (readonly [number[], number[]])[];
  readonly normal: readonly (readonly [number, number])[];
  readonly bca: {
    readonly replicates: readonly number[];
    readonly jackknife: readonly number[];
    readonly estimate: number;
    readonly bca: readonly number[];
    readonly percentile: readonly number[];
    readonly bias: number;
    readonly acceleration: number;
  };
  readonly probabilities: readonly {
    readonly p: readonly number[];
    readonly y: readonly number[];
    readonly auroc: number;
    readonly auprc: number;
    readonly brier: number;
    readonly logits: readonly (readonly number[])[];
    readonly gold: readonly number[];
    readonly temperature: number;
    readonly loss: number;
  }[];
}

const { cases } = readOracle<{ cases: readonly TableCase[] }>("metrics/tables.json.gz");
const { statistics } = readOracle<{ statistics: StatisticsJson }>("metrics/statistics.json.gz");

function table(digits: string): LabelTable {
  const classes = Uint8Array.from(digits, Number);
  const ids = Array.from({ length: classes.length / 14 }, (_, row) => `r${row}`);
  return labelTable(ids, classes);
}

/** Returns a line for each pair of values that differ. */
function differences(
  name: string,
  actual: readonly number[],
  expected: readonly Value[],
): string[] {
  return expected.flatMap((value, index) => {
    const mine = actual[index] ?? Number.NaN;
    const isEqual = value === null ? Number.isNaN(mine) : Math.abs(mine - value) <= TOLERANCE;
    return isEqual ? [] : [`${name}[${index}]: ${mine} instead of ${value}`];
  });
}

function average(result: ScoreResult, group: string): number[] {
  const values = result.aggregate.find((one) => one.group === group)?.values ?? {};
  return group === "subset"
    ? [values["accuracy"] ?? Number.NaN]
    : ["precision", "recall", "f1"].map((score) => values[score] ?? Number.NaN);
}

test("500 random label tables score as in scikit-learn, binary figures", () => {
  const parts = [
    ["14", composeConvention({ reading: READINGS["pos+unc"] })],
    ["5", composeConvention({ reading: READINGS.pos, labelSet: LABEL_SET_5 })],
  ] as const;

  const wrong = cases.flatMap(({ r, c, v }, index) =>
    parts.flatMap(([name, convention]) => {
      const result = scoreTables(table(r), table(c), { convention, version: "1" });
      return Object.entries(v[name]).flatMap(([group, expected]) =>
        differences(`case ${index} ${name} ${group}`, average(result, group), expected),
      );
    }),
  );

  expect(cases).toHaveLength(500);
  expect(wrong).toEqual([]);
});

test("macro averages with 0/0 as 1 and with 0/0 left out are those of scikit-learn", () => {
  const parts = [
    ["one", composeConvention({ zeroDivision: "1", averages: ["macro"] })],
    ["skip", composeConvention({ zeroDivision: "skip", averages: ["macro"] })],
  ] as const;

  const wrong = cases.flatMap(({ r, c, v }, index) =>
    parts.flatMap(([name, convention]) => {
      const result = scoreTables(table(r), table(c), { convention, version: "1" });
      return differences(`case ${index} ${name}`, average(result, "macro"), v[name]);
    }),
  );

  expect(wrong).toEqual([]);
});

test("the paper's figures per observation are those of scikit-learn and statsmodels", () => {
  const keys = [
    "mention_f1",
    "blank_f1",
    "negation_f1",
    "uncertain_f1",
    "positive_f1",
    "weighted_f1",
    "kappa",
  ];

  const wrong = cases.flatMap(({ r, c, v }, index) => {
    const options = { convention: preset("chexbert-paper"), version: "1" };
    const result = scoreTables(table(r), table(c), options);
    return result.perObservation.flatMap(({ group, values }, column) =>
      differences(
        `case ${index} ${group}`,
        keys.map((key) => values[key] ?? Number.NaN),
        v.obs[column]?.slice(0, 7) ?? [],
      ),
    );
  });

  expect(wrong).toEqual([]);
});

test("kappa, alpha and the AUROC of hard labels equal statsmodels, krippendorff and scikit-learn", () => {
  const convention = preset("r2gen");

  const wrong = cases.flatMap(({ r, c, v }, index) => {
    const [reference, candidate] = [table(r), table(c)];
    const hard = scoreTables(reference, candidate, { convention, version: "1" }).perObservation;
    return OBSERVATIONS.flatMap((name, column) => {
      const left = reference.ids.map((_, row) => reference.classes[row * 14 + column] ?? 0);
      const right = candidate.ids.map((_, row) => candidate.classes[row * 14 + column] ?? 0);
      const { kappa } = pairAgreement(confusionOf(left, right, 4));
      const area = hard[column]?.values["auroc"] ?? Number.NaN;
      const mine = [kappa, krippendorffAlpha([left, right]), area];
      return differences(`case ${index} ${name}`, mine, v.obs[column]?.slice(6, 9) ?? []);
    });
  });

  expect(wrong).toEqual([]);
});

test("proportions, exact tests, corrections and quantiles equal statsmodels and SciPy", () => {
  const wrong = [
    ...statistics.wilson.flatMap(([k, n, lower, upper]) => {
      const mine = wilsonInterval(k, n);
      return differences(`Wilson ${k}/${n}`, [mine.lower, mine.upper], [lower, upper]);
    }),
    ...statistics.mcnemar.flatMap(([b, c, p]) =>
      differences(`McNemar ${b} ${c}`, [mcnemarExact(b, c)], [p]),
    ),
    ...statistics.holm.flatMap(([given, expected]) => differences("Holm", holm(given), expected)),
    ...statistics.normal.flatMap(([share, expected]) =>
      differences(`normal ${share}`, [normalQuantile(share)], [expected]),
    ),
  ];

  expect(wrong).toEqual([]);
});

test("a BCa interval equals one made with SciPy", () => {
  const { bca } = statistics;
  const replicates = Float64Array.from(bca.replicates);
  const constants = {
    bias: biasCorrection(replicates, bca.estimate),
    acceleration: acceleration(Float64Array.from(bca.jackknife)),
  };

  const corrected = bcaInterval(replicates, constants);
  const percentile = percentileInterval(replicates);

  expect([
    ...differences("constants", Object.values(constants), [bca.bias, bca.acceleration]),
    ...differences("BCa", [corrected.lower, corrected.upper], bca.bca),
    ...differences("percentile", [percentile.lower, percentile.upper], bca.percentile),
  ]).toEqual([]);
});

test("AUROC, AUPRC, Brier score and temperatures equal scikit-learn and SciPy", () => {
  const wrong = statistics.probabilities.flatMap((one, index) => {
    const isPositive = one.y.map((y) => y === 1);
    const temperature = fitTemperature(one.logits, one.gold);
    return [
      ...differences(
        `case ${index}`,
        [auroc(one.p, isPositive), auprc(one.p, isPositive), brierScore(one.p, isPositive)],
        [one.auroc, one.auprc, one.brier],
      ),
      // SciPy's minimizer stops at the square root of the machine precision, ours goes on.
      ...(Math.abs(temperature / one.temperature - 1) < 1e-5 &&
      negativeLogLikelihood(one.logits, one.gold, temperature) <= one.loss + TOLERANCE
        ? []
        : [`temperature ${index}: ${temperature} instead of ${one.temperature}`]),
    ];
  });

  expect(wrong).toEqual([]);
});
