/**
 * @file From the mentions of an observation to its one label.
 */
import type { LabelClass } from "../labels/label-class.ts";

/**
 * What positive, negative and uncertain together give: uncertain in chexpert-labeler's code,
 * positive in its paper's wording and in the labeling guideline.
 */
export type Aggregation = "code" | "paper";

export interface MentionClass {
  readonly class: LabelClass;
  /** Gives way to any other statement about the observation. */
  readonly isOpen?: boolean;
}

/** Reduces the classes of all mentions of an observation to its label. */
export function aggregateClasses(
  mentions: readonly MentionClass[],
  aggregation: Aggregation,
): LabelClass {
  const settled = mentions.filter((mention) => !mention.isOpen);
  const counted = settled.some((mention) => mention.class !== "blank") ? settled : mentions;
  const has = (labelClass: LabelClass): boolean =>
    counted.some((mention) => mention.class === labelClass);
  const isMixed = has("positive") && has("negative") && has("uncertain");
  if (isMixed && aggregation === "code") return "uncertain";
  if (has("positive")) return "positive";
  if (has("uncertain")) return "uncertain";
  return has("negative") ? "negative" : "blank";
}
