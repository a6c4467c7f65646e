/**
 * @file A convention is everything that must be said to make a score reproducible: policies, label
 * sets, readings, averages, and what 0/0 is.
 */

import { type BinaryBlock, binaryMeasure } from "./binary-measure.ts";
import type { LabelPolicy } from "./label-policy.ts";
import { combineMeasures, type Measure } from "./measure.ts";
import { type PaperBlock, paperMeasure } from "./paper-measure.ts";
import { type PositiveOnlyBlock, positiveOnlyMeasure } from "./positive-only-measure.ts";
import { type TwoClassBlock, twoClassMeasure } from "./two-class-measure.ts";

/** One label set under one reading, with the figures computed over it. */
export type Block = BinaryBlock | PaperBlock | TwoClassBlock | PositiveOnlyBlock;

/** What is computed, and by which rules: a preset, or parts that were put together. */
export interface Convention {
  /** Name of the preset, or `composed`. */
  readonly name: string;
  readonly policy: LabelPolicy;
  readonly blocks: readonly Block[];
  /** The figure that stands for the whole: `--fail-under` and summaries read it. */
  readonly headline?: Headline;
  /** Intervals that the convention's source prescribes. */
  readonly interval?: PresetInterval;
}

export interface Headline {
  readonly block: string;
  readonly group: string;
  readonly score: string;
}

export interface PresetInterval {
  readonly method: "percentile" | "paper";
  readonly resamples: number;
  readonly seed: number;
  /** `median`: the value reported beside an interval is the median of the replicates. */
  readonly report?: "median";
}

/** Builds the measure of all blocks of a convention. */
export function conventionMeasure(convention: Convention): Measure {
  return combineMeasures(convention.blocks.map(blockMeasure));
}

/** Whether the convention speaks of classes that positive-only gold does not have. */
export function needsFourClasses(convention: Convention): boolean {
  return convention.blocks.some((block) => block.kind !== "positive-only");
}

function blockMeasure(block: Block): Measure {
  switch (block.kind) {
    case "binary":
      return binaryMeasure(block);
    case "paper":
      return paperMeasure(block);
    case "two-class":
      return twoClassMeasure(block);
    case "positive-only":
      return positiveOnlyMeasure(block);
    default:
      return block satisfies never;
  }
}
