import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECK_B } from "../../test/support/worked-checks.ts";
import { confusionOf, krippendorffAlpha, pairAgreement, tableAgreement } from "./agreement.ts";

const A = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2];
const B = [0, 0, 0, 0, 0, 0, 0, 1, 1, 3];

test("gives the worked values for ten reports", () => {
  const { observed, kappa, ac1 } = pairAgreement(confusionOf(A, B, 4));

  expect(observed).toBeCloseTo(0.8, 12);
  expect(kappa).toBeCloseTo(0.52380952381, 11);
  expect(ac1).toBeCloseTo(0.76833976834, 11);
  expect(krippendorffAlpha([A, B])).toBeCloseTo(0.536585365854, 11);
});

test("one class on both sides leaves kappa and alpha undefined and AC1 at 1", () => {
  const { kappa, ac1 } = pairAgreement(confusionOf([0, 0, 0], [0, 0, 0], 4));

  expect(kappa).toBeNaN();
  expect(ac1).toBe(1);
  expect(
    krippendorffAlpha([
      [0, 0],
      [0, 0],
    ]),
  ).toBeNaN();
});

test("alpha leaves out reports that only one annotator labeled", () => {
  const second = [...B.slice(0, 9), undefined];

  expect(krippendorffAlpha([A, second])).toBe(krippendorffAlpha([A.slice(0, 9), B.slice(0, 9)]));
});

test("No Finding has two classes, the others four", () => {
  const agreement = tableAgreement([CHECK_B.reference, CHECK_B.candidate]);

  expect(agreement.map(({ confusion }) => confusion?.length)).toEqual([...Array(13).fill(4), 2]);
  expect(agreement.find(({ observation }) => observation === "Edema")?.kappa).toBe(0.5);
});

test("agreement does not depend on which table comes first", () => {
  const column = fc.array(fc.nat(3), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(column, column, (first, second) => {
      const length = Math.min(first.length, second.length);
      const [a, b] = [first.slice(0, length), second.slice(0, length)];
      const forth = pairAgreement(confusionOf(a, b, 4));
      const back = pairAgreement(confusionOf(b, a, 4));

      expect(Number.isNaN(back.kappa)).toBe(Number.isNaN(forth.kappa));
      if (!Number.isNaN(forth.kappa)) expect(back.kappa).toBeCloseTo(forth.kappa, 12);
      expect(back.ac1).toBeCloseTo(forth.ac1, 12);
    }),
  );
});
