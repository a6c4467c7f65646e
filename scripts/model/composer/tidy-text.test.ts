import { expect, test } from "vitest";
import { capitalize, tidyText } from "./tidy-text.ts";

test.each([
  ["a  apical opacity , new", "an apical opacity, new"],
  ["a unilateral opacity", "a unilateral opacity"],
  ["a unremarkable chest", "an unremarkable chest"],
  ["a 8 mm nodule", "an 8 mm nodule"],
  ["an compression fracture", "a compression fracture"],
  ["an LLL opacity", "an LLL opacity"],
])("tidies %j", (text, tidy) => {
  expect(tidyText(text)).toBe(tidy);
});

test("capitalizes the first word and leaves numerals and marks alone", () => {
  expect(["heart normal", "? nodule", "5 mm nodule", "___ nodule"].map(capitalize)).toEqual([
    "Heart normal",
    "? Nodule",
    "5 mm nodule",
    "___ nodule",
  ]);
});
