import { expect, test } from "vitest";
import { parseTrainConfig, TRAIN_PRESETS, trainConfigJsonSchema } from "./train-config.ts";

test("the preset of the original has its numbers", () => {
  expect(parseTrainConfig("chexbert-2020", {})).toMatchObject({
    epochs: 8,
    batchSize: 18,
    learningRate: 2e-5,
    optimizer: "adam",
    warmup: 0,
    decay: "none",
    clipNorm: null,
    dropout: 0.1,
    evaluateEverySteps: 2000,
    selection: "kappa",
  });
});

test("changes count over the preset", () => {
  const config = parseTrainConfig("default", { epochs: 1, clipNorm: null });

  expect(config).toEqual({ ...TRAIN_PRESETS.default, epochs: 1, clipNorm: null });
});

test("an unknown field is refused with the nearest name", () => {
  expect(() => parseTrainConfig("default", { learningrate: 1 })).toThrow(
    expect.objectContaining({ code: "TRAINING_CONFIG_KEY", hint: "Use training.learningRate" }),
  );
});

test.each([
  ["epochs", 0],
  ["dropout", 1],
  ["shuffle", "yes"],
  ["selection", "accuracy"],
])("%s = %s is refused with its name", (key, value) => {
  expect(() => parseTrainConfig("default", { [key]: value })).toThrow(
    expect.objectContaining({
      code: "TRAINING_CONFIG_VALUE",
      message: expect.stringContaining(`training.${key}`),
    }),
  );
});

test("every field is described in the JSON Schema", () => {
  const { properties } = trainConfigJsonSchema() as {
    readonly properties: Readonly<Record<string, { readonly description?: string }>>;
  };

  expect(Object.keys(properties)).toEqual(Object.keys(TRAIN_PRESETS.default));
  expect(Object.values(properties).every(({ description }) => description !== undefined)).toBe(
    true,
  );
});
