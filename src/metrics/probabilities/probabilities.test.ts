import fc from "fast-check";
import { expect, test } from "vitest";
import { READINGS } from "../reading.ts";
import { auroc } from "./auroc.ts";
import { expectedCalibrationError, reliabilityBins } from "./calibration.ts";
import { auprc, bestThreshold } from "./precision-recall-curve.ts";
import { readingProbability } from "./reading-probability.ts";
import { areaUnderRiskCoverage, riskCoverageCurve } from "./risk-coverage.ts";
import { fitTemperature, softmax } from "./temperature.ts";

test("the calibration error of the worked example is 0.23", () => {
  const confidences = [0.9, 0.8, 0.7, 0.6, 0.55];
  const isCorrect = [true, true, false, true, false];

  expect(expectedCalibrationError(confidences, isCorrect)).toBeCloseTo(0.23, 14);
});

test("a confidence on an edge belongs to the bin below it", () => {
  const bins = reliabilityBins([0, 0.1, 0.3, 0.7, 1], [true, true, true, true, true]);

  expect(bins.map(({ count }) => count)).toEqual([2, 0, 1, 0, 0, 0, 1, 0, 0, 1]);
});

test("equal probabilities for all give an AUROC of one half", () => {
  expect(auroc([0.4, 0.4, 0.4], [true, false, true])).toBe(0.5);
  expect(auroc([0.1, 0.2], [true, true])).toBeNaN();
});

test("the best threshold splits what can be split", () => {
  const best = bestThreshold([0.9, 0.8, 0.3, 0.1], [true, true, false, false]);

  expect(best).toEqual({ threshold: 0.8, f1: 1 });
  expect(bestThreshold([0.2], [false])).toBeUndefined();
  expect(auprc([0.9, 0.8, 0.3, 0.1], [true, true, false, false])).toBe(1);
});

test("risk falls to 0 when the confident labels are right", () => {
  const curve = riskCoverageCurve([0.9, 0.6, 0.6, 0.2], [true, true, false, false]);

  expect(curve).toEqual([
    { threshold: 0.9, coverage: 0.25, risk: 0 },
    { threshold: 0.6, coverage: 0.75, risk: 1 / 3 },
    { threshold: 0.2, coverage: 1, risk: 0.5 },
  ]);
  expect(areaUnderRiskCoverage(curve)).toBeCloseTo(0.5 / 3 + 0.125, 14);
});

test("a temperature never changes which class is first", () => {
  const row = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(row, fc.double({ min: 0.1, max: 10, noNaN: true }), (logits, temperature) => {
      const first = logits.indexOf(Math.max(...logits));

      expect(Math.max(...softmax(logits, temperature))).toBe(softmax(logits, temperature)[first]);
    }),
  );
});

test("overconfident logits get a temperature above 1", () => {
  const logits = [
    [6, 0],
    [6, 0],
    [6, 0],
    [0, 6],
  ];

  expect(fitTemperature(logits, [0, 0, 1, 1])).toBeGreaterThan(4);
});

test("the probability of a reading is the sum over its classes", () => {
  expect(readingProbability([0.1, 0.5, 0.2, 0.2], READINGS["pos+unc"])).toBeCloseTo(0.7, 14);
  expect(readingProbability([0.4, 0.6], READINGS["pos+unc"])).toBe(0.6);
});
