import { expect, test } from "vitest";
import { COLUMN_ORDERS, OBSERVATIONS, parseObservation, TOP_FIVE } from "./observations.ts";

test("there are 14 observations, and every column order holds each of them once", () => {
  expect(new Set(OBSERVATIONS).size).toBe(14);
  expect(OBSERVATIONS).toContain("Pneumonia");
  for (const [name, order] of Object.entries(COLUMN_ORDERS)) {
    expect(order.toSorted(), name).toEqual(OBSERVATIONS.toSorted());
  }
});

test("the orders differ where published files differ", () => {
  expect(COLUMN_ORDERS.chexbert.slice(2, 4)).toEqual(["Lung Opacity", "Lung Lesion"]);
  expect(COLUMN_ORDERS.chexbert.at(-1)).toBe("No Finding");
  expect(COLUMN_ORDERS.chexpert.slice(3, 5)).toEqual(["Lung Lesion", "Lung Opacity"]);
  expect(COLUMN_ORDERS.chexpert[0]).toBe("No Finding");
  expect(COLUMN_ORDERS["mimic-jpg"].slice(0, 3)).toEqual([
    "Atelectasis",
    "Cardiomegaly",
    "Consolidation",
  ]);
});

test("the five that papers score are heads 1, 4, 5, 7 and 9", () => {
  expect(TOP_FIVE.map((observation) => OBSERVATIONS.indexOf(observation))).toEqual([1, 4, 5, 7, 9]);
});

test.each([
  ["pleural effusion", "Pleural Effusion"],
  [" NO FINDING ", "No Finding"],
  ["Airspace Opacity", "Lung Opacity"],
  ["Effusion", "Pleural Effusion"],
  ["Opacity", undefined],
])("the column %j is %s", (column, observation) => {
  expect(parseObservation(column)).toBe(observation);
});
