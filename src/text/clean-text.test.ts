import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, cleanTextWithOffsets, originalSpan } from "./clean-text.ts";

const PYTHON_ONLY = ["\x1c", "\x1d", "\x1e", "\x1f", "\x85"];

test.each([
  ["  a\n\nb\t c  ", "a b c"],
  ["a\r\nb", "a b"],
  ["a\u00a0\u2003b\u3000", "a b"],
  ["", ""],
  [" \n\t ", ""],
])("turns every run of white space into one space: %j", (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

test.each(PYTHON_ONLY)("counts %j as white space, as Python does", (space) => {
  expect(cleanText(`${space}a${space}${space}b${space}`)).toBe("a b");
});

test("keeps U+FEFF, which only JavaScript counts as white space", () => {
  expect(cleanText("\ufeffa \ufeff b")).toBe("\ufeffa \ufeff b");
});

test.each([
  ["1. Clear lungs. 2. No edema.", "Clear lungs. No edema."],
  ["10. Stable", "1 Stable"],
  ["nodule of 3.5 cm", "nodule of 5 cm"],
  ["1.\n2.", ""],
  ["1..", "."],
])("the list cleaning deletes every digit before a full stop: %j", (text, expected) => {
  expect(cleanText(text, "list")).toBe(expected);
  expect(cleanText(text)).not.toBe(expected);
});

const anyText = fc.string({
  unit: fc.constantFrom("a", "é", " ", "\n", "\x85", "1", ".", "\u{20000}"),
});

test("the cleaning with offsets gives the same text, and every unit maps to itself or to white space", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("batch" as const, "list" as const), (text, cleaning) => {
      const clean = cleanTextWithOffsets(text, cleaning);

      expect(clean.text).toBe(cleanText(text, cleaning));
      expect(clean.offsets.length).toBe(clean.text.length);
      for (let unit = 0; unit < clean.text.length; unit += 1) {
        const origin = text[clean.offsets[unit] ?? -1] ?? "";
        if (clean.text[unit] === " ") expect(cleanText(origin)).toBe("");
        else expect(origin).toBe(clean.text[unit]);
      }
    }),
  );
});

test("a deleted list number between two words leaves the space that stands in the text", () => {
  const clean = cleanTextWithOffsets("a 1. b", "list");

  expect(clean.text).toBe("a b");
  expect([...clean.offsets]).toEqual([0, 1, 5]);
});

test("a list number deleted at the end of a word leaves the space behind the number", () => {
  const clean = cleanTextWithOffsets("a1. b", "list");

  expect(clean.text).toBe("a b");
  expect([...clean.offsets]).toEqual([0, 3, 4]);
});

test("a span of the cleaned text maps to the original", () => {
  const text = "  No   edema ";
  const clean = cleanTextWithOffsets(text);

  const span = originalSpan(clean, { start: 0, end: 8 });

  expect(text.slice(span.start, span.end)).toBe("No   edema");
  expect(() => originalSpan(clean, { start: 2, end: 2 })).toThrow("Expected a span");
});
