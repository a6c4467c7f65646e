/**
 * @file The published schemas of `--json` and of `serve --stdio` are those the code has.
 *
 * How to fix a failure: `npx vitest run --project fast test/tidy/json-schemas.test.ts -u`, and name
 * the change in the changelog.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { doctorDocumentSchema, infoDocumentSchema } from "../../src/cli/doctor/doctor-documents.ts";
import { explainDocumentSchema } from "../../src/cli/explain/explain-document.ts";
import { labelDocumentSchema } from "../../src/cli/label-job/label-document.ts";
import { agreementDocumentSchema } from "../../src/cli/metric-job/agree-command.ts";
import { comparisonDocumentSchema } from "../../src/cli/metric-job/comparison-document.ts";
import { scoreDocumentSchema } from "../../src/cli/metric-job/score-document.ts";
import { requestSchema } from "../../src/cli/stdio/request.ts";
import { runInProcess } from "../support/run-in-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each([
  ["score", scoreDocumentSchema],
  ["comparison", comparisonDocumentSchema],
  ["agreement", agreementDocumentSchema],
  ["stdio-request", requestSchema],
  ["label", labelDocumentSchema],
  ["explain", explainDocumentSchema],
  ["doctor", doctorDocumentSchema],
  ["info", infoDocumentSchema],
] as const)("the schema %s is published", async (name, schema) => {
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), undefined, 2)}\n`;

  await expect(text).toMatchFileSnapshot(`../../docs/reference/schemas/${name}.schema.json`);
});

test.each([
  [["label", "in.csv"], labelDocumentSchema],
  [["label", "in.csv", "--labels", "nested", "--columns", "mimic-jpg"], labelDocumentSchema],
  [["label", "in.csv", "--labels", "word"], labelDocumentSchema],
  [["label", "in.csv", "-o", "out.csv"], labelDocumentSchema],
  [["explain", "No edema. Possible pneumonia."], explainDocumentSchema],
  [["explain", "in.csv", "--row", "1"], explainDocumentSchema],
  [["explain", "CSV_MISSING_COLUMN"], explainDocumentSchema],
  [["doctor"], doctorDocumentSchema],
  [["doctor", "--privacy"], doctorDocumentSchema],
  [["info"], infoDocumentSchema],
] as const)("what %j prints as JSON fits its schema", async (argv, schema) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "in.csv"), "id,text\n1,No edema. Possible pneumonia.\n2,\n");

  const { stdout } = await runInProcess([...argv, "--json"], { cwd: folder.path });

  expect(schema.parse(JSON.parse(stdout))).toBeTruthy();
});

test("the plan of a dry run fits the schema of label", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "in.csv"), "id,text\n1,No edema.\n");
  const argv = ["label", "in.csv", "-o", "out.csv", "--dry-run", "--json"];

  const { stdout } = await runInProcess(argv, { cwd: folder.path });

  expect(labelDocumentSchema.parse(JSON.parse(stdout))).toHaveProperty("memoryMegabytes");
});
