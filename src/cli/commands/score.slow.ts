/**
 * @file Scores by a model, on the built package: its workers are built files.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { oddModel } from "../../../test/support/odd-model.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { scoreDocumentSchema } from "../metric-job/score-document.ts";

const bin = join(import.meta.dirname, "../../../bin/chexbert.js");

test("s_emb of equal texts is 1, and the signature names the model by its checksum", () => {
  using model = oddModel();
  using folder = temporaryFolder();
  const file = join(folder.path, "reports.csv");
  writeFileSync(file, "id,text\na,w10 w11\nb,w12 w13 w14\n");
  const argv = ["score", "--references", file, "--candidates", file, "--checkpoint", model.path];

  const run = spawnSync(process.execPath, [bin, ...argv, "--semb", "--ci", "none", "--json"], {
    encoding: "utf8",
  });

  expect(run.stderr).toBe("");
  const document = scoreDocumentSchema.parse(JSON.parse(run.stdout));
  expect(document.semb?.mean).toBeCloseTo(1, 6);
  expect(document.semb?.direction).toBe("higher is better");
  expect(document.signature).toMatch(
    /\|clean:batch\|trunc:512-head\|model:sha256-[0-9a-f]{8}\|tok:vocab-[0-9a-f]{8}\|n:2\|/,
  );
});
