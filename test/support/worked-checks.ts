/**
 * @file The two worked checks that every preset is tested with. All labels are invented.
 */
import type { LabelClass } from "../../src/labels/label-class.ts";
import { type Observation, parseObservation } from "../../src/labels/observations.ts";
import {
  type LabelRow,
  type LabelTable,
  labelTableFromRows,
} from "../../src/metrics/tables/label-table.ts";

export interface WorkedCheck {
  readonly reference: LabelTable;
  readonly candidate: LabelTable;
}

const CLASS_SIGNS: Readonly<Record<string, LabelClass>> = {
  "+": "positive",
  "-": "negative",
  u: "uncertain",
};

/** Five pairs of RadEval's public test, as label sets. */
export const CHECK_A: WorkedCheck = check([
  ["No Finding +", "No Finding +"],
  ["Cardiomegaly +", "No Finding +"],
  ["Cardiomegaly +", "Edema +, Atelectasis +"],
  ["Consolidation +", "Consolidation +"],
  ["Lung Opacity +, Lung Lesion +", ""],
]);

/** Eight pairs with all classes. */
export const CHECK_B: WorkedCheck = check([
  ["No Finding +", "No Finding +"],
  ["Cardiomegaly +, Edema u, Pleural Effusion -", "Cardiomegaly +, Edema +, Pleural Effusion -"],
  ["Atelectasis u, Consolidation u, Lung Opacity +", "Atelectasis +, Lung Opacity +, Pneumonia u"],
  [
    "Pneumothorax -, Pleural Effusion +, Support Devices +",
    "Pneumothorax -, Pleural Effusion u, Support Devices +",
  ],
  ["", ""],
  ["Fracture +, Edema -, Pneumonia -", "Edema -, Pneumonia u, No Finding +"],
  [
    "Enlarged Cardiomediastinum u, Cardiomegaly -, Lung Lesion +",
    "Enlarged Cardiomediastinum -, Cardiomegaly +, Lung Lesion +",
  ],
  ["Pleural Other +, Consolidation +", "Pleural Other +, Consolidation +, Edema u, Atelectasis -"],
]);

/** Reads rows written like `Edema u, Fracture +`. */
export function tableOf(lines: readonly string[], ids?: readonly string[]): LabelTable {
  return labelTableFromRows(lines.map(parseLine), ids);
}

function check(pairs: readonly (readonly [string, string])[]): WorkedCheck {
  return {
    reference: tableOf(pairs.map(([reference]) => reference)),
    candidate: tableOf(pairs.map(([, candidate]) => candidate)),
  };
}

function parseLine(line: string): LabelRow {
  const labels: Partial<Record<Observation, LabelClass>> = {};
  for (const item of line.split(",").filter((part) => part.trim() !== "")) {
    const [, name = "", sign = ""] = /^\s*(.+) ([+u-])$/.exec(item) ?? [];
    const observation = parseObservation(name);
    const labelClass = CLASS_SIGNS[sign];
    if (observation === undefined || labelClass === undefined) throw new Error(item);
    labels[observation] = labelClass;
  }
  return labels;
}
