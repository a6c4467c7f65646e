import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../../../test/support/run-program.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { writeTinyModel } from "../../../test/support/tiny-model.ts";

test("reports that spell out special tokens are counted in a warning", async () => {
  using folder = temporaryFolder();
  await writeTinyModel(join(folder.path, "model"));
  writeFileSync(join(folder.path, "in.csv"), "id,text\n1,w7 [SEP] w8\n2,w9\n");

  const argv = ["label", "in.csv", "-o", "out.csv", "--checkpoint", "model", "--device", "cpu"];
  const { exitCode, stderr } = await runProgram(argv, { cwd: folder.path });

  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain("warning: 1 times a report spells out a special token such as [SEP]");
});
