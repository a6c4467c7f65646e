import { statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { openCheckpoint } from "./open-checkpoint.ts";
import { applyRowScales, quantizeRows } from "./row-scales.ts";
import { tensorBlocks } from "./tensor-values.ts";
import { writeSafetensors } from "./write-safetensors.ts";

test("no value is off by more than half a step of its row", () => {
  const matrices = fc.float32Array({
    minLength: 12,
    maxLength: 12,
    min: -1e6,
    max: 1e6,
    noNaN: true,
  });
  fc.assert(
    fc.property(matrices, (values) => {
      const { integers, scales } = quantizeRows(values, 4);
      const restored = Float32Array.from(integers);
      applyRowScales(restored, scales, { rowLength: 4 });
      values.forEach((value, i) => {
        const step = scales[Math.floor(i / 4)] ?? 0;
        // Plus what float32 rounds.
        expect(Math.abs(value - (restored[i] ?? 0))).toBeLessThanOrEqual(step * 0.5001 + 1e-40);
      });
    }),
  );
});

test("a row of zeros stays zero", () => {
  expect(quantizeRows(Float32Array.of(0, 0, 3, -6), 2)).toEqual({
    integers: Int8Array.of(0, 0, 64, -127),
    scales: Float32Array.of(0, 6 / 127),
  });
});

test("an int8 matrix in a file reads as float32, whole and in blocks", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "m.safetensors");
  const read = async () => Float32Array.of(1, -2, 0.5, 40, 0, -20);
  await writeSafetensors(path, [
    { name: "matrix", shape: [2, 3], storage: "int8", read },
    { name: "bias", shape: [6], read },
  ]);

  await using checkpoint = await openCheckpoint(path);
  const values = await checkpoint.readTensor("matrix");
  const info = checkpoint.tensors.get("matrix");
  const blocks: Float32Array[] = [];
  if (info !== undefined) for await (const block of tensorBlocks(info)) blocks.push(block);

  expect([...checkpoint.tensors.keys()]).toEqual(["bias", "matrix"]);
  expect([...values].map((value) => Math.round(value * 100) / 100)).toEqual([
    1.01, -2, 0.5, 40, 0, -20.16,
  ]);
  expect(blocks).toEqual([values]);
  expect(await checkpoint.readTensor("bias")).toEqual(await read());
});

test("scales of another size than the matrix are refused", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "m.safetensors");
  const tensor = (name: string, length: number) => ({
    name,
    shape: [length],
    read: async () => new Float32Array(length),
  });
  await writeSafetensors(path, [tensor("w", 4), tensor("w.row_scales", 4)]);
  expect(statSync(path).size).toBeGreaterThan(32);

  await expect(openCheckpoint(path)).rejects.toMatchObject({ code: "CHECKPOINT_ROW_SCALES" });
});
