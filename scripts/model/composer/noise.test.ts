import fc from "fast-check";
import { expect, test } from "vitest";
import { addNoise } from "./noise.ts";
import { randomOfReport } from "./random.ts";

const SENTENCE =
  "There is no pneumothorax without possible effusion; XXXX mediastinum unchanged, 5 mm nodule.";

test("damages words at rate one", () => {
  expect(addNoise(SENTENCE, 1, randomOfReport(1, 1))).not.toBe(SENTENCE);
});

test("leaves text alone at rate zero", () => {
  expect(addNoise(SENTENCE, 0, randomOfReport(1, 1))).toBe(SENTENCE);
});

test("keeps negation, doubt, numbers and marks at any rate", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const noisy = addNoise(SENTENCE, 1, randomOfReport(seed, 0));
      for (const word of ["no ", "without", "possible", "XXXX", "unchanged", "5 mm"])
        expect(noisy).toContain(word);
    }),
  );
});
