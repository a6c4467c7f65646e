/**
 * @file Invented reports and the labels that every installation must give them.
 */
import type { LabelClass } from "../../labels/label-class.ts";
import type { Observation } from "../../labels/observations.ts";

export interface GoldenReport {
  readonly text: string;
  /** Every label that is not blank. */
  readonly labels: Readonly<Partial<Record<Observation, LabelClass>>>;
}

export const GOLDEN_REPORTS: readonly GoldenReport[] = [
  {
    text: "Heart size is normal. The lungs are clear, without pulmonary edema, pneumonia or pleural effusion.",
    labels: {
      Cardiomegaly: "negative",
      Edema: "negative",
      Pneumonia: "negative",
      "Pleural Effusion": "negative",
      "No Finding": "positive",
    },
  },
  {
    text: "1. Small left pleural effusion with adjacent atelectasis.\n2. Cardiomegaly without overt edema.",
    labels: {
      "Pleural Effusion": "positive",
      Atelectasis: "positive",
      Cardiomegaly: "positive",
      Edema: "negative",
    },
  },
  {
    text: "Patchy opacity at the right base, which may represent atelectasis or pneumonia.",
    labels: { "Lung Opacity": "positive", Atelectasis: "uncertain", Pneumonia: "uncertain" },
  },
  {
    text: "No rib fracture. Right chest tube in place; no pneumothorax.",
    labels: {
      Fracture: "negative",
      "Support Devices": "positive",
      Pneumothorax: "negative",
      "No Finding": "positive",
    },
  },
];
