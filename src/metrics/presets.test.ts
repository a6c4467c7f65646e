import { expect, test } from "vitest";
import { CHECK_A, CHECK_B, tableOf, type WorkedCheck } from "../../test/support/worked-checks.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { PRESET_NAMES, type PresetName, parsePreset, preset } from "./presets.ts";
import { type ScoreResult, scoreTables } from "./score-tables.ts";

// The page of worked values gives at most ten digits after the point.
const TEN_DIGITS = 10;

function score(check: WorkedCheck, name: PresetName): ScoreResult {
  const options = { convention: preset(name), version: "1.2.0" };
  return scoreTables(check.reference, check.candidate, options);
}

function values(
  result: ScoreResult,
  block: string,
  group: string,
): Readonly<Record<string, number>> {
  const groups = [...result.aggregate, ...result.perObservation];
  const found = groups.find((one) => one.block === block && one.group === group);
  if (found === undefined) throw new Error(`${block} ${group}`);
  return { ...found.values, support: found.counts["support"] ?? Number.NaN };
}

function expectValues(actual: Readonly<Record<string, number>>, expected: Record<string, number>) {
  for (const [key, value] of Object.entries(expected)) {
    expect(actual[key], key).toBeCloseTo(value, TEN_DIGITS);
  }
}

test.each([
  ["14", "micro", 0.4, 0.3333333333333333, 0.36363636363636365, 6],
  ["14", "macro", 0.10714285714285714, 0.14285714285714285, 0.11904761904761904, 6],
  ["14", "weighted", 0.25, 0.3333333333333333, 0.27777777777777773, 6],
  ["14", "samples", 0.4, 0.4, 0.4, 6],
  ["5", "micro", 0.3333333333333333, 0.3333333333333333, 0.3333333333333333, 3],
  ["5", "macro", 0.2, 0.2, 0.2, 3],
  ["5", "weighted", 0.3333333333333333, 0.3333333333333333, 0.3333333333333333, 3],
  ["5", "samples", 0.2, 0.2, 0.2, 3],
  ["14", "Consolidation", 1, 1, 1, 1],
  ["14", "No Finding", 0.5, 1, 0.6666666666666666, 1],
  ["14", "Cardiomegaly", 0, 0, 0, 2],
  ["14", "Lung Opacity", 0, 0, 0, 1],
  ["14", "Lung Lesion", 0, 0, 0, 1],
  ["14", "Edema", 0, 0, 0, 0],
])("f1chexbert gives the published values of check A: %s %s", (block, group, ...expected) => {
  const [precision = 0, recall = 0, f1 = 0, support = 0] = expected;

  expectValues(values(score(CHECK_A, "f1chexbert"), block, group), {
    precision,
    recall,
    f1,
    support,
  });
});

test("f1chexbert gives accuracy and its vector over the five observations", () => {
  const result = score(CHECK_A, "f1chexbert");

  expect(values(result, "5", "subset")["accuracy"]).toBeCloseTo(0.6, TEN_DIGITS);
  expect([...(result.perReport.values["exact_match_5"] ?? [])]).toEqual([1, 0, 0, 1, 1]);
});

test.each([
  ["14", "micro", 0.6666666667, 0.7692307692, 0.7142857143, 13],
  ["14", "macro", 0.6071428571, 0.6785714286, 0.619047619, 13],
  ["14", "weighted", 0.7307692308, 0.7692307692, 0.7179487179, 13],
  ["14", "samples", 0.6041666667, 0.6458333333, 0.6208333333, 13],
  ["5", "micro", 0.7142857143, 0.8333333333, 0.7692307692, 6],
  ["5", "macro", 0.8, 0.9, 0.8, 6],
  ["5", "weighted", 0.8333333333, 0.8333333333, 0.7777777778, 6],
  ["5", "samples", 0.4375, 0.4375, 0.4166666667, 6],
])("f1chexbert gives the values of check B: %s %s", (block, group, ...expected) => {
  const [precision = 0, recall = 0, f1 = 0, support = 0] = expected;

  expectValues(values(score(CHECK_B, "f1chexbert"), block, group), {
    precision,
    recall,
    f1,
    support,
  });
});

test("f1chexbert gives per-report agreement of check B", () => {
  const { perReport } = score(CHECK_B, "f1chexbert");

  expect([...(perReport.values["exact_match_5"] ?? [])]).toEqual([1, 1, 0, 1, 1, 1, 0, 0]);
  expect([...(perReport.values["label_accuracy_14"] ?? [])]).toEqual(
    [14, 14, 12, 14, 14, 11, 12, 13].map((agree) => agree / 14),
  );
  expect([...(perReport.values["label_accuracy_5"] ?? [])]).toEqual([1, 1, 0.8, 1, 1, 1, 0.8, 0.8]);
});

const PRF_A = ["precision", "recall", "f1", "accuracy"] as const;

