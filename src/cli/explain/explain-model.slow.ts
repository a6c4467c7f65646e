import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../../../test/support/run-program.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { writeTinyModel } from "../../../test/support/tiny-model.ts";
import { explainDocumentSchema } from "./explain-document.ts";

const TEXT = "w10 w11 w12, w13\nw14 edema. w15";

test("a checkpoint is explained by what its labels miss, with the rules beside it", async () => {
  using folder = temporaryFolder();
  await writeTinyModel(join(folder.path, "model"));
  const argv = ["explain", TEXT, "--checkpoint", "model"];

  const { stdout } = await runProgram([...argv, "--json", "--html", "page.html"], {
    cwd: folder.path,
  });
  const terminal = await runProgram(argv, { cwd: folder.path });
  const document = explainDocumentSchema.parse(JSON.parse(stdout));

  if (!("labels" in document)) throw new Error("Expected an explained report");
  expect(document.engine).toBe("bert");
  expect(document.ruleLabels?.["Edema"]?.class).toBe("positive");
  const given = Object.entries(document.labels).filter(([, label]) => label.class !== "blank");
  expect(Object.keys(document.attributions ?? {}).toSorted()).toEqual(
    given.map(([name]) => name).toSorted(),
  );
  expect(Object.values(document.attributions ?? {}).flat().length).toBeGreaterThan(0);
  const title = "Model evidence (occlusion)";
  expect(terminal.stdout).toContain(title);
  expect(terminal.stdout).toContain("Rules beside the model");
  expect(readFileSync(join(folder.path, "page.html"), "utf8")).toContain(title);
});

test("a model that is asked for by --engine bert stands alone", async () => {
  using folder = temporaryFolder();
  await writeTinyModel(join(folder.path, "model"));

  const { stdout } = await runProgram(
    ["explain", TEXT, "--checkpoint", "model", "--engine", "bert", "--json"],
    { cwd: folder.path },
  );

  expect(JSON.parse(stdout).ruleLabels).toBeUndefined();
});
