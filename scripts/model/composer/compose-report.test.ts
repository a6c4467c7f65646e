import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LABEL_CLASSES } from "../../../src/labels/label-class.ts";
import { OBSERVATIONS } from "../../../src/labels/observations.ts";
import { diversityOf } from "../diversity-statistics.ts";
import { aggregate } from "./aggregate.ts";
import { composeReport } from "./compose-report.ts";

const REPORTS = Array.from({ length: 4000 }, (_, i) => composeReport(i, { seed: 11 }));

test("the same seed and index give the same report", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e6), (seed, index) => {
      expect(composeReport(index, { seed })).toEqual(composeReport(index, { seed }));
    }),
    { numRuns: 50 },
  );
});

test("another seed gives other reports", () => {
  const other = new Set(Array.from({ length: 500 }, (_, i) => composeReport(i, { seed: 12 }).text));

  expect(REPORTS.slice(0, 500).filter(({ text }) => other.has(text)).length).toBeLessThan(25);
});

test("noise, removed words and letter case change the text and never a label", () => {
  fc.assert(
    fc.property(fc.nat(1e6), (index) => {
      const clean = composeReport(index, { seed: 5, noiseShare: 0 });
      const noisy = composeReport(index, { seed: 5, noiseShare: 1, noise: 0.5 });

      expect(noisy.labels).toEqual(clean.labels);
    }),
    { numRuns: 50 },
  );
});

test("labels follow from the statements of the report", () => {
  for (const { sections, labels } of REPORTS.slice(0, 300)) {
    expect(aggregate(sections.flatMap(({ statements }) => statements))).toEqual(labels);
  }
});

test("No Finding is positive or blank, and never beside a finding", () => {
  for (const { labels } of REPORTS) {
    const hasFinding = OBSERVATIONS.some(
      (observation) =>
        observation !== "No Finding" &&
        observation !== "Support Devices" &&
        ["positive", "uncertain"].includes(labels[observation]),
    );
    expect(["positive", "blank"]).toContain(labels["No Finding"]);
    expect(hasFinding && labels["No Finding"] === "positive").toBe(false);
  }
});

test("text around findings and impression states nothing", () => {
  const around = REPORTS.flatMap(({ sections }) =>
    sections.filter(({ part }) => part === "around"),
  );

  expect(around.length).toBeGreaterThan(100);
  expect(around.flatMap(({ statements }) => statements.flatMap(({ facts }) => facts))).toEqual([]);
});

describe("class coverage", () => {
  const { classShares, lengthQuantiles, duplicateShare } = diversityOf(REPORTS);

  test.each(OBSERVATIONS.filter((observation) => observation !== "No Finding"))(
    "%s has every class in at least 1.3 %% of reports",
    (observation) => {
      for (const labelClass of LABEL_CLASSES) {
        expect(classShares?.[observation][labelClass]).toBeGreaterThan(0.013);
      }
    },
  );

  test("No Finding is positive in a quarter to two fifths of the reports", () => {
    expect(classShares?.["No Finding"].positive).toBeGreaterThan(0.25);
    expect(classShares?.["No Finding"].positive).toBeLessThan(0.4);
  });

  test("most reports are short, some long, few double", () => {
    expect(lengthQuantiles["50 %"]).toBeLessThan(30);
    expect(lengthQuantiles["99 %"]).toBeGreaterThan(100);
    expect(duplicateShare).toBeLessThan(0.02);
  });
});

test.each([
  ["upperShare", (text: string) => text === text.toUpperCase()],
  ["lowerShare", (text: string) => text === text.toLowerCase()],
] as const)("%s one gives nothing else", (option, isSo) => {
  const texts = Array.from(
    { length: 40 },
    (_, i) =>
      composeReport(i, {
        seed: 3,
        upperShare: 0,
        lowerShare: 0,
        removalShare: 0,
        noiseShare: 0,
        telegraphicShare: 0,
        [option]: 1,
      }).text,
  );

  expect(texts.filter((text) => !isSo(text.replaceAll("XXXX", "")) && !isSo(text))).toEqual([]);
});