test.each<[PresetName, string, string, readonly (number | undefined)[]]>([
  ["miura", "5", "micro", [0.7142857143, 0.8333333333, 0.7692307692, 0.925]],
  ["miura", "14", "Edema", [0.5, 1, 0.6666666667, 0.875]],
  ["miura-uncertain", "5", "micro", [0.2857142857, 0.3333333333, 0.3076923077]],
  ["rgrg", "14", "micro", [0.6666666667, 0.7692307692, 0.7142857143, 0.9285714286]],
  ["rgrg", "5", "micro", [0.7142857143, 0.8333333333, 0.7692307692, 0.925]],
  ["rgrg", "14-pos", "samples", [0.5625, 0.6875, 0.5833333333, 0.9464285714]],
  ["nicolson", "14", "macro", [0.4285714286, 0.5, 0.4523809524]],
  ["nicolson", "14", "micro", [0.6363636364, 0.7777777778, 0.7]],
  ["nicolson", "14", "samples", [0.5625, 0.6875, 0.5833333333]],
  ["llava-rad", "14", "micro", [undefined, undefined, 0.7]],
  ["llava-rad", "14", "macro", [undefined, undefined, 0.4523809524]],
  ["llava-rad", "5", "micro", [0.4, 0.6666666667, 0.5]],
  ["llava-rad", "5", "macro", [0.3, 0.4, 0.3333333333]],
  ["llava-rad", "14+", "micro", [0.6666666667, 0.7692307692, 0.7142857143]],
  ["llava-rad", "14+", "macro", [0.6071428571, 0.6785714286, 0.619047619]],
  ["llava-rad", "5+", "micro", [0.7142857143, 0.8333333333, 0.7692307692]],
  ["llava-rad", "5+", "macro", [0.8, 0.9, 0.8]],
  ["r2gen", "14", "macro", [0.4285714286, 0.5, 0.4523809524]],
  ["r2gen", "14", "micro", [0.6363636364, 0.7777777778, 0.7]],
  ["wcl", "14", "macro", [0.6071428571, 0.6785714286, 0.619047619, 0.9285714286]],
  ["radialog", "14", "macro", [undefined, undefined, 0.4523809524]],
  ["radialog", "14", "samples", [undefined, undefined, 0.5833333333]],
  ["chexpert-policy", "5", "micro", [0.7142857143, 1, 0.8333333333]],
  ["chexpert-policy", "5", "macro", [0.8, 1, 0.8666666667]],
  ["chexpert-policy", "5", "weighted", [0.8, 1, 0.8666666667]],
  ["chexpert-policy", "5", "samples", [0.4375, 0.5, 0.4583333333]],
])("%s gives the values of check B: %s %s", (name, block, group, expected) => {
  const actual = values(score(CHECK_B, name), block, group);

  const known = expected.flatMap((value, index): [string, number][] =>
    value === undefined ? [] : [[PRF_A[index] ?? "", value]],
  );
  expectValues(actual, Object.fromEntries(known));
});

test("chexpert-policy counts five reference positives in check B", () => {
  expect(values(score(CHECK_B, "chexpert-policy"), "5", "micro")["support"]).toBe(5);
});

test("nicolson gives the example-based F1 of each report of check B", () => {
  const f1 = score(CHECK_B, "nicolson").perReport.values["f1_14"] ?? [];

  expect([...f1]).toEqual([1, 2 / 3, 2 / 3, 2 / 3, 0, 0, 2 / 3, 1]);
});

test.each<[PresetName, Record<string, number>]>([
  [
    "mimic-negation",
    { Cardiomegaly: 0, Edema: 1, Pneumonia: 0, Pneumothorax: 1, "Pleural Effusion": 1 },
  ],
  [
    "mimic-uncertain",
    { "Enlarged Cardiomediastinum": 0, Edema: 0, Consolidation: 0, Atelectasis: 0 },
  ],
])("%s has no value for observations without reference positives", (name, expected) => {
  const result = score(CHECK_B, name);

  for (const observation of OBSERVATIONS) {
    expect(values(result, "14", observation)["f1"]).toBe(expected[observation] ?? Number.NaN);
  }
});

const PAPER_TABLE: Readonly<Record<string, readonly number[]>> = {
  "Enlarged Cardiomediastinum": [1, 1, 0, 0, 0, 0, 0.466667],
  Cardiomegaly: [1, 1, 0, 0, 0.666667, 0.333333, 0.692308],
  "Lung Opacity": [1, 1, 0, 0, 1, 1, 1],
  "Lung Lesion": [1, 1, 0, 0, 1, 1, 1],
  Edema: [0.8, 0.909091, 1, 0, 0, 0.5, 0.5],
  Consolidation: [0.666667, 0.923077, 0, 0, 1, 0.5, 0.619048],
  Pneumonia: [0.666667, 0.923077, 0, 0, 0, 0, 0.272727],
  Atelectasis: [0.666667, 0.923077, 0, 0, 0, 0, 0.272727],
  Pneumothorax: [1, 1, 1, 0, 0, 1, 1],
  "Pleural Effusion": [1, 1, 1, 0, 0, 0.5, 0.703704],
  "Pleural Other": [1, 1, 0, 0, 1, 1, 1],
  Fracture: [0, 0.933333, 0, 0, 0, 0, 0],
  "Support Devices": [1, 1, 0, 0, 1, 1, 1],
  "No Finding": [0.666667, 0.923077, 0, 0, 0.666667, 0.666667, 0.6],
};

