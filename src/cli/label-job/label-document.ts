/**
 * @file What `chexbert label --json` prints: labeled reports, or where they went, or the plan.
 */
import { z } from "zod";
import { LABEL_CLASSES } from "../../labels/label-class.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";

/** A half-open range of the text. */
export const spanSchema = z.strictObject({
  start: z.int().describe("UTF-16 position in the text"),
  end: z.int(),
});

/** A label with everything the labeler knows about it, as `--labels nested` writes it. */
export const nestedLabelSchema = z
  .strictObject({
    class: z.enum(LABEL_CLASSES),
    probabilities: z.partialRecord(z.enum(LABEL_CLASSES), z.number()).optional(),
    logits: z.array(z.number()).optional().describe("blank, positive, negative, uncertain"),
    evidence: z
      .array(
        z.strictObject({
          mention: spanSchema,
          cue: spanSchema.optional(),
          class: z.enum(LABEL_CLASSES),
          ruleId: z.string(),
          section: z.string().optional(),
        }),
      )
      .optional(),
    votes: z
      .strictObject({ model: z.enum(LABEL_CLASSES), rules: z.enum(LABEL_CLASSES) })
      .optional()
      .describe("what each says alone, where rules ran beside a model"),
    disagree: z.boolean().optional().describe("whether the two votes differ"),
  })
  .meta({ id: "NestedLabel" });

const labelSchema = z
  .union([z.null(), z.int().min(-1).max(3), z.enum(LABEL_CLASSES), nestedLabelSchema])
  .meta({ id: "Label", description: "null, 1, 0, -1; with --labels index 0 to 3; word; nested" });

const countsSchema = z.strictObject({
  reports: z.int(),
  empty: z.int().describe("reports without text"),
  truncated: z.int().describe("reports longer than the model reads"),
  skipped: z.int().describe("rows that are no reports"),
  labels: z.record(
    z.string(),
    z.partialRecord(z.enum(["positive", "negative", "uncertain"]), z.int()),
  ),
});

const reportSchema = z
  .looseObject(
    Object.fromEntries(OBSERVATIONS.map((observation) => [observation, labelSchema])) as Record<
      (typeof OBSERVATIONS)[number],
      typeof labelSchema
    >, // One entry per observation.
  )
  .describe("the input's columns, then the labels");

/** Labels on stdout; with -o the name of the output; with --dry-run the plan. */
export const labelDocumentSchema = z.union([
  z.strictObject({ reports: z.array(reportSchema), counts: countsSchema }),
  z.strictObject({ output: z.string(), counts: countsSchema }),
  z.strictObject({
    input: z.string(),
    rows: z.int().nullable(),
    options: z.record(z.string(), z.unknown()),
    output: z.string(),
    labeler: z.record(z.string(), z.unknown()),
    memoryMegabytes: z.int(),
    reportsPerSecond: z.number().nullable(),
    seconds: z.number().nullable(),
  }),
]);
