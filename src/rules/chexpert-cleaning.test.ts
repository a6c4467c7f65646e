import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLikeChexpert } from "./chexpert-cleaning.ts";

test.each([
  ["Effusion and/or EDEMA", "effusion or edema"],
  ["scar/atelectasis 1/2", "scar or atelectasis 1/2"],
  ["a 3.5 cm mass..\n\nend", "a 3. 5 cm mass. end"],
  ["one,two . . three", "one, two . three"],
  ["naïve – café", "nave caf"],
])("cleans %j to %j", (text, expected) => {
  expect(cleanLikeChexpert(text).text.replace(/ +/g, " ")).toBe(expected);
});

test("every character keeps the place that it came from", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("A", "b", ".", ",", " ", "/", "\n", "é") }),
      (text) => {
        const { text: cleaned, origins } = cleanLikeChexpert(text);
        expect(origins).toHaveLength(cleaned.length);
        for (const [index, letter] of [...cleaned].entries()) {
          if (!/[ab]/.test(letter)) continue;
          expect(text[origins[index] ?? -1]?.toLowerCase()).toBe(letter);
        }
      },
    ),
  );
});
