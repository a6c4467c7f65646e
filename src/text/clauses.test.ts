import fc from "fast-check";
import { expect, test } from "vitest";
import { splitClauses } from "./clauses.ts";

function clausesOf(text: string): readonly string[] {
  return splitClauses(text).map(({ start, end }) => text.slice(start, end));
}

test("clauses end at commas, semicolons and sentence ends, and keep the mark", () => {
  expect(clausesOf("FINDINGS: Mild edema, no effusion; 3.5 cm nodule. 2. Clear")).toEqual([
    "FINDINGS: Mild edema,",
    "no effusion;",
    "3.5 cm nodule.",
    "Clear",
  ]);
});

test("words are without their marks; a hedging question mark is a word", () => {
  const text = '(?pneumonia) in "air-space" 😀 lung.';
  const words = splitClauses(text).flatMap((clause) => clause.words);

  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
    "?",
    "pneumonia",
    "in",
    "air",
    "space",
    "😀",
    "lung",
  ]);
});

test.each(["", " \n", "...", ", ; ."])("%j has no clause", (text) => {
  expect(splitClauses(text)).toEqual([]);
});

test("clauses follow each other, hold their words, and cut no character in two", () => {
  const unit = fc.constantFrom(
    "a",
    "No ",
    "1",
    ".",
    ",",
    ";",
    " ",
    "\n",
    "😀",
    "-",
    "?",
    "(",
    "e\u0301",
  );

  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      let before = 0;
      for (const clause of splitClauses(text)) {
        expect(before).toBeLessThanOrEqual(clause.start);
        before = clause.start;
        expect(clause.words.length).toBeGreaterThan(0);
        for (const { start, end } of clause.words) {
          expect(before).toBeLessThanOrEqual(start);
          expect(text.slice(start, end)).toMatch(/^\S+$/u);
          expect(text.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(clause.end);
        before = clause.end;
      }
    }),
  );
});
