import fc from "fast-check";
import { expect, test } from "vitest";
import { fitReport } from "./long-reports.ts";

const special = { cls: 101, sep: 102 };

function tokens(count: number) {
  return { ids: Array.from({ length: count }, (_, index) => 1000 + index) };
}

test("an empty report is [CLS] [SEP]", () => {
  const { windows, isEmpty, isTruncated } = fitReport(tokens(0), special);

  expect(windows.map(({ inputIds }) => [...inputIds])).toEqual([[101, 102]]);
  expect(isEmpty).toBe(true);
  expect(isTruncated).toBe(false);
});

test("a report of exactly 512 tokens with its special tokens is whole", () => {
  const { windows, isTruncated } = fitReport(tokens(510), special);

  expect(windows[0].inputIds.length).toBe(512);
  expect(isTruncated).toBe(false);
});

test("keeps the first 511 ids and [SEP] when a report is cut", () => {
  const { windows, isTruncated } = fitReport(tokens(511), special);

  expect(windows.length).toBe(1);
  expect(windows[0].inputIds.length).toBe(512);
  expect([...windows[0].inputIds.slice(509)]).toEqual([1508, 1509, 102]);
  expect(isTruncated).toBe(true);
});

test("head-tail keeps 128 tokens from the start and 382 from the end", () => {
  const { windows } = fitReport(tokens(1000), special, { long: "head-tail" });

  expect(windows[0].inputIds.length).toBe(512);
  expect(windows[0].inputIds[128]).toBe(1127);
  expect(windows[0].inputIds[129]).toBe(1618);
  expect(windows[0].inputIds[510]).toBe(1999);
});

test("windows cover every token, overlap, and say which token each id is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 3, max: 600 }),
      (count, maxLength) => {
        const { windows } = fitReport(tokens(count), special, { long: "window", maxLength });
        const seen = new Set<number>();
        for (const { inputIds, tokenIndexes } of windows) {
          expect(inputIds.length).toBeLessThanOrEqual(maxLength);
          expect([inputIds[0], inputIds.at(-1)]).toEqual([101, 102]);
          for (const [position, index] of tokenIndexes.entries()) {
            if (index !== -1 && inputIds[position] === 1000 + index) seen.add(index);
          }
        }
        expect(seen.size).toBe(count);
      },
    ),
    { numRuns: 20 },
  );
});
