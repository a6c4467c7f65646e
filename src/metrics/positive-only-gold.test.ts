import { expect, test } from "vitest";
import { tableOf } from "../../test/support/worked-checks.ts";
import { positiveOnlyConvention } from "./compose-convention.ts";
import { type GoldMarks, parseGoldMarks, scorePositiveOnly } from "./positive-only-gold.ts";
import { preset } from "./presets.ts";

const NO_MARKS: GoldMarks = { ambiguous: [], noTextEvidence: [], exclude: false };

function score(gold: string[], candidate: string[], marks: Partial<GoldMarks>[] = []) {
  const positiveOnly = {
    table: tableOf(gold),
    marks: gold.map((_, row) => ({ ...NO_MARKS, ...marks[row] })),
  };
  const options = { convention: positiveOnlyConvention(), version: "1" };
  return scorePositiveOnly(positiveOnly, tableOf(candidate), options);
}

function edema(result: ReturnType<typeof score>, block = "14 pos") {
  return result.perObservation.find((one) => one.block === block && one.group === "Edema");
}

test("both readings of the candidate stand side by side", () => {
  const result = score(["Edema +", "Edema +"], ["Edema +", "Edema u"]);

  expect(edema(result)?.values).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  expect(edema(result, "14 pos+unc")?.values).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test("an ambiguous cell counts neither as found nor as false", () => {
  const result = score(["", "Edema +"], ["Edema +", "Edema +"], [{ ambiguous: ["Edema"] }]);

  expect(edema(result)?.counts).toMatchObject({ tp: 1, fp: 0, fn: 0 });
});

test("a positive without text never counts as missed, but counts when found", () => {
  const marks = [{ noTextEvidence: ["Edema"] as const }, { noTextEvidence: ["Edema"] as const }];

  const result = score(["Edema +", "Edema +", ""], ["", "Edema +", "Edema +"], marks);

  expect(edema(result)?.counts).toMatchObject({ tp: 0, fp: 1, fn: 0, found_without_text: 1 });
  expect(edema(result)?.values["precision"]).toBe(0.5);
});

test("an excluded report is left out", () => {
  const result = score(["Edema +", "Edema +"], ["Edema +", ""], [{}, { exclude: true }]);

  expect(result.reportCount).toBe(1);
  expect(edema(result)?.values["recall"]).toBe(1);
});

test("there is no confusion matrix, kappa or accuracy against such gold", () => {
  const result = score(["Edema +"], ["Edema +"]);

  expect(result.confusion).toEqual({});
  expect(Object.keys(result.aggregate[0]?.values ?? {})).toEqual(["precision", "recall", "f1"]);
});

test("conventions that speak of four classes are refused", () => {
  const gold = { table: tableOf(["Edema +"]), marks: [NO_MARKS] };

  for (const name of ["chexbert-paper", "mimic-negation", "f1chexbert"] as const) {
    const options = { convention: preset(name), version: "1" };
    expect(() => scorePositiveOnly(gold, tableOf([""]), options)).toThrow(/positive-only/);
  }
});

test("gold with negatives is refused with its row", () => {
  expect(() => score(["", "Edema -"], ["", ""])).toThrow(/row 2, column "Edema"/);
});

test("marks are lists separated by semicolons, in any letter case", () => {
  const cells = { ambiguous: "edema; Fracture", noTextEvidence: "", exclude: "1" };

  expect(parseGoldMarks(cells, { row: 1 })).toEqual({
    ambiguous: ["Edema", "Fracture"],
    noTextEvidence: [],
    exclude: true,
  });
  expect(() => parseGoldMarks({ ...cells, ambiguous: "oedema" }, { row: 7 })).toThrow(/row 7/);
  expect(parseGoldMarks({ ...cells, exclude: "no text" }, { row: 7 }).exclude).toBe(true);
  expect(parseGoldMarks({ ...cells, exclude: "0" }, { row: 7 }).exclude).toBe(false);
});
