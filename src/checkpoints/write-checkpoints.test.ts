import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkpointPath } from "../../test/support/checkpoint-fixtures.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import type { AdamState } from "./adam-state.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { openCheckpoint } from "./open-checkpoint.ts";
import { writableTensors } from "./tensor-writer.ts";
import { type WritableAdam, writeTorchCheckpoint } from "./torch/write-checkpoint.ts";
import { writeModelFolder } from "./write-model-folder.ts";
import { writeSafetensors } from "./write-safetensors.ts";

async function writableAdam(state: AdamState): Promise<WritableAdam> {
  const steps: (number | undefined)[] = [];
  for (let i = 0; i < state.parameterCount; i += 1) steps.push((await state.readMoments(i))?.step);
  return {
    parameterGroups: state.parameterGroups,
    steps,
    async readMoments(index) {
      const moments = await state.readMoments(index);
      if (moments === undefined) throw new Error(`no moments of ${index}`);
      return moments;
    },
  };
}

async function expectSameTensors(written: Checkpoint, original: Checkpoint): Promise<void> {
  expect([...written.tensors.keys()]).toEqual([...original.tensors.keys()]);
  for (const name of original.tensors.keys()) {
    expect(await written.readTensor(name)).toEqual(await original.readTensor(name));
  }
}

/** SHA-256 of a file that `test/oracles/load_checkpoint.py` loaded strictly with PyTorch 2.15. */
const LOADED_BY_PYTORCH = "c971e641af1a62a42e5ae4ec2d3ee168e3f7a47b175b96d59bca97525226897f";

test("a .pth with Adam's state reads back, and is the file that PyTorch was seen to load", async () => {
  await using original = await openCheckpoint(checkpointPath("zip-module-adam.pth"));
  const adam = await original.readOptimizer();
  if (adam === undefined) throw new Error("the fixture has Adam's state");
  using temporary = temporaryFolder();
  const path = join(temporary.path, "written.pth");

  await writeTorchCheckpoint(path, {
    epoch: 5,
    tensors: writableTensors(original),
    optimizer: await writableAdam(adam),
    modulePrefix: "with",
  });

  await using written = await openCheckpoint(path);
  await expectSameTensors(written, original);
  expect([written.epoch, written.hasModulePrefix]).toEqual([5, true]);
  const again = await written.readOptimizer();
  expect(again?.parameterGroups).toEqual(adam.parameterGroups);
  for (let i = 0; i < adam.parameterCount; i += 1) {
    expect(await again?.readMoments(i)).toEqual(await adam.readMoments(i));
  }
  const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
  expect(digest).toBe(LOADED_BY_PYTORCH);
});

test("the bytes of every written tensor are aligned to 64", async () => {
  await using original = await openCheckpoint(checkpointPath("legacy-bare.pth"));
  using temporary = temporaryFolder();
  const path = join(temporary.path, "written.pth");

  await writeTorchCheckpoint(path, { epoch: 1, tensors: writableTensors(original) });

  await using written = await openCheckpoint(path);
  const misaligned = [...written.tensors.values()].filter((tensor) => tensor.byteOffset % 64 !== 0);
  expect(misaligned).toEqual([]);
  expect(await written.readOptimizer()).toBeUndefined();
});

test("safetensors read back", async () => {
  await using original = await openCheckpoint(checkpointPath("legacy-non-contiguous.pth"));
  using temporary = temporaryFolder();
  const path = join(temporary.path, "model.safetensors");

  await writeSafetensors(path, writableTensors(original));

  await using written = await openCheckpoint(path);
  await expectSameTensors(written, original);
});

test("a model folder reads back with its vocabulary and casing", async () => {
  await using original = await openCheckpoint(checkpointPath("zip-plain.pth"));
  using temporary = temporaryFolder();
  const folder = join(temporary.path, "model");

  await writeModelFolder(folder, {
    config: { hidden_size: 24 },
    tensors: writableTensors(original),
    vocabulary: ["[PAD]", "a\u2028b", "##c"],
    doLowerCase: false,
  });

  await using written = await openCheckpoint(folder);
  await expectSameTensors(written, original);
  expect(written.container).toBe("folder");
  expect(written.metadata).toEqual({
    config: { hidden_size: 24 },
    vocabulary: ["[PAD]", "a\u2028b", "##c"],
    doLowerCase: false,
  });
  expect(readFileSync(join(folder, "SHA256SUMS"), "utf8")).toMatch(/^([0-9a-f]{64} {2}\S+\n){4}$/);
});

test("a failed write leaves no file behind", async () => {
  using temporary = temporaryFolder();
  const folder = temporary.path;
  const tensor = { name: "a", shape: [2], read: () => Promise.reject(new Error("lost")) };

  const writing = writeSafetensors(join(folder, "model.safetensors"), [tensor]);

  await expect(writing).rejects.toThrow("lost");
  expect(readdirSync(folder)).toEqual([]);
});

test("a folder that does not exist is a runtime error with the path", async () => {
  const writing = writeSafetensors("/no/such/folder/model.safetensors", []);

  await expect(writing).rejects.toMatchObject({ code: "FILE_NOT_WRITABLE" });
});
