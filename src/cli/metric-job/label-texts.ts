/**
 * @file Tables of texts as label sides, by any labeler.
 */

import { toClassIndex } from "../../labels/label-class.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import type { ReportLabeler } from "../../labels/report-labeler.ts";
import type { ReportLabels } from "../../labels/report-labels.ts";
import type { LabelSource } from "../../metrics/signature.ts";
import {
  type LabelTable,
  labelTable,
  OBSERVATION_COUNT,
} from "../../metrics/tables/label-table.ts";
import { PACKAGE_VERSION } from "../package-version.ts";

/** Makes a table of what a labeler said. */
export function tableOfLabels(ids: readonly string[], labels: readonly ReportLabels[]): LabelTable {
  const classes = new Uint8Array(ids.length * OBSERVATION_COUNT); // [R, O]
  for (const [row, report] of labels.entries()) {
    for (const [column, observation] of OBSERVATIONS.entries()) {
      classes[row * OBSERVATION_COUNT + column] = toClassIndex(report[observation].class);
    }
  }
  return labelTable(ids, classes);
}

/** Names a labeler in a signature: a checksum for a model, a version for the rules. */
export function labelSource({ engine, identity }: ReportLabeler): LabelSource {
  const { weightsSha256, vocabularySha256, cleaning, long, compat, ruleVote } = identity;
  if (weightsSha256 === undefined) {
    const variant = compat === undefined || compat === "none" ? "" : `-${String(compat)}`;
    return { model: `${engine}${variant}-${PACKAGE_VERSION}` };
  }
  return {
    model: `sha256-${String(weightsSha256).slice(0, 8)}${ruleVote === undefined ? "" : `-with-rules-${PACKAGE_VERSION}`}`,
    clean: String(cleaning),
    trunc: long === "truncate" ? "512-head" : `512-${String(long)}`,
    tok: `vocab-${String(vocabularySha256).slice(0, 8)}`,
  };
}
