import { expect, test } from "vitest";
import { learningRateAt } from "./learning-rate.ts";

const RECIPE = { learningRate: 1, warmup: 0.2, decay: "linear" } as const;

test("rises linearly to its peak, then falls linearly, and never reaches zero", () => {
  const rates = Array.from({ length: 10 }, (_, i) => learningRateAt(i + 1, 10, RECIPE));

  expect(rates.slice(0, 3)).toEqual([0.5, 1, 8 / 9]);
  expect(rates.at(-1)).toBeCloseTo(1 / 9, 12);
});

test("is constant without warm-up and decay", () => {
  const recipe = { learningRate: 2e-5, warmup: 0, decay: "none" } as const;

  expect([1, 5, 10].map((step) => learningRateAt(step, 10, recipe))).toEqual([2e-5, 2e-5, 2e-5]);
});
