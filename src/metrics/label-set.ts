/**
 * @file Label sets: which observations a figure is computed over.
 */
import { UsageError } from "../base/errors.ts";
import {
  OBSERVATIONS,
  type Observation,
  parseObservation,
  TOP_FIVE,
} from "../labels/observations.ts";

/** A named list of observations. */
export interface LabelSet {
  /** `14`, `5`, `13` or `custom-N`, as signatures write it. */
  readonly name: string;
  readonly observations: readonly Observation[];
}

/** All 14 observations, No Finding included. */
export const LABEL_SET_14: LabelSet = { name: "14", observations: OBSERVATIONS };

/** The five observations of most report-generation papers. */
export const LABEL_SET_5: LabelSet = { name: "5", observations: TOP_FIVE };

/** All observations without No Finding. */
export const LABEL_SET_13: LabelSet = {
  name: "13",
  observations: OBSERVATIONS.filter((name) => name !== "No Finding"),
};

/**
 * Reads `14`, `5`, `13` or a list of observations separated by commas.
 *
 * @throws UsageError when a name is unknown or occurs twice.
 */
export function parseLabelSet(text: string): LabelSet {
  const fixed = [LABEL_SET_14, LABEL_SET_5, LABEL_SET_13].find((set) => set.name === text.trim());
  if (fixed !== undefined) return fixed;
  const observations = text.split(",").map((name) => {
    const observation = parseObservation(name);
    if (observation !== undefined) return observation;
    throw new UsageError(
      "METRIC_UNKNOWN_LABEL_SET",
      `Expected 14, 13, 5 or observations separated by commas, got "${name.trim()}"`,
    );
  });
  if (new Set(observations).size < observations.length) {
    throw new UsageError(
      "METRIC_UNKNOWN_LABEL_SET",
      `Expected each observation once, got "${text}"`,
    );
  }
  return { name: `custom-${observations.length}`, observations };
}
