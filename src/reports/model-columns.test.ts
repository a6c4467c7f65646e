import { expect, test } from "vitest";
import { decodeLogits } from "../labeler/decode.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { modelColumns } from "./model-columns.ts";

const logits = Float32Array.from({ length: 54 }, (_, i) => i / 8);
const labels = { ...decodeLogits(logits), empty: false, truncated: false, extra: {} };

test("there is a column for every observation and class, two for No Finding", () => {
  const names = modelColumns(["probabilities"], OBSERVATIONS).map(({ name }) => name);

  expect(names).toHaveLength(54);
  expect(names.slice(4, 8)).toEqual([
    "P(Cardiomegaly=blank)",
    "P(Cardiomegaly=positive)",
    "P(Cardiomegaly=negative)",
    "P(Cardiomegaly=uncertain)",
  ]);
  expect(names.slice(-2)).toEqual(["P(No Finding=blank)", "P(No Finding=positive)"]);
});

test("logits come in the order of the heads, unchanged", () => {
  const values = modelColumns(["logits"], OBSERVATIONS).map((column) => column.valueOf(labels));

  expect(values).toEqual([...logits]);
});

test("the probabilities of an observation add up to one", () => {
  const values = modelColumns(["probabilities"], ["Edema"]).map((column) => column.valueOf(labels));

  expect(values.reduce((sum = 0, value = 0) => sum + value, 0)).toBeCloseTo(1, 12);
});

test("a labeler without numbers leaves the cells empty", () => {
  const plain = { class: "blank" as const };
  const [column] = modelColumns(["logits"], ["Edema"]);

  expect(column?.valueOf({ ...labels, Edema: plain })).toBeUndefined();
});
