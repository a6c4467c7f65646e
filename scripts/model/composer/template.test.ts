import fc from "fast-check";
import { expect, test } from "vitest";
import { randomOfReport } from "./random.ts";
import { expand, parseTemplate, parseTemplates, type Scope } from "./template.ts";

function scope(seed: number, removalRate = 0): Scope {
  return {
    random: randomOfReport(seed, 0),
    lists: { side: parseTemplates("left\nright"), size: parseTemplates("(very |)small") },
    chosen: new Map(),
    removalRate,
    removalMark: "XXXX",
  };
}

test("expands alternatives, lists and printed parentheses", () => {
  const texts = new Set(
    Array.from({ length: 60 }, (_, seed) =>
      expand(parseTemplate("(a|b (c|d)|) <side> {x}"), scope(seed)),
    ),
  );

  expect([...texts].toSorted()).toEqual([
    " left (x)",
    " right (x)",
    "a left (x)",
    "a right (x)",
    "b c left (x)",
    "b c right (x)",
    "b d left (x)",
    "b d right (x)",
  ]);
});

test("chooses a sticky word once", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [first, second] = expand(parseTemplate("<$side>,<$side>"), scope(seed)).split(",");
      return first === second;
    }),
  );
});

test("removes only words of the lists that can lose a word", () => {
  expect(expand(parseTemplate("no <size> effusion"), scope(1, 1))).toBe("no XXXX effusion");
});

test.each(["(a|b", "a)", "((a)"])("refuses %j", (text) => {
  expect(() => parseTemplate(text)).toThrow("Expected");
});

test("refuses an unknown list", () => {
  expect(() => expand(parseTemplate("<nothing>"), scope(1))).toThrow("<nothing>");
});
