import { expect, test } from "vitest";
import { diversityOf } from "./diversity-statistics.ts";

const REPORTS = [
  { text: "No effusion. No edema." },
  { text: "No EFFUSION" },
  { text: "No effusion. No edema." },
  { text: "" },
];

test("counts words, vocabulary and n-grams without regard to case and punctuation", () => {
  const statistics = diversityOf(REPORTS);

  expect(statistics.wordCount).toBe(10);
  expect(statistics.vocabularySize).toBe(3);
  expect(statistics.distinctPer1000Reports).toEqual([3, 3, 2, 1]);
  expect(statistics.distinctShareOfSample).toEqual([0.3, 3 / 7, 0.5, 0.5]);
});

test("gives rare words, doubles and lengths", () => {
  const statistics = diversityOf([...REPORTS, { text: "one two three four five six seven eight" }]);

  expect(statistics.rareWordShare).toBeCloseTo(8 / 11, 12);
  expect(statistics.duplicateShare).toBeCloseTo(1 / 5, 12);
  expect(statistics.lengthQuantiles).toMatchObject({ "0 %": 0, "50 %": 4, "100 %": 8 });
});

test("gives class shares only when every report has labels", () => {
  expect(diversityOf(REPORTS).classShares).toBeUndefined();
});
