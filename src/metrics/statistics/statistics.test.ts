import { expect, test } from "vitest";
import { seededRandom, seededRandomFromState } from "../../base/seeded-random.ts";
import { holm } from "./holm.ts";
import { bcaInterval, paperInterval, percentileInterval } from "./interval.ts";
import { mcnemarExact } from "./mcnemar.ts";
import { clusterUnits } from "./resampling-units.ts";
import { wilsonInterval } from "./wilson.ts";

test.each([
  [8, 10, 0.490162, 0.943318],
  [0, 10, 0, 0.277533],
])("Wilson's interval of %i out of %i", (successes, trials, lower, upper) => {
  const interval = wilsonInterval(successes, trials);

  expect(interval.lower).toBeCloseTo(lower, 6);
  expect(interval.upper).toBeCloseTo(upper, 6);
});

test.each([
  [9, 2, 0.0654296875],
  [5, 5, 1],
  [0, 0, 1],
  [0, 1, 1],
])("McNemar's exact p of %i and %i", (onlyFirst, onlySecond, p) => {
  expect(mcnemarExact(onlyFirst, onlySecond)).toBeCloseTo(p, 14);
});

test("McNemar's p of thousands of discordant reports does not vanish", () => {
  expect(mcnemarExact(2000, 2000)).toBe(1);
  expect(mcnemarExact(3000, 2800)).toBeGreaterThan(0.008);
});

test("Holm multiplies step by step and never falls", () => {
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);

  for (const [index, p] of [0.03, 0.06, 0.06, 0.02].entries()) {
    expect(adjusted[index]).toBeCloseTo(p, 14);
  }
});

test("Holm does not count a test without a p value", () => {
  expect(holm([Number.NaN, 0.02, 0.5])).toEqual([Number.NaN, 0.04, 0.5]);
});

test("the paper's interval takes sorted positions 24 and 974 of 1,000", () => {
  const replicates = Float64Array.from({ length: 1000 }, (_, index) => (index * 7) % 1000);

  expect(paperInterval(replicates)).toMatchObject({ lower: 24, upper: 974 });
});

test("percentiles interpolate, and undefined replicates are counted and left out", () => {
  const interval = percentileInterval(Float64Array.of(3, Number.NaN, 1, 2), 0.5);

  expect(interval).toMatchObject({ lower: 1.5, upper: 2.5, median: 2, undefinedReplicates: 1 });
});

test("BCa falls back to percentiles when a constant is not finite, and says so", () => {
  const replicates = Float64Array.of(1, 1, 1, 1);

  const interval = bcaInterval(replicates, { bias: 0, acceleration: Number.NaN });

  expect(interval.method).toBe("percentile");
});

test("clusters keep all reports of a patient together", () => {
  const units = clusterUnits(["p1", "p2", "p1", "p3"]);

  expect(units.count).toBe(3);
  expect([...units.starts]).toEqual([0, 2, 3, 4]);
  expect([...units.reports]).toEqual([0, 2, 1, 3]);
});

test("a stream of random numbers goes on from its written state", () => {
  const random = seededRandom(7);
  random.below(100);
  const state = JSON.parse(JSON.stringify(random.state())) as number[];

  const after = [random.below(1000), random.bits(), random.unit()];

  const again = seededRandomFromState(state);
  expect([again.below(1000), again.bits(), again.unit()]).toEqual(after);
});

test("a seed gives the same numbers for ever", () => {
  const random = seededRandom(42);

  expect([random.below(1000), random.below(1000), random.below(1000)]).toMatchInlineSnapshot(`
    [
      605,
      225,
      535,
    ]
  `);
});
