/**
 * @file Conventions put together from their parts, for what no preset says.
 */
import type { ZeroDivision } from "./binary-counts.ts";
import type { Convention } from "./convention.ts";
import { type BlankPolicy, KEEP_ALL, type LabelPolicy } from "./label-policy.ts";
import { LABEL_SET_5, LABEL_SET_14, type LabelSet } from "./label-set.ts";
import type { Average } from "./measure.ts";
import { READINGS, type Reading, readingName } from "./reading.ts";

/** The parts of a composed convention. */
export interface ConventionParts {
  /** @default positive or uncertain */
  readonly reading?: Reading;
  /** @default all 14 */
  readonly labelSet?: LabelSet;
  /** @default micro, macro, weighted, samples and subset */
  readonly averages?: readonly Average[];
  /** @default "0" */
  readonly zeroDivision?: ZeroDivision;
  /** @default "keep" */
  readonly uncertain?: LabelPolicy["uncertain"];
  /** @default "keep" */
  readonly blank?: BlankPolicy;
}

/** Builds a convention from reading, label set, averages and policies. */
export function composeConvention(parts: ConventionParts): Convention {
  const {
    reading = READINGS["pos+unc"],
    labelSet = LABEL_SET_14,
    averages = ["micro", "macro", "weighted", "samples", "subset"],
    zeroDivision = "0",
    uncertain = "keep",
    blank = "keep",
  } = parts;
  const first = averages[0];
  return {
    name: "composed",
    policy: { uncertain, blank },
    blocks: [
      {
        kind: "binary",
        name: labelSet.name,
        labelSet,
        reading,
        averages,
        scores: ["precision", "recall", "f1", "accuracy"],
        zeroDivision,
        perObservation: true,
      },
    ],
    ...(first === undefined
      ? {}
      : {
          headline: {
            block: labelSet.name,
            group: first,
            score: first === "subset" ? "accuracy" : "f1",
          },
        }),
  };
}

/** Builds the convention for positive-only gold: both readings of the candidate side by side. */
export function positiveOnlyConvention(
  labelSet: LabelSet = LABEL_SET_14,
  zeroDivision: ZeroDivision = "0",
): Convention {
  const sets = labelSet.name === "14" ? [labelSet, LABEL_SET_5] : [labelSet];
  const readings = [READINGS.pos, READINGS["pos+unc"]] as const;
  return {
    name: "positive-only",
    policy: KEEP_ALL,
    blocks: sets.flatMap((set) =>
      readings.map((reading) => ({
        kind: "positive-only" as const,
        name: `${set.name} ${readingName(reading)}`,
        labelSet: set,
        reading,
        averages: ["micro", "macro", "weighted"] as const,
        zeroDivision,
      })),
    ),
    headline: { block: `${labelSet.name} pos`, group: "micro", score: "f1" },
  };
}
