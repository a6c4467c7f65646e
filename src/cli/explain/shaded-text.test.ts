import fc from "fast-check";
import { expect, test } from "vitest";
import type { Attribution } from "../../labeler/occlusion.ts";
import { shadeText, telling } from "./shaded-text.ts";

function attribution(
  unit: Attribution["unit"],
  start: number,
  end: number,
  drop: number,
): Attribution {
  return { unit, start, end, drop, classWithout: "blank" };
}

test("words are shaded, and a clause only where none of its words stands for it", () => {
  const text = "No edema. Tip in vein.";
  const edema = [attribution("clause", 0, 9, 0.9), attribution("word", 3, 8, 0.8)];
  const devices = [attribution("clause", 10, 22, 0.9), attribution("word", 10, 13, 0.1)];

  const pieces = shadeText(text, { Edema: edema, "Support Devices": devices });

  expect(telling(edema)).toEqual([edema[1]]);
  expect(telling(devices)).toEqual(devices);
  expect(pieces.map(({ text: words, missedBy }) => [words, missedBy[0]?.attribution.drop])).toEqual(
    [
      ["No ", undefined],
      ["edema", 0.8],
      [". ", undefined],
      ["Tip", 0.9],
      [" in vein.", 0.9],
    ],
  );
});

test("the pieces, one after the other, are the text", () => {
  const one = fc.tuple(
    fc.constantFrom("clause", "word"),
    fc.nat(30),
    fc.integer({ min: 1, max: 9 }),
  );

  fc.assert(
    fc.property(fc.string({ minLength: 40, maxLength: 60 }), fc.array(one), (text, found) => {
      const list = found.map(([unit, at, length]) =>
        attribution(unit as Attribution["unit"], at, at + length, length / 9),
      );

      const pieces = shadeText(text, { Edema: list });

      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    }),
  );
});
