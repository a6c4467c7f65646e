import { expect, test } from "vitest";
import { OBSERVATIONS } from "../labels/observations.ts";
import { decodeLogits } from "./decode.ts";

/** The logits of one head, all other logits zero. */
function logitsWith(head: number, values: readonly number[]): Float32Array {
  const logits = new Float32Array(54);
  logits.set(values, head * 4);
  return logits;
}

test.each([
  [[0, 3, 1, 2], "positive"],
  [[0, 1, 3, 2], "negative"],
  [[0, 1, 2, 3], "uncertain"],
  [[-1, -2, -3, -4], "blank"],
  [[0, 2, 2, 2], "positive"],
  [[1, 1, 1, 1], "blank"],
])("logits %j say %s: the largest wins, on ties the first", (values, expected) => {
  OBSERVATIONS.slice(0, 13).forEach((observation, head) => {
    expect(decodeLogits(logitsWith(head, values))[observation].class).toBe(expected);
  });
});

test("No Finding reads the last two logits", () => {
  const label = decodeLogits(logitsWith(13, [0, Math.log(3)]))["No Finding"];

  expect(label.class).toBe("positive");
  expect(label.logits).toHaveLength(2);
  expect(label.probabilities.blank).toBeCloseTo(0.25, 6);
  expect(label.probabilities.positive).toBeCloseTo(0.75, 6);
  expect(label.probabilities).not.toHaveProperty("negative");
});

test("probabilities are the softmax, also of large logits", () => {
  const { probabilities } = decodeLogits(logitsWith(1, [1000, 1001, 999, 998])).Cardiomegaly;
  const sum = Math.exp(0) + Math.exp(1) + Math.exp(-1) + Math.exp(-2);

  expect(probabilities).toEqual({
    blank: expect.closeTo(1 / sum, 12),
    positive: expect.closeTo(Math.E / sum, 12),
    negative: expect.closeTo(Math.exp(-1) / sum, 12),
    uncertain: expect.closeTo(Math.exp(-2) / sum, 12),
  });
});
