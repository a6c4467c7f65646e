import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkpointPath } from "../../test/support/checkpoint-fixtures.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { openCheckpoint } from "../checkpoints/open-checkpoint.ts";
import { readTensorValues } from "../checkpoints/tensor-values.ts";
import { convertCheckpoint } from "./convert-checkpoint.ts";

const source = checkpointPath("wide-zip.pth");
const SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

describe("a .pth for the original's strict loader", () => {
  test.each(["pth", "pth-module"] as const)(
    "made of our folder with --to %s has it all",
    async (to) => {
      using folder = temporaryFolder();
      const [model, written] = [join(folder.path, "model"), join(folder.path, "written.pth")];

      const vocabularyFile = join(folder.path, "vocab.txt");
      const words = Array.from({ length: 29 - SPECIAL.length }, (_, index) => `w${index}`);
      writeFileSync(vocabularyFile, [...SPECIAL, ...words, ""].join("\n"));
      await convertCheckpoint(source, model, { vocabularyFile });
      await convertCheckpoint(model, written, { to });

      await using before = await openCheckpoint(source);
      await using after = await openCheckpoint(written);
      expect([...after.tensors.keys()]).toEqual([...before.tensors.keys()]);
      expect(after.hasModulePrefix).toBe(to === "pth-module");
      for (const [name, tensor] of before.tensors) {
        const other = after.tensors.get(name);
        expect(other && (await readTensorValues(other)), name).toEqual(
          await readTensorValues(tensor),
        );
      }
      const adam = await after.readOptimizer();
      expect(adam?.parameterGroups).toMatchObject([
        { learningRate: 2e-5, parameterCount: before.tensors.size },
      ]);
      expect(await adam?.readMoments(0)).toBeUndefined();
    },
  );
});
