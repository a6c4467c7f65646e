import fc from "fast-check";
import { expect, test } from "vitest";
import { planBatches } from "./batching.ts";

const anyLengths = fc.array(fc.integer({ min: 2, max: 512 }), { maxLength: 200 });
const anyLimits = fc.record({
  batchTokens: fc.integer({ min: 1, max: 2048 }),
  batchSize: fc.integer({ min: 1, max: 40 }),
});

test("every sequence is in exactly one batch", () => {
  fc.assert(
    fc.property(anyLengths, anyLimits, (lengths, limits) => {
      const indexes = planBatches(lengths, limits).flat();

      expect(indexes.toSorted((a, b) => a - b)).toEqual(lengths.map((_, index) => index));
    }),
  );
});

test("no batch is larger than the limits, unless it holds one sequence", () => {
  fc.assert(
    fc.property(anyLengths, anyLimits, (lengths, limits) => {
      for (const batch of planBatches(lengths, limits)) {
        const longest = Math.max(...batch.map((index) => lengths[index] ?? 0));
        expect(batch.length).toBeLessThanOrEqual(limits.batchSize);
        expect(batch.length === 1 || longest * batch.length <= limits.batchTokens).toBe(true);
      }
    }),
  );
});

test("neighbors in length run together, longest first", () => {
  const batches = planBatches([3, 9, 4, 10, 3], { batchTokens: 20, batchSize: 100 });

  expect(batches).toEqual([
    [3, 1],
    [2, 0, 4],
  ]);
});
