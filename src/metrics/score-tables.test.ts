import { expect, test } from "vitest";
import { CHECK_B, tableOf } from "../../test/support/worked-checks.ts";
import { composeConvention } from "./compose-convention.ts";
import { parseLabelSet } from "./label-set.ts";
import { PRESET_NAMES, preset } from "./presets.ts";
import { READINGS } from "./reading.ts";
import { type IntervalPlan, scoreTables } from "./score-tables.ts";
import { labelTable } from "./tables/label-table.ts";

function f1Micro(interval: IntervalPlan, check = CHECK_B) {
  const options = { convention: preset("f1chexbert"), interval, version: "1.2.0" };
  const result = scoreTables(check.reference, check.candidate, options);
  const group = result.aggregate.find((one) => one.block === "14" && one.group === "micro");
  return { result, interval: group?.intervals?.["f1"], value: group?.values["f1"] ?? 0 };
}

test("the same seed gives the same interval, another seed another one", () => {
  const plan = { resamples: 200, seed: 1 };

  expect(f1Micro(plan).interval).toEqual(f1Micro(plan).interval);
  expect(f1Micro(plan).interval).not.toEqual(f1Micro({ ...plan, seed: 2 }).interval);
});

test("an interval holds its value", () => {
  for (const method of ["percentile", "bca", "paper"] as const) {
    const { interval, value } = f1Micro({ method, resamples: 500 });

    expect(interval?.lower).toBeLessThanOrEqual(value);
    expect(value).toBeLessThanOrEqual(interval?.upper ?? 0);
  }
});

test("one cluster with all reports has no spread", () => {
  const { interval, value } = f1Micro({
    resamples: 20,
    clusters: CHECK_B.reference.ids.map(() => "p"),
  });

  expect(interval?.lower).toBeCloseTo(value, 14);
  expect(interval?.upper).toBeCloseTo(value, 14);
});

test("llava-rad reports the median of its replicates when intervals are made", () => {
  const options = {
    convention: preset("llava-rad"),
    interval: { method: "percentile", resamples: 500, seed: 3 },
    version: "1.2.0",
  } as const;

  const group = scoreTables(CHECK_B.reference, CHECK_B.candidate, options).aggregate[0];

  expect(group?.values["f1"]).toBe(group?.intervals?.["f1"]?.median);
});

test("a signature has fixed keys and no file names", () => {
  const { result } = f1Micro({ resamples: 20, clusters: CHECK_B.reference.ids });

  expect(result.signature).toBe(
    "F1-CheXbert|preset:f1chexbert|read:pos+unc|labels:14|avg:micro|zero:0|blank:neg|model:labels|n:8|ci:bca-20-seed7-cluster:patient|v:1.2.0",
  );
});

test("a composed convention equals the preset with the same parts", () => {
  const composed = composeConvention({ reading: READINGS.pos, averages: ["macro"] });

  const mine = scoreTables(CHECK_B.reference, CHECK_B.candidate, {
    convention: composed,
    version: "1",
  });

  expect(mine.aggregate[0]?.values["f1"]).toBeCloseTo(0.452380952380952, 14);
});

test("dropping uncertain labels leaves their cells out of every count", () => {
  const convention = composeConvention({ uncertain: "drop", averages: ["micro", "samples"] });

  const result = scoreTables(CHECK_B.reference, CHECK_B.candidate, { convention, version: "1" });

  // Counted by hand: four cells are uncertain in the reference, four others in the candidate.
  expect(result.leftOutCells).toBe(8);
  expect(result.aggregate[0]?.counts).toMatchObject({ tp: 7, fp: 2, fn: 1, tn: 94 });
  expect(result.signature).toContain("|unc:drop|");
});

test("blank as negative makes the reading of negatives count blanks", () => {
  const convention = composeConvention({
    reading: READINGS.neg,
    blank: "neg",
    averages: ["micro"],
  });
  const reference = tableOf(["Edema -"]);
  const candidate = tableOf([""]);

  const result = scoreTables(reference, candidate, { convention, version: "1" });

  expect(result.aggregate[0]?.counts).toMatchObject({ tp: 14, fp: 0, fn: 0, tn: 0 });
});

test("zero division nan spoils a macro average, skip leaves the label out", () => {
  const score = (zeroDivision: "nan" | "skip" | "1") => {
    const convention = composeConvention({ zeroDivision, averages: ["macro", "samples"] });
    const table = tableOf(["Edema +", ""]);
    const result = scoreTables(table, table, { convention, version: "1" });
    return result.aggregate.map(({ values }) => values["f1"]);
  };

  expect(score("nan")).toEqual([Number.NaN, Number.NaN]);
  expect(score("skip")).toEqual([1, 1]);
  expect(score("1")).toEqual([1, 1]);
});

test("a label set that a table has no column for is refused", () => {
  const short = labelTable(["1"], new Uint8Array(14), ["Edema"]);
  const full = tableOf(["Edema +"]);
  const options = (name: string) => ({
    convention: composeConvention({ labelSet: parseLabelSet(name) }),
    version: "1",
  });

  expect(scoreTables(full, short, options("edema")).reportCount).toBe(1);
  expect(() => scoreTables(full, short, options("14"))).toThrow(/Enlarged Cardiomediastinum/);
});

test.each(PRESET_NAMES)("%s leaves the tables as they are and gives the same twice", (name) => {
  const before = structuredClone([CHECK_B.reference, CHECK_B.candidate]);
  const options = { convention: preset(name), version: "1.2.0" };

  const first = scoreTables(CHECK_B.reference, CHECK_B.candidate, options);
  const second = scoreTables(CHECK_B.reference, CHECK_B.candidate, options);

  expect([CHECK_B.reference, CHECK_B.candidate]).toEqual(before);
  expect(second).toEqual(first);
});
