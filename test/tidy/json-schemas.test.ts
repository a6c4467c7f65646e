/**
 * @file The published schemas of `--json` and of `serve --stdio` are those the code has.
 *
 * How to fix a failure: `npx vitest run --project fast test/tidy/json-schemas.test.ts -u`, and name
 * the change in the changelog.
 */
import { expect, test } from "vitest";
import { z } from "zod";
import { agreementDocumentSchema } from "../../src/cli/metric-job/agree-command.ts";
import { comparisonDocumentSchema } from "../../src/cli/metric-job/comparison-document.ts";
import { scoreDocumentSchema } from "../../src/cli/metric-job/score-document.ts";
import { requestSchema } from "../../src/cli/stdio/request.ts";

test.each([
  ["score", scoreDocumentSchema],
  ["comparison", comparisonDocumentSchema],
  ["agreement", agreementDocumentSchema],
  ["stdio-request", requestSchema],
] as const)("the schema %s is published", async (name, schema) => {
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), undefined, 2)}\n`;

  await expect(text).toMatchFileSnapshot(`../../docs/reference/schemas/${name}.schema.json`);
});
