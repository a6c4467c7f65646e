/**
 * @file Every row of the labeling guideline has constructs in the grammar, and they carry its
 * labels: for each row a pattern finds statements among many drawn ones, and all of them must
 * have the row's labels; a row with no label finds only statements that are blank throughout.
 */
import { describe, expect, test } from "vitest";
import { aggregate, type ComposedLabels } from "./aggregate.ts";
import { GUIDELINE_ROWS } from "./guideline-rows.ts";
import { drawStatement } from "./plans/draw-statement.ts";
import { randomOfReport } from "./random.ts";
import { isCode, OBSERVATION_OF_CODE } from "./statement.ts";
import { WORD_LISTS } from "./words/word-lists.ts";

const STATEMENTS_TO_DRAW = 100_000;

const statements = Array.from({ length: STATEMENTS_TO_DRAW }, (_, i) =>
  drawStatement({
    random: randomOfReport(21, i),
    lists: WORD_LISTS,
    chosen: new Map(),
    removalRate: 0,
    removalMark: "XXXX",
    slots: { mark: "XXXX" },
  }),
);

const SIGNS = { positive: "+", negative: "-", uncertain: "?", blank: "" } as const;

/** Labels in the shorthand of the table, without the blank ones. */
function shorthand(labels: ComposedLabels): readonly string[] {
  const codes = [
    "EC",
    "CM",
    "LO",
    "LL",
    "ED",
    "CO",
    "PN",
    "AT",
    "PX",
    "PE",
    "PO",
    "FX",
    "SD",
  ].filter(isCode);
  const stated = codes.flatMap((code) => {
    const sign = SIGNS[labels[OBSERVATION_OF_CODE[code]]];
    return sign === "" ? [] : [`${code}${sign}`];
  });
  return labels["No Finding"] === "positive" ? [...stated, "NF+"] : stated;
}

describe("every row of the guideline has constructs with its labels", () => {
  test.each(GUIDELINE_ROWS)("%s", (_, pattern, expected) => {
    const found = statements.filter(({ text }) => pattern.test(text));
    const labels = found.map((statement) => shorthand(aggregate([statement])));

    expect(found.length).toBeGreaterThan(0);
    if (expected === "") expect(labels.filter((each) => 0 < each.length)).toEqual([]);
    else if (expected === "any?")
      expect(labels.filter((each) => each.some((label) => /[+-]/.test(label)))).toEqual([]);
    else if (expected === "any+")
      expect(labels.filter((each) => !each.some((label) => label.endsWith("+")))).toEqual([]);
    else
      expect(
        labels.filter((each) => !expected.split(" ").every((label) => each.includes(label))),
      ).toEqual([]);
  });
});
