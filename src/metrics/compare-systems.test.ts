import { expect, test } from "vitest";
import { CHECK_B, tableOf } from "../../test/support/worked-checks.ts";
import { compareSystems } from "./compare-systems.ts";
import { preset } from "./presets.ts";
import { refuseDifferentSignatures } from "./signature.ts";

const OPTIONS = {
  convention: preset("f1chexbert"),
  interval: { resamples: 200, seed: 3 },
  rounds: 200,
};

function figure(comparison: ReturnType<typeof compareSystems>, group: string) {
  return comparison.differences.find((one) => one.group === group && one.score === "f1");
}

test("a system does not differ from itself", () => {
  const { reference, candidate } = CHECK_B;

  const comparison = compareSystems(reference, [candidate, candidate], OPTIONS);

  const micro = figure(comparison, "micro");
  expect(micro?.difference).toBe(0);
  expect(micro?.interval).toMatchObject({ lower: 0, upper: 0 });
  expect(micro?.pValue).toBe(1);
  expect(micro?.oneSidedPValue).toBe(1);
});

test("exchanging the systems turns the sign and keeps the p value", () => {
  const { reference, candidate } = CHECK_B;
  const none = tableOf(reference.ids.map(() => ""));

  const forth = figure(compareSystems(reference, [candidate, none], OPTIONS), "micro");
  const back = figure(compareSystems(reference, [none, candidate], OPTIONS), "micro");

  expect(forth?.difference).toBeCloseTo(10 / 14, 12);
  expect(back?.difference).toBe(-(forth?.difference ?? 0));
  expect(back?.pValue).toBe(forth?.pValue);
});

test("a difference on every report of forty is beyond chance", () => {
  const reference = tableOf(Array.from({ length: 40 }, () => "Edema +"));
  const perfect = reference;
  const blank = tableOf(Array.from({ length: 40 }, () => ""));

  const comparison = compareSystems(reference, [perfect, blank], OPTIONS);

  expect(figure(comparison, "micro")?.pValue).toBeCloseTo(1 / 201, 12);
  const edema = comparison.mcnemar.find(({ observation }) => observation === "Edema");
  expect(edema).toMatchObject({ onlyFirst: 40, onlySecond: 0 });
  expect(edema?.pValue).toBeCloseTo(2 ** -39, 20);
  expect(edema?.holmPValue).toBeCloseTo(14 * 2 ** -39, 20);
});

test("observations get p values after Holm, averages do not", () => {
  const { reference, candidate } = CHECK_B;
  const none = tableOf(reference.ids.map(() => ""));

  const comparison = compareSystems(reference, [candidate, none], OPTIONS);

  const edema = figure(comparison, "Edema");
  expect(edema?.holmPValue).toBeGreaterThanOrEqual(edema?.pValue ?? 2);
  expect(figure(comparison, "micro")?.holmPValue).toBeUndefined();
});

test("signatures may differ in n and ci only", () => {
  const line = "F1-CheXbert|preset:wcl|n:5|ci:none|v:1";

  refuseDifferentSignatures(line, line.replace("n:5", "n:6").replace("ci:none", "ci:bca-9"));
  expect(() => refuseDifferentSignatures(line, line.replace("wcl", "rgrg"))).toThrow(
    /preset:wcl and preset:rgrg/,
  );
});
