/**
 * @file Damages checkpoints and asks that the readers either give a value or a FormatError.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { memorySource } from "../../src/base/byte-source.ts";
import { FormatError } from "../../src/base/errors.ts";
import { checkBert, checkFiniteValues } from "../../src/bert/check-checkpoint.ts";
import { openCheckpoint } from "../../src/checkpoints/open-checkpoint.ts";
import { checkpointPath } from "./checkpoint-fixtures.ts";
import { mutations } from "./mutate-bytes.ts";

/** A file of each reader, and where the bytes are that steer it (negative: from the end). */
export const READER_FILES: readonly (readonly [string, readonly number[]])[] = [
  ["zip-module-adam.pth", [0, 600, 2500, -30000, -8000, -600]],
  ["legacy-module-adam.pth", [0, 300, 3000, 12000]],
  ["legacy-shared.pth", [0, 300, 3000]],
  ["model.safetensors", [0, 300, 2000]],
];

/** Opens a damaged file and reads everything in it; returns what went wrong, if anything did. */
export async function readDamaged(name: string, bytes: Uint8Array): Promise<string | undefined> {
  try {
    await using checkpoint = await openCheckpoint(memorySource(name, bytes));
    await checkFiniteValues(checkpoint);
    for (const tensor of checkpoint.tensors.keys()) await checkpoint.readTensor(tensor);
    const adam = await checkpoint.readOptimizer();
    for (let i = 0; i < (adam?.parameterCount ?? 0); i += 1) await adam?.readMoments(i);
    checkBert(checkpoint, "labeler");
    return undefined;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Runs mutations of one fixture; fails at the first that ends in anything but a FormatError. */
export async function checkMutations(
  name: string,
  hotspots: readonly number[],
  runs: number,
): Promise<void> {
  const bytes = readFileSync(checkpointPath(name));
  await fc.assert(
    fc.asyncProperty(mutations(hotspots), async (mutate) => {
      const wrong = await readDamaged(name, mutate(new Uint8Array(bytes)));
      if (wrong !== undefined) throw new Error(wrong);
    }),
    { numRuns: runs, endOnFailure: true },
  );
}
