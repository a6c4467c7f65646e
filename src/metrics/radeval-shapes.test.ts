import { expect, test } from "vitest";
import { CHECK_A } from "../../test/support/worked-checks.ts";
import { preset } from "./presets.ts";
import { classicTuple, radEvalKeys, radEvalLabelScores, radEvalTuple } from "./radeval-shapes.ts";
import { scoreTables } from "./score-tables.ts";

const RESULT = scoreTables(CHECK_A.reference, CHECK_A.candidate, {
  convention: preset("f1chexbert"),
  version: "1",
});

test("the classic tuple holds accuracy, its vector and two reports", () => {
  const [accuracy, peAccuracy, report14, report5] = classicTuple(RESULT);

  expect(accuracy).toBe(0.6);
  expect(peAccuracy).toEqual([1, 0, 0, 1, 1]);
  expect(Object.keys(report14)).toHaveLength(18);
  expect(Object.keys(report5)).toHaveLength(9);
  expect(report14["No Finding"]).toMatchObject({ precision: 0.5, recall: 1, support: 1 });
  expect(report5["micro avg"]?.["f1-score"]).toBeCloseTo(1 / 3, 14);
});

test("RadEval's tuple adds the agreement of each report", () => {
  const tuple = radEvalTuple(RESULT);

  expect(tuple).toHaveLength(6);
  expect(tuple[4]).toEqual([1, 12 / 14, 11 / 14, 1, 12 / 14]);
  expect(tuple[5]).toEqual([1, 0.8, 0.4, 1, 1]);
});

test("RadEval's keys are rounded to four digits", () => {
  expect(radEvalKeys(RESULT)).toEqual({
    f1chexbert_5_micro_f1: 0.3333,
    f1chexbert_5_macro_f1: 0.2,
    f1chexbert_5_weighted_f1: 0.3333,
    f1chexbert_sample_acc_5: 0.84,
    f1chexbert_all_micro_f1: 0.3636,
    f1chexbert_all_macro_f1: 0.119,
    f1chexbert_all_weighted_f1: 0.2778,
    f1chexbert_sample_acc_all: 0.9,
  });
  expect(radEvalLabelScores(RESULT)["No Finding"]).toBeCloseTo(2 / 3, 14);
});

test("another preset has no such shape", () => {
  const other = scoreTables(CHECK_A.reference, CHECK_A.candidate, {
    convention: preset("wcl"),
    version: "1",
  });

  expect(() => classicTuple(other)).toThrow(/preset f1chexbert/);
});
