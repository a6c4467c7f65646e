import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkpointPath, readExpectedCheckpoints } from "../../test/support/checkpoint-fixtures.ts";
import { memorySource } from "../base/byte-source.ts";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import type { TensorInfo } from "../checkpoints/tensor-info.ts";
import { checkBert, checkFiniteValues, checkVocabularySize } from "./check-checkpoint.ts";

const expected = readExpectedCheckpoints();
const folder = checkpointPath("folder-safetensors");

/** The tiny labeler with one change to its tensors. */
async function withTensors(
  change: (tensors: Map<string, TensorInfo>) => void,
): Promise<Checkpoint> {
  const checkpoint = await openCheckpoint(folder);
  const tensors = new Map(checkpoint.tensors);
  change(tensors);
  return { ...checkpoint, tensors };
}

function rename(tensors: Map<string, TensorInfo>, from: string, to: string): void {
  const tensor = tensors.get(from);
  tensors.delete(from);
  if (tensor !== undefined) tensors.set(to, tensor);
}

test("finds the sizes of a model folder", async () => {
  await using checkpoint = await openCheckpoint(folder);

  expect(checkBert(checkpoint, "labeler")).toEqual(expected.odd.config);
});

test.each(["wide-zip.pth", "wide-legacy.pth"])(
  "finds the sizes of %s from its tensors, with heads of width 64",
  async (name) => {
    await using checkpoint = await openCheckpoint(checkpointPath(name));

    expect(checkBert(checkpoint, "labeler")).toEqual(expected.wide.config);
  },
);

test("an encoder without heads is an encoder, and no labeler", async () => {
  await using checkpoint = await openCheckpoint(checkpointPath("folder-encoder-bin"));

  expect(checkBert(checkpoint, "encoder")).toEqual(expected.odd.config);
  expect(() => checkBert(checkpoint, "labeler")).toThrow("Expected tensor linear_heads.0.weight");
});

test("a labeler can serve as encoder", async () => {
  await using checkpoint = await openCheckpoint(folder);

  expect(checkBert(checkpoint, "encoder")).toEqual(expected.odd.config);
});

test("a width that fits no usual head is refused unless config.json says the heads", async () => {
  await using checkpoint = await openCheckpoint(checkpointPath("zip-bare.pth"));

  expect(() => checkBert(checkpoint, "labeler")).toThrow(
    "Expected a multiple of 64 as hidden size",
  );
});

test("a missing tensor is named", async () => {
  await using checkpoint = await withTensors((tensors) => tensors.delete("linear_heads.13.bias"));

  expect(() => checkBert(checkpoint, "labeler")).toThrow("Expected tensor linear_heads.13.bias");
});

test("a gap between layers shows as a missing tensor", async () => {
  await using checkpoint = await withTensors((tensors) => {
    for (const name of [...tensors.keys()]) {
      if (name.includes("layer.1.")) rename(tensors, name, name.replace("layer.1.", "layer.5."));
    }
  });

  expect(() => checkBert(checkpoint, "labeler")).toThrow("Expected tensor bert.encoder.layer.1.");
});

test("an extra tensor is named", async () => {
  await using checkpoint = await withTensors((tensors) => {
    const bias = tensors.get("linear_heads.0.bias");
    if (bias !== undefined) tensors.set("linear_heads.14.bias", bias);
  });

  expect(() => checkBert(checkpoint, "labeler")).toThrow("got also linear_heads.14.bias");
});

test("a misshapen tensor is named with both shapes", async () => {
  await using checkpoint = await withTensors((tensors) => {
    const weight = tensors.get("linear_heads.2.weight");
    if (weight !== undefined) tensors.set("linear_heads.2.weight", { ...weight, shape: [24, 4] });
  });

  expect(() => checkBert(checkpoint, "labeler")).toThrow(
    /Expected shape \[4,24\] of tensor linear_heads\.2\.weight .* got \[24,4\]/,
  );
});

test("whole numbers are no parameters", async () => {
  await using checkpoint = await withTensors((tensors) => {
    const weight = tensors.get("linear_heads.2.weight");
    if (weight !== undefined) tensors.set("linear_heads.2.weight", { ...weight, dtype: "int32" });
  });

  expect(() => checkBert(checkpoint, "labeler")).toThrow("got int32");
});

test("half a pooler is refused", async () => {
  await using checkpoint = await withTensors((tensors) => tensors.delete("bert.pooler.dense.bias"));

  expect(() => checkBert(checkpoint, "labeler")).toThrow("Expected tensor bert.pooler.dense.bias");
});

test("a config.json of another model is refused", async () => {
  await using checkpoint = await openCheckpoint(folder);
  const metadata = {
    ...checkpoint.metadata,
    config: { ...checkpoint.metadata.config, vocab_size: 98 },
  };

  expect(() => checkBert({ ...checkpoint, metadata }, "labeler")).toThrow("got 98 in config.json");
});

test("a vocabulary of another size is refused", async () => {
  await using checkpoint = await openCheckpoint(folder);

  expect(() => checkVocabularySize(checkpoint, expected.odd.config, 30522)).toThrow(
    "Expected a vocabulary of 99 entries",
  );
  expect(() => checkVocabularySize(checkpoint, expected.odd.config, 99)).not.toThrow();
});

test.each([Number.NaN, Number.NEGATIVE_INFINITY])(
  "the value %d is found and its tensor named",
  async (value) => {
    const bytes = readFileSync(checkpointPath("folder-safetensors/model.safetensors"));
    await using clean = await openCheckpoint(memorySource("model.safetensors", bytes));
    await checkFiniteValues(clean);
    const tensor = clean.tensors.get("linear_heads.7.weight");
    bytes.writeFloatLE(value, tensor?.byteOffset);
    await using checkpoint = await openCheckpoint(memorySource("model.safetensors", bytes));

    await expect(checkFiniteValues(checkpoint)).rejects.toThrow("tensor linear_heads.7.weight");
  },
);
