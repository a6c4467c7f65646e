import { expect, test } from "vitest";
import { OBSERVATIONS } from "../labels/observations.ts";
import { parseCalibration } from "./calibration.ts";
import { decodeLogits } from "./decode.ts";

test("a checkpoint without calibration has temperatures of 1 and rules without a vote", () => {
  const { temperatures, ruleVote } = parseCalibration("m", undefined);

  expect(new Set(OBSERVATIONS.map((observation) => temperatures[observation]))).toEqual(
    new Set([1]),
  );
  expect(ruleVote).toBe(0);
});

test("a temperature changes the probabilities of its head and no class", () => {
  const { temperatures } = parseCalibration("m", {
    schema: "chexbert-calibration/1",
    temperatures: { Cardiomegaly: 2 },
  });
  const logits = new Float32Array(54);
  // Enlarged Cardiomediastinum and Cardiomegaly, four classes each.
  logits.set([0, Math.log(16), 0, 0, 0, Math.log(16), 0, 0]);

  const labels = decodeLogits(logits, temperatures);

  expect(labels["Enlarged Cardiomediastinum"].probabilities.positive).toBeCloseTo(16 / 19, 6);
  expect(labels.Cardiomegaly.probabilities.positive).toBeCloseTo(4 / 7, 6);
  expect(labels.Cardiomegaly.class).toBe("positive");
});

test.each([
  [{}],
  [{ schema: "chexbert-calibration/1", temperatures: { Edema: 0 } }],
  [{ schema: "chexbert-calibration/1", temperatures: { Oedema: 1 } }],
  [{ schema: "chexbert-calibration/1", temperatures: {}, ruleVote: -1 }],
])("%j is refused", (value) => {
  expect(() => parseCalibration("m", value)).toThrow(
    expect.objectContaining({ code: "CALIBRATION_FILE" }),
  );
});
