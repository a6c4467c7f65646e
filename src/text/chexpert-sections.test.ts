import { expect, test } from "vitest";
import { extractChexpertSections } from "./chexpert-sections.ts";

const REPORT =
  "FINAL REPORT\nHistory: cough.\nFindings: Clear lungs.\nNo edema.\nImpression: Normal.";

test.each([
  [["impression"], "Normal."],
  [["findings", "impression"], "Clear lungs.\nNo edema. Normal."],
  [["technique"], undefined],
  [["Impression"], undefined],
  [["final report"], ""],
])("the sections %j are kept", (wanted, expected) => {
  expect(extractChexpertSections(REPORT, wanted)).toBe(expected);
});
