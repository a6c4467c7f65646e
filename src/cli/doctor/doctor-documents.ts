/**
 * @file What `chexbert doctor --json` and `chexbert info --json` print.
 */
import { z } from "zod";

/** The checks; with --privacy, what is written where. */
export const doctorDocumentSchema = z.union([
  z.strictObject({
    isFine: z.boolean(),
    checks: z.array(
      z.strictObject({
        check: z.string(),
        isFine: z.boolean(),
        found: z.string(),
        remedy: z.string().optional(),
      }),
    ),
  }),
  z.record(z.string(), z.string()).describe("with --privacy: place and what is there"),
]);

export const infoDocumentSchema = z.strictObject({
  chexbert: z.string(),
  node: z.string(),
  platform: z.string(),
  processor: z.string(),
  memory: z.string(),
  rules: z.string(),
});
