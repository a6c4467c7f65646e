import { expect, test } from "vitest";
import { fromClassIndex, parseCsvValue, toClassIndex, toCsvValue } from "./label-class.ts";

test.each([
  ["blank", 0, ""],
  ["positive", 1, "1"],
  ["negative", 2, "0"],
  ["uncertain", 3, "-1"],
] as const)("%s is output unit %i and the CSV value %j", (labelClass, classIndex, csvValue) => {
  expect(toClassIndex(labelClass)).toBe(classIndex);
  expect(fromClassIndex(classIndex)).toBe(labelClass);
  expect(toCsvValue(labelClass)).toBe(csvValue);
  expect(parseCsvValue(csvValue)).toBe(labelClass);
});

test.each([
  ["1.0", "positive"],
  ["0.0", "negative"],
  ["-1.0", "uncertain"],
  ["NaN", "blank"],
  [" Uncertain ", "uncertain"],
  ["2", undefined],
  ["3", undefined],
  ["yes", undefined],
])("the cell %j reads as %s", (cell, labelClass) => {
  expect(parseCsvValue(cell)).toBe(labelClass);
});
