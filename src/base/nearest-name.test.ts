import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

test.each([
  ["lable", ["label", "explain"], "label"],
  ["text-colunm", ["text-column", "id-column"], "text-column"],
  ["Report Impresion", ["study_id", "Report Impression"], "Report Impression"],
  ["Impression", ["study_id", "Report Impression"], "Report Impression"],
  ["xyz", ["label", "explain"], undefined],
  ["label", [], undefined],
])("%s among %j is %s", (given, known, expected) => {
  expect(nearestName(given, known)).toBe(expected);
});
