import { describe, expect, test } from "vitest";
import { findSections } from "./headings.ts";
import { tokenizeReport } from "./report-tokens.ts";

function sectionsOf(text: string): readonly (readonly [string, string])[] {
  const tokens = tokenizeReport(text);
  return findSections(text, tokens).map(({ name, first, end }) => [
    name ?? "",
    text.slice(tokens[first]?.start, tokens[end - 1]?.end),
  ]);
}

describe("headings", () => {
  test("split a report and leave out what is not to be labeled", () => {
    const text =
      "INDICATION: Cough, rule out pneumonia.\nCOMPARISON: None.\nFINDINGS: Clear.\nIMPRESSION: Normal.";

    expect(sectionsOf(text)).toEqual([
      ["findings", "Clear."],
      ["impression", "Normal."],
    ]);
  });

  test("count in any letter case and wherever lines are wrapped", () => {
    expect(sectionsOf("history: cough. findings: clear. Impression: normal.")).toEqual([
      ["findings", "clear."],
      ["impression", "normal."],
    ]);
  });

  test("may stand alone on their line", () => {
    expect(sectionsOf("Findings\nClear.\nImpression\nNormal.")).toEqual([
      ["findings", "Clear."],
      ["impression", "Normal."],
    ]);
  });

  test("of everyday words need a line or sentence of their own", () => {
    expect(sectionsOf("The study: clear lungs.")).toEqual([["", "The study: clear lungs."]]);
  });
});

describe("without findings and impression", () => {
  test("text that follows a request as a paragraph is labeled", () => {
    expect(sectionsOf("HISTORY: Cough.\n\nLungs are clear.")).toEqual([["", "Lungs are clear."]]);
  });

  test("technique and comparison are kept", () => {
    expect(sectionsOf("COMPARISON: None, lungs are clear")).toEqual([
      ["comparison", "None, lungs are clear"],
    ]);
  });
});

describe("without findings", () => {
  test("a line of technique or comparison ends with its line or sentence", () => {
    expect(sectionsOf("EXAM: CHEST, ONE\nview\nClear lungs.\nIMPRESSION: Normal.")).toEqual([
      ["", "Clear lungs."],
      ["impression", "Normal."],
    ]);
    expect(sectionsOf("Comparison: None. Clear lungs. Impression: Normal.")).toEqual([
      ["", "Clear lungs."],
      ["impression", "Normal."],
    ]);
  });
});

test("a final reading replaces the preliminary one", () => {
  expect(sectionsOf("Wet read: pneumothorax. Final: no pneumothorax.")).toEqual([
    ["final", "no pneumothorax."],
  ]);
});

test("text before the first heading is kept", () => {
  expect(sectionsOf("Chest, two views. IMPRESSION: Normal.")).toEqual([
    ["", "Chest, two views."],
    ["impression", "Normal."],
  ]);
});
