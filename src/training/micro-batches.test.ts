import fc from "fast-check";
import { expect, test } from "vitest";
import { BERT_BASE } from "../bert/bert-config.ts";
import { planMicroBatches } from "./micro-batches.ts";

test("every report is in exactly one micro-batch, and the token limit holds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2, max: 512 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 3000 }),
      (lengths, maxTokens) => {
        const batches = planMicroBatches(lengths, BERT_BASE, { maxTokens });

        expect(batches.flat().toSorted((a, b) => a - b)).toEqual([...lengths.keys()]);
        for (const batch of batches) {
          const tokens = batch.reduce((sum, index) => sum + (lengths[index] ?? 0), 0);
          expect(batch.length === 1 || tokens <= maxTokens).toBe(true);
        }
      },
    ),
  );
});

test("reports of similar length stay together", () => {
  const lengths = [30, 32, 31, 33, 30, 32, 31, 33, 30];

  expect(planMicroBatches(lengths, BERT_BASE, { maxTokens: 4096 })).toHaveLength(1);
});

test("a long report among short ones gets a micro-batch of its own", () => {
  const lengths = [...Array.from({ length: 17 }, () => 40), 512];

  const batches = planMicroBatches(lengths, BERT_BASE, { maxTokens: 4096 });

  expect(batches).toEqual([[...Array(17).keys()], [17]]);
});
