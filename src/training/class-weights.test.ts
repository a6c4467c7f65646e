import { expect, test } from "vitest";
import { balancedClassWeights } from "./class-weights.ts";

/** 16 reports: the first observation is positive in one, blank in the others. */
const EXAMPLES = Array.from({ length: 16 }, (_, row) => ({
  inputIds: Int32Array.of(2, 3),
  classIndices: Uint8Array.from({ length: 14 }, (_, observation) =>
    row === 0 && observation === 0 ? 1 : 0,
  ),
}));

test("a rare class weighs more, by the root of its rarity, and labels weigh 1 on average", () => {
  const [blank = 0, positive = 0] = balancedClassWeights(EXAMPLES);

  expect(positive / blank).toBeCloseTo(Math.sqrt(15), 5);
  expect((15 * blank + positive) / 16).toBeCloseTo(1, 5);
});

test("absent classes have a finite weight", () => {
  expect(balancedClassWeights(EXAMPLES).every(Number.isFinite)).toBe(true);
});
