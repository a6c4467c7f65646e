import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  checkpointNames,
  checkpointPath,
  readExpectedCheckpoints,
} from "../../test/support/checkpoint-fixtures.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { memorySource } from "../base/byte-source.ts";
import { FormatError } from "../base/errors.ts";
import { openCheckpoint } from "./open-checkpoint.ts";

const expected = readExpectedCheckpoints();

/** Relative error of sums: the narrow types round each value. */
const TOLERANCES: Readonly<Record<string, number>> = {
  "zip-float16.pth": 1e-3,
  "zip-bfloat16.pth": 1e-2,
};

test("there is a fixture for every container and variant", () => {
  expect(checkpointNames().length).toBe(23);
});

test.each(checkpointNames())("reads the tensors of %s as PyTorch wrote them", async (name) => {
  await using checkpoint = await openCheckpoint(checkpointPath(name));
  const model = name.startsWith("wide") ? expected.wide : expected.odd;
  const tolerance = TOLERANCES[name] ?? 1e-6;

  expect(checkpoint.tensors.size).toBeGreaterThan(38);
  for (const tensor of checkpoint.tensors.keys()) {
    const values = await checkpoint.readTensor(tensor);
    const [sum, first] = model.tensors[tensor] ?? [Number.NaN, []];
    const scale = values.reduce((total, value) => total + Math.abs(value), 0);
    const ours = values.reduce((total, value) => total + value, 0);
    expect(Math.abs(ours - sum), tensor).toBeLessThanOrEqual(tolerance * scale);
    for (const [i, value] of first.entries()) {
      expect(Math.abs((values[i] ?? Number.NaN) - value), tensor).toBeLessThanOrEqual(
        tolerance * Math.max(1, Math.abs(value)),
      );
    }
  }
});

test("names, container, epoch and prefix are those of the file", async () => {
  await using zip = await openCheckpoint(checkpointPath("zip-module-adam.pth"));
  await using legacy = await openCheckpoint(checkpointPath("legacy-module-adam.pth"));
  await using bare = await openCheckpoint(checkpointPath("zip-bare.pth"));

  expect([zip.container, zip.epoch, zip.hasModulePrefix]).toEqual(["torch-zip", 5, true]);
  expect([legacy.container, legacy.epoch, legacy.hasModulePrefix]).toEqual([
    "torch-legacy",
    5,
    true,
  ]);
  expect([bare.container, bare.epoch, bare.hasModulePrefix]).toEqual([
    "torch-zip",
    undefined,
    false,
  ]);
  expect([...zip.tensors.keys()]).toEqual(expected.odd.parameterNames);
});

test("position_ids is left out and named", async () => {
  await using checkpoint = await openCheckpoint(checkpointPath("zip-position-ids.pth"));

  expect(checkpoint.ignoredNames).toEqual(["bert.embeddings.position_ids"]);
  expect([...checkpoint.tensors.keys()]).toEqual(expected.odd.parameterNames);
});

test("an encoder saved alone, with gamma and beta, gets canonical names", async () => {
  await using checkpoint = await openCheckpoint(checkpointPath("folder-encoder-bin"));

  expect([...checkpoint.tensors.keys()]).toEqual(
    expected.odd.parameterNames.filter((name) => name.startsWith("bert.")),
  );
  expect(checkpoint.metadata.config?.["hidden_size"]).toBe(24);
});

test.each(["zip-module-adam.pth", "legacy-module-adam.pth"])(
  "reads Adam's state of %s in parameter order",
  async (name) => {
    await using checkpoint = await openCheckpoint(checkpointPath(name));
    const adam = await checkpoint.readOptimizer();

    expect(adam?.parameterNames).toEqual(expected.odd.parameterNames);
    expect(adam?.parameterGroups).toEqual([
      {
        learningRate: 2e-5,
        betas: [0.9, 0.999],
        epsilon: 1e-8,
        weightDecay: 0,
        amsgrad: false,
        parameterCount: expected.odd.parameterNames.length,
      },
    ]);
    for (const [index, parameter] of expected.odd.parameterNames.entries()) {
      const moments = await adam?.readMoments(index);
      const oracle = expected.odd.adam[parameter];
      expect(moments?.step).toBe(oracle?.step);
      const sum = moments?.expAvg.reduce((total, value) => total + value, 0);
      const sumSq = moments?.expAvgSq.reduce((total, value) => total + value, 0);
      expect(sum ?? 0).toBeCloseTo(oracle?.expAvg ?? 0, 2);
      expect(sumSq ?? 0).toBeCloseTo(oracle?.expAvgSq ?? 0, 2);
    }
  },
);

test("a checkpoint that was saved on a GPU reads like one that was saved on the CPU", async () => {
  const saved = readFileSync(checkpointPath("legacy-module-adam.pth")).toString("latin1");
  // The device stands once in each pickle, as a string with its length; later places refer to it.
  const onGpu = saved.replaceAll("X\x03\0\0\0cpu", "X\x06\0\0\0cuda:1");
  await using gpu = await openCheckpoint(memorySource("gpu.pth", Buffer.from(onGpu, "latin1")));
  await using cpu = await openCheckpoint(checkpointPath("legacy-module-adam.pth"));

  expect(onGpu).toContain("cuda:1");
  expect([...gpu.tensors.keys()]).toEqual([...cpu.tensors.keys()]);
  for (const name of gpu.tensors.keys()) {
    expect(await gpu.readTensor(name), name).toEqual(await cpu.readTensor(name));
  }
});

test("a file without optimizer state has none", async () => {
  await using checkpoint = await openCheckpoint(checkpointPath("zip-plain.pth"));

  expect(await checkpoint.readOptimizer()).toBeUndefined();
});

test.each([
  ["a path with nothing there", "/no/such/file.pth", "CHECKPOINT_NOT_FOUND"],
  ["a device without end", "/dev/zero", "CHECKPOINT_NOT_A_FILE"],
  ["a folder without weights", import.meta.dirname, "CHECKPOINT_NO_WEIGHTS"],
  ["a text file", import.meta.filename, "CHECKPOINT_UNKNOWN_CONTAINER"],
])("%s is a format error", async (_, path, code) => {
  const error = await openCheckpoint(path).catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(FormatError);
  expect(error).toMatchObject({ code });
});

test("an empty file is a format error", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "empty.pth");
  writeFileSync(path, "");

  await expect(openCheckpoint(path)).rejects.toMatchObject({
    code: "CHECKPOINT_UNKNOWN_CONTAINER",
  });
});

/** A pickle of `os.system("…")` in protocol 2, and in the text form of protocol 0. */
const HOSTILE_PICKLES = [
  "\x80\x02cposix\nsystem\nq\x00X\x0c\x00\x00\x00touch /tmp/xq\x01\x85q\x02Rq\x03.",
  "cposix\nsystem\n(S'touch /tmp/x'\ntR.",
];

test.each(HOSTILE_PICKLES)(
  "a pickle that wants to run a command is refused by name",
  async (text) => {
    const source = memorySource("hostile.pth", Buffer.from(text, "latin1"));

    const error = await openCheckpoint(source).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({
      code: "TORCH_UNSUPPORTED_GLOBAL",
      message: expect.stringContaining("`posix system`"),
    });
  },
);
