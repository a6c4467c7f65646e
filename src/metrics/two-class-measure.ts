/**
 * @file Micro precision, recall and F1 over positive and uncertain as two classes [ifcc --uncertain].
 *
 * A label is right only when the class agrees; a positive read as uncertain is a false positive of
 * one class and a miss of the other.
 */
import { OBSERVATIONS } from "../labels/observations.ts";
import { binaryScores } from "./binary-counts.ts";
import { binaryCountsOf } from "./binary-measure.ts";
import type { LabelSet } from "./label-set.ts";
import type { Measure } from "./measure.ts";
import { READINGS } from "./reading.ts";

export interface TwoClassBlock {
  readonly kind: "two-class";
  readonly name: string;
  readonly labelSet: LabelSet;
}

const SCORES = ["precision", "recall", "f1"] as const;

/** Builds the measure of a two-class block: three figures, pooled. */
export function twoClassMeasure(block: TwoClassBlock): Measure {
  const observations = block.labelSet.observations.map((name) => OBSERVATIONS.indexOf(name));
  return {
    figures: SCORES.map((score) => ({ block: block.name, group: "micro", score })),
    reportColumns: [],
    fillReports() {},
    evaluate(tally, out, { figure }) {
      const pooled = { tp: 0, fp: 0, fn: 0, tn: 0 };
      for (const index of observations) {
        for (const reading of [READINGS.pos, READINGS.unc]) {
          const { tp, fp, fn, tn } = binaryCountsOf(tally, index, reading);
          pooled.tp += tp;
          pooled.fp += fp;
          pooled.fn += fn;
          pooled.tn += tn;
        }
      }
      const scores = binaryScores(pooled);
      for (const [k, score] of SCORES.entries()) out[figure + k] = scores[score];
    },
  };
}
