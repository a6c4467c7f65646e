/**
 * @file Loads a checkpoint as for labeling and tests that the model computes what it should.
 *
 * Without PyTorch there is nothing to compare with, so the self-test uses what must hold for any
 * weights: finite logits, and the same logits for a report alone and among others.
 */
import { LABEL_CLASSES } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { loadLabeler } from "./load-labeler.ts";

export interface Verification {
  /** Checksum of the parameters, the same for every container of this model. */
  readonly weightsSha256: string;
  readonly devices: readonly string[];
  readonly reportCount: number;
  /** Largest difference of a logit between a report alone and the same among others. */
  readonly largestDifference: number;
  /** Whether the self-test held. */
  readonly passed: boolean;
}

/** Invented reports of different lengths, one of them empty. */
const SELF_TEST_REPORTS = [
  "No acute cardiopulmonary process.",
  "",
  "Mild cardiomegaly. Small left pleural effusion, stable. No pneumothorax.",
  "Endotracheal tube in place. Patchy bibasilar opacities may be atelectasis or pneumonia; edema is less likely. Old healed rib fracture on the right.",
];

/** What sums in another order may change in float32, for logits of usual size [chexbert.md §6]. */
const TOLERANCE = 1e-4;

/** Verifies a checkpoint on a device. @throws FormatError when it cannot be loaded. */
export async function verifyCheckpoint(
  path: string,
  options: { readonly device?: string; readonly vocabularyFile?: string } = {},
): Promise<Verification> {
  await using labeler = await loadLabeler(path, { device: "cpu", threads: 1, ...options });
  const together = await labeler.label(SELF_TEST_REPORTS);
  const differences: number[] = [];
  for (const [index, text] of SELF_TEST_REPORTS.entries()) {
    const [alone] = await labeler.label([text]);
    const among = together[index];
    // NaN, where a logit is missing or no number, fails the comparison below.
    differences.push(alone && among ? largestDifference(alone, among) : Number.NaN);
  }
  const largest = Math.max(...differences);
  return {
    weightsSha256: String(labeler.identity["weightsSha256"]),
    devices: labeler.devices,
    reportCount: SELF_TEST_REPORTS.length,
    largestDifference: largest,
    passed: largest <= TOLERANCE && together.every(hasKnownClasses),
  };
}

function largestDifference(left: ReportLabels, right: ReportLabels): number {
  const differences = OBSERVATIONS.flatMap((observation) => {
    const others = right[observation].logits ?? [];
    const logits = left[observation].logits ?? [Number.NaN];
    return logits.map((logit, i) => {
      const other = others[i] ?? Number.NaN;
      return Math.abs(logit - other) / Math.max(1, Math.abs(logit));
    });
  });
  return Math.max(...differences);
}

function hasKnownClasses(labels: ReportLabels): boolean {
  return OBSERVATIONS.every((observation) => LABEL_CLASSES.includes(labels[observation].class));
}
