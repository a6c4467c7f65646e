/**
 * @file `OUT.manifest.json`: how an output came about. No text, no folders of this machine.
 *
 * Everything but `timing` is the same for the same input, options and labeler.
 */
import { basename } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { withDiskErrors } from "../disk-errors.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import type { InputSurvey } from "./input-survey.ts";
import { type JobState, removeLeftovers } from "./job-state.ts";
import type { LabelPlan } from "./label-plan.ts";

export interface ManifestFacts {
  readonly plan: LabelPlan;
  readonly survey: InputSurvey | undefined;
  readonly state: JobState;
}

/** Writes the manifest of a finished output. */
export async function writeManifest(outputPath: string, facts: ManifestFacts): Promise<void> {
  const path = `${outputPath}.manifest.json`;
  const text = `${JSON.stringify(manifestJson(outputPath, facts), undefined, 2)}\n`;
  await removeLeftovers(path); // Of a run that was killed here.
  await withDiskErrors(path, () => writeFileAtomic(path, text));
}

function manifestJson(outputPath: string, { plan, survey, state }: ManifestFacts) {
  const { engine, identity } = plan.labeler;
  const seconds = state.elapsedMs / 1000;
  return {
    tool: { name: "chexbert", version: PACKAGE_VERSION },
    command: "label",
    input: {
      name: basename(plan.source.name),
      ...(survey && { bytes: survey.bytes, sha256: survey.sha256, rows: survey.rowCount }),
    },
    output: { name: basename(outputPath), bytes: state.outputBytes },
    labeler: { engine, ...identity },
    options: plan.optionsInForce,
    counts: state.counts,
    timing: {
      seconds,
      reportsPerSecond: 0 < seconds ? state.counts.reports / seconds : null,
      resumed: state.resumed,
    },
  };
}
