/**
 * @file What `compare --json` prints: the published schema and the way from a comparison to it.
 */
import { z } from "zod";
import type { SystemComparison } from "../../metrics/compare-systems.ts";
import { intervalDocument, intervalSchema, orNull } from "./score-document.ts";

const figure = z.number().nullable();

export const comparisonDocumentSchema = z.strictObject({
  kind: z.literal("comparison"),
  version: z.string(),
  preset: z.string(),
  n: z.int(),
  signature: z.string(),
  signatures: z.record(z.string(), z.string()),
  unmatched: z.array(z.int()).describe("ids left out of the gold, then of each system"),
  rounds: z.int().describe("of approximate randomization"),
  pairs: z.array(
    z.strictObject({
      first: z.string(),
      second: z.string(),
      differences: z.array(
        z.strictObject({
          label_set: z.string(),
          group: z.string().describe("an average or an observation"),
          score: z.string(),
          first: figure,
          second: figure,
          difference: figure.describe("first minus second"),
          interval: intervalSchema,
          p: figure.describe("two-sided, approximate randomization"),
          p_holm: figure.optional().describe("over the observations of the label set"),
          p_one_sided: figure.describe("share of replicates with a difference of 0 or less"),
        }),
      ),
      mcnemar: z.array(
        z.strictObject({
          observation: z.string(),
          only_first: z.int(),
          only_second: z.int(),
          p: figure,
          p_holm: figure,
        }),
      ),
    }),
  ),
});

export type ComparisonDocument = z.infer<typeof comparisonDocumentSchema>;

/** Builds the part of one pair of systems. */
export function pairDocument({
  names,
  comparison,
}: {
  readonly names: readonly [string, string];
  readonly comparison: SystemComparison;
}): ComparisonDocument["pairs"][number] {
  return {
    first: names[0],
    second: names[1],
    differences: comparison.differences.map((one) => ({
      label_set: one.block,
      group: one.group,
      score: one.score,
      first: orNull(one.first),
      second: orNull(one.second),
      difference: orNull(one.difference),
      interval: intervalDocument(one.interval),
      p: orNull(one.pValue),
      ...(one.holmPValue === undefined ? {} : { p_holm: orNull(one.holmPValue) }),
      p_one_sided: orNull(one.oneSidedPValue),
    })),
    mcnemar: comparison.mcnemar.map((one) => ({
      observation: one.observation,
      only_first: one.onlyFirst,
      only_second: one.onlySecond,
      p: orNull(one.pValue),
      p_holm: orNull(one.holmPValue),
    })),
  };
}
