/**
 * @file The paper's intervals, 687 reports and two systems, beside a bootstrap by NumPy.
 */
import { expect, test } from "vitest";
import { compareSystems } from "../../src/metrics/compare-systems.ts";
import { preset } from "../../src/metrics/presets.ts";
import { labelTable } from "../../src/metrics/tables/label-table.ts";
import { readOracle } from "../support/read-oracle.ts";

interface BootstrapJson {
  readonly r: string;
  readonly a: string;
  readonly b: string;
  readonly values: readonly [number, number];
  readonly intervals: readonly (readonly [number, number])[];
}

const { statistics } = readOracle<{ statistics: { bootstrap: BootstrapJson } }>(
  "metrics/statistics.json.gz",
);

test("1,000 replicates of 687 reports give NumPy's intervals of two systems and their difference", () => {
  const { bootstrap } = statistics;
  const [reference, first, second] = [bootstrap.r, bootstrap.a, bootstrap.b].map((digits) =>
    labelTable(
      Array.from({ length: digits.length / 14 }, (_, row) => `r${row}`),
      Uint8Array.from(digits, Number),
    ),
  );
  if (!reference || !first || !second) throw new Error("three tables");

  const { differences } = compareSystems(reference, [first, second], {
    convention: preset("chexbert-paper"),
    interval: { method: "paper", resamples: 1000, seed: 42 },
    rounds: 10,
  });

  const mean = differences.find(({ group, score }) => group === "mean" && score === "weighted_f1");
  expect(mean?.first).toBeCloseTo(bootstrap.values[0], 12);
  expect(mean?.second).toBeCloseTo(bootstrap.values[1], 12);
  const [, , difference = [0, 0]] = bootstrap.intervals;
  expect(Math.abs((mean?.interval.lower ?? 1) - difference[0])).toBeLessThan(0.002);
  expect(Math.abs((mean?.interval.upper ?? 1) - difference[1])).toBeLessThan(0.002);
});