test.each(Object.entries(PAPER_TABLE))(
  "chexbert-paper gives the values of check B: %s",
  (name, row) => {
    const actual = values(score(CHECK_B, "chexbert-paper"), "14", name);
    const keys = [
      "mention_f1",
      "blank_f1",
      "negation_f1",
      "uncertain_f1",
      "positive_f1",
      "weighted_f1",
      "kappa",
    ];

    for (const [index, key] of keys.entries()) {
      expect(actual[key], key).toBeCloseTo(row[index] ?? Number.NaN, 6);
    }
  },
);

test("chexbert-paper gives the averages of check B", () => {
  const mean = values(score(CHECK_B, "chexbert-paper"), "14", "mean");

  expect(mean["weighted_f1"]).toBeCloseTo(0.5357142857142858, 14);
  expect(mean["kappa"]).toBeCloseTo(0.6519414447985877, 14);
  expect(mean["mention_f1"]).toBeCloseTo(0.819048, 6);
  expect(mean["blank_f1"]).toBeCloseTo(0.966767, 6);
  expect(mean["negation_f1"]).toBeCloseTo(0.230769, 6);
  expect(mean["uncertain_f1"]).toBe(0);
  expect(mean["positive_f1"]).toBeCloseTo(0.452381, 6);
});

test("a corpus without any label scores 0, agrees exactly, and has no kappa", () => {
  const blank = tableOf(["", "", ""]);

  const f1 = score({ reference: blank, candidate: blank }, "f1chexbert");
  const paper = score({ reference: blank, candidate: blank }, "chexbert-paper");

  expectValues(values(f1, "14", "micro"), { precision: 0, recall: 0, f1: 0, support: 0 });
  expect(values(f1, "14", "samples")["f1"]).toBe(0);
  expect(values(f1, "14", "subset")["accuracy"]).toBe(1);
  expect(values(paper, "14", "Edema")["kappa"]).toBeNaN();
  expect(values(paper, "14", "mean")["kappa"]).toBeNaN();
});

test("a label with predictions and no support counts 0 in the macro average", () => {
  const check = { reference: tableOf(["Edema +"]), candidate: tableOf(["Edema +, Fracture +"]) };

  const result = score(check, "f1chexbert");

  expect(values(result, "14", "Fracture")).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  expect(values(result, "14", "macro")["f1"]).toBeCloseTo(1 / 14, 14);
  expect(values(result, "14", "weighted")["f1"]).toBe(1);
});

test("a label with support and no predictions has recall 0 and precision 0", () => {
  const check = { reference: tableOf(["Edema +, Fracture u"]), candidate: tableOf(["Edema +"]) };

  const result = score(check, "f1chexbert");

  expect(values(result, "14", "Fracture")).toMatchObject({ precision: 0, recall: 0, support: 1 });
  expect(values(result, "14", "weighted")["f1"]).toBe(0.5);
});

test("identical tables score 1 in micro and weighted, less in macro and samples", () => {
  const table = CHECK_B.reference;

  const result = score({ reference: table, candidate: table }, "f1chexbert");

  expect(values(result, "14", "micro")["f1"]).toBe(1);
  expect(values(result, "14", "weighted")["f1"]).toBe(1);
  expect(values(result, "14", "macro")["f1"]).toBeCloseTo(12 / 14, 14);
  expect(values(result, "14", "samples")["f1"]).toBeCloseTo(7 / 8, 14);
});

test("a constant column that agrees is left out of the mean kappa", () => {
  const reference = tableOf(["Edema +", "Edema +, Fracture +"]);
  const candidate = tableOf(["Edema +", "Edema +"]);

  const result = score({ reference, candidate }, "chexbert-paper");

  expect(values(result, "14", "Edema")["kappa"]).toBeNaN();
  expect(values(result, "14", "mean")["kappa"]).toBe(0);
});

test.each(PRESET_NAMES)("%s scores a single report", (name) => {
  const check = { reference: tableOf(["Edema +"]), candidate: tableOf(["Edema +"]) };

  expect(score(check, name).reportCount).toBe(1);
});

test("refuses an unknown preset", () => {
  expect(() => parsePreset("f1")).toThrow(/Expected a preset among f1chexbert/);
});
