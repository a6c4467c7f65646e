import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";

test.each([
  [["--probabilities"], 2, "OPTION_NEEDS_MODEL"],
  [["--engine", "rules", "--logits"], 2, "OPTION_NEEDS_MODEL"],
  [["--embeddings", "vectors.npy"], 2, "OPTION_NEEDS_MODEL"],
  [["--checkpoint", "none.pth", "--engine", "rules"], 2, "CHECKPOINT_NEEDS_MODEL"],
  [["--checkpoint", "none.pth"], 4, "CHECKPOINT_NOT_FOUND"],
  [["--checkpoint", "."], 4, "CHECKPOINT_"],
  [["--checkpoint", "none.pth", "--device", "gpu"], 2, "DEVICE_UNKNOWN"],
  [["--checkpoint", "none.pth", "--threads", "0"], 2, "ARGUMENT_BAD_VALUE"],
])("label %j exits with %i and %s, and writes nothing", async (options, exitCode, code) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "in.csv"), "id,Report Impression\n1,No edema.\n");

  const result = await runInProcess(["label", "in.csv", "-o", "out.csv", ...options], {
    cwd: folder.path,
  });

  expect(result).toMatchObject({ exitCode, stdout: "" });
  expect(result.stderr).toContain(`error[${code}`);
  expect(readdirSync(folder.path)).toEqual(["in.csv"]);
});
