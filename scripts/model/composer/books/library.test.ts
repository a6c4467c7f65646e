import { describe, expect, test } from "vitest";
import { randomOfReport } from "../random.ts";
import { sayClause, stateObservation } from "../single-statement.ts";
import { CODES, type FactValue, OBSERVATION_OF_CODE } from "../statement.ts";
import type { Scope } from "../template.ts";
import { WORD_LISTS } from "../words/word-lists.ts";
import { BOOKS } from "./library.ts";
import { NORMAL_BY_REGION, NORMAL_CHEST, NOTHING_ACUTE, REMARK_CLAUSES } from "./neutral.ts";
import { OTHER_CLAUSES } from "./other-abnormalities.ts";
import { REVISIONS } from "./revisions.ts";

const VALUES: readonly FactValue[] = ["positive", "negative", "uncertain", "open"];

function scope(seed: number): Scope {
  return {
    random: randomOfReport(seed, 0),
    lists: WORD_LISTS,
    chosen: new Map(),
    removalRate: 0,
    removalMark: "XXXX",
    slots: { mark: "XXXX" },
  };
}

describe.each(CODES)("book %s", (code) => {
  test.each(VALUES)("states what is asked for: %s", (value) => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { facts, text } = stateObservation(code, value, scope(seed));

      const own = facts.filter(({ observation }) => observation === OBSERVATION_OF_CODE[code]);
      expect(own.map((each) => each.value)).toEqual([value]);
      expect(text).not.toMatch(/[<>{}|]| {2}/);
    }
  });

  test("names a phrase once", () => {
    const { names, findings } = BOOKS[code];

    expect(new Set(findings).size).toBe(findings.length);
    expect(names.length).toBeGreaterThan(6);
  });
});

test("every clause of every book can be said", () => {
  const own = CODES.flatMap((code) => VALUES.flatMap((value) => BOOKS[code].clauses[value]));
  const others = [
    ...OTHER_CLAUSES,
    ...REVISIONS,
    ...NOTHING_ACUTE,
    ...NORMAL_CHEST,
    ...REMARK_CLAUSES,
    ...Object.values(NORMAL_BY_REGION).flat(),
  ];

  for (const clause of [...own, ...others]) {
    for (let seed = 0; seed < 4; seed += 1) {
      expect(sayClause(clause, scope(seed)).text).toMatch(/^[^<>{}|]+$/);
    }
  }
});

test("neutral clauses state nothing", () => {
  const neutral = [
    ...NOTHING_ACUTE,
    ...NORMAL_CHEST,
    ...REMARK_CLAUSES,
    ...Object.values(NORMAL_BY_REGION).flat(),
  ];

  expect(
    neutral.filter(({ facts, isOtherAbnormality }) => 0 < facts.length || isOtherAbnormality),
  ).toEqual([]);
});
