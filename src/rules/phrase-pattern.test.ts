import fc from "fast-check";
import { expect, test } from "vitest";
import { expandPattern } from "./phrase-pattern.ts";

const expand = (pattern: string): readonly string[] | undefined =>
  expandPattern(pattern, { SIDE: "(left|right)" })?.map((words) => words.join(" "));

test("choices, also nested and empty, are spelled out", () => {
  expect(expand("(a|b (c|)) d")).toEqual(["a d", "b c d", "b d"]);
});

test("a tilde adds the plural", () => {
  expect(expand("mass~")).toEqual(["mass", "masses"]);
  expect(expand("opacity~")).toEqual(["opacity", "opacities"]);
  expect(expand("diagnosis~")).toEqual(["diagnosis", "diagnoses"]);
  expect(expand("(tube|line)~ in")).toEqual(["tube in", "tubes in", "line in", "lines in"]);
});

test("macros and hyphens are replaced", () => {
  expect(expand("{SIDE}-sided")).toEqual(["left sided", "right sided"]);
});

test("open brackets give nothing", () => {
  expect(expand("a (b|c")).toBeUndefined();
  expect(expand("a) b")).toBeUndefined();
});

test("any pattern is answered in bounded time", () => {
  const unit = fc.constantFrom("a", "(", ")", "|", "~", " ", "b");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (pattern) => {
      expect((expandPattern(pattern) ?? []).length).toBeLessThanOrEqual(20_000);
    }),
    { numRuns: 200 },
  );
});
