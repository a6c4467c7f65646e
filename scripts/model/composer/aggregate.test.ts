import { describe, expect, test } from "vitest";
import { aggregate } from "./aggregate.ts";
import { parseFacts, type Statement } from "./statement.ts";

function labelsOf(...facts: readonly string[]) {
  return aggregate(facts.map((each): Statement => ({ text: "", ...parseFacts(each) })));
}

describe("several mentions", () => {
  test.each([
    ["positive and negative", ["PE+", "PE-"], "positive"],
    ["negative and uncertain", ["PE-", "PE?"], "uncertain"],
    ["positive and uncertain", ["PE?", "PE+"], "positive"],
    ["only open", ["PE~"], "uncertain"],
    ["open and negative", ["PE~", "PE-"], "negative"],
    ["open and positive", ["PE~", "PE+"], "positive"],
    ["revised to negative", ["PE+", "PE!-"], "negative"],
    ["revised and then mentioned again", ["PE-", "PE!+", "PE-"], "positive"],
    ["none", [], "blank"],
  ])("%s", (_, facts, expected) => {
    expect(labelsOf(...facts)["Pleural Effusion"]).toBe(expected);
  });
});

describe("No Finding", () => {
  test.each([
    ["silence", [], "positive"],
    ["denials", ["PE- PX-", "CM-"], "positive"],
    ["a device", ["SD+"], "positive"],
    ["a doubtful device", ["SD?"], "positive"],
    ["a finding", ["LO+"], "blank"],
    ["a doubt", ["PN?"], "blank"],
    ["a heart that is only stable", ["CM~"], "blank"],
    ["a stable heart called normal elsewhere", ["CM~", "CM-"], "positive"],
    ["another abnormality", ["PE-", "OA"], "blank"],
    ["a finding taken back", ["LL+ LL!-"], "positive"],
  ])("%s", (_, facts, expected) => {
    expect(labelsOf(...facts)["No Finding"]).toBe(expected);
  });
});

test("refuses facts with unknown codes", () => {
  expect(() => parseFacts("XY+")).toThrow('got "XY+"');
});
