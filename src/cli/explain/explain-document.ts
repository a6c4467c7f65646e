/**
 * @file What `chexbert explain --json` prints: one report with its evidence, or an error code.
 */
import { z } from "zod";
import { LABEL_CLASSES } from "../../labels/label-class.ts";
import { nestedLabelSchema, spanSchema } from "../label-job/label-document.ts";

const attributionSchema = z
  .strictObject({
    ...spanSchema.shape,
    unit: z.enum(["clause", "word"]),
    drop: z.number().describe("fall of the probability of the label's class without these words"),
    classWithout: z.enum(LABEL_CLASSES).describe("the model's class without these words"),
    repeats: z
      .array(spanSchema)
      .optional()
      .describe("clauses that say the same; the drop is measured with them gone"),
  })
  .meta({ id: "Attribution" });

export const explainDocumentSchema = z.union([
  z.strictObject({
    row: z.int().optional().describe("with --row or --id"),
    id: z.string().optional(),
    text: z.string(),
    engine: z.string(),
    empty: z.boolean(),
    truncated: z.boolean(),
    labels: z.record(z.string(), nestedLabelSchema),
    attributions: z
      .record(z.string(), z.array(attributionSchema))
      .optional()
      .describe("model evidence by occlusion, for every label that is not blank"),
    ruleLabels: z
      .record(z.string(), nestedLabelSchema)
      .optional()
      .describe("what the rules say beside the model"),
  }),
  z.strictObject({
    code: z.string(),
    paragraphs: z.array(z.string()).describe("class and exit code, cause, remedy"),
  }),
]);
