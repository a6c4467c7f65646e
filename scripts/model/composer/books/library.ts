/**
 * @file The phrase books of the 13 stated observations, by code.
 */
import type { Book } from "../book.ts";
import type { Code } from "../statement.ts";
import { ATELECTASIS } from "./atelectasis.ts";
import { CARDIOMEGALY } from "./cardiomegaly.ts";
import { CONSOLIDATION } from "./consolidation.ts";
import { EDEMA } from "./edema.ts";
import { ENLARGED_CARDIOMEDIASTINUM } from "./enlarged-cardiomediastinum.ts";
import { FRACTURE } from "./fracture.ts";
import { LUNG_LESION } from "./lung-lesion.ts";
import { LUNG_OPACITY } from "./lung-opacity.ts";
import { PLEURAL_EFFUSION } from "./pleural-effusion.ts";
import { PLEURAL_OTHER } from "./pleural-other.ts";
import { PNEUMONIA } from "./pneumonia.ts";
import { PNEUMOTHORAX } from "./pneumothorax.ts";
import { SUPPORT_DEVICES } from "./support-devices.ts";

export const BOOKS: Readonly<Record<Code, Book>> = {
  EC: ENLARGED_CARDIOMEDIASTINUM,
  CM: CARDIOMEGALY,
  LO: LUNG_OPACITY,
  LL: LUNG_LESION,
  ED: EDEMA,
  CO: CONSOLIDATION,
  PN: PNEUMONIA,
  AT: ATELECTASIS,
  PX: PNEUMOTHORAX,
  PE: PLEURAL_EFFUSION,
  PO: PLEURAL_OTHER,
  FX: FRACTURE,
  SD: SUPPORT_DEVICES,
};
