/**
 * @file What `chexbert explain --json` prints: one report with its evidence, or an error code.
 */
import { z } from "zod";
import { nestedLabelSchema } from "../label-job/label-document.ts";

export const explainDocumentSchema = z.union([
  z.strictObject({
    row: z.int().optional().describe("with --row or --id"),
    id: z.string().optional(),
    text: z.string(),
    engine: z.string(),
    empty: z.boolean(),
    truncated: z.boolean(),
    labels: z.record(z.string(), nestedLabelSchema),
  }),
  z.strictObject({
    code: z.string(),
    paragraphs: z.array(z.string()).describe("class and exit code, cause, remedy"),
  }),
]);
