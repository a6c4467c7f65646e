/**
 * @file Calibrates a model folder on a table with labels: writes `calibration.json` into it.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { LABEL_CLASSES, parseCsvValue, toClassIndex } from "../../src/labels/label-class.ts";
import {
  byObservation,
  type CalibrationScores,
  calibrationScores,
  fitTemperatures,
  type OutputsByHead,
  type Temperatures,
} from "./calibration.ts";
import { writeChecksums } from "./checksums.ts";
import { runChexbert } from "./child-process.ts";

export interface CalibrationReport {
  readonly reportCount: number;
  readonly before: CalibrationScores;
  /** On the reports that the temperatures were fitted to. */
  readonly after: CalibrationScores;
}

export interface CalibrationJob {
  readonly root: string;
  /** The model folder. */
  readonly model: string;
  /** The table of reports with labels. */
  readonly dev: string;
  /** A folder for the logits. */
  readonly work: string;
}

type Row = Readonly<Record<string, string>>;

/** Fits the temperatures and writes them into the model folder. */
export async function calibrate(job: CalibrationJob): Promise<CalibrationReport> {
  const { root, model, dev, work } = job;
  // The logits are those of the model without temperatures.
  rmSync(join(model, "calibration.json"), { force: true });
  await writeChecksums(model);
  const gold = readRows(dev);
  const textFile = join(work, "calibration-text.csv");
  const logitsFile = join(work, "calibration-logits.csv");
  const texts = gold.map((row) => [row["id"], row["Report Impression"]]);
  writeFileSync(textFile, stringify([["id", "Report Impression"], ...texts]));
  rmSync(logitsFile, { force: true });
  const label = ["label", textFile, "-o", logitsFile, "--checkpoint", model, "--logits"];
  await runChexbert(root, label);
  const outputs = outputsByHead(gold, readRows(logitsFile));
  const temperatures = fitTemperatures(outputs);
  writeFileSync(join(model, "calibration.json"), formatCalibration(temperatures));
  await writeChecksums(model);
  return {
    reportCount: gold.length,
    before: calibrationScores(outputs),
    after: calibrationScores(outputs, temperatures),
  };
}

/** The text of `calibration.json`. */
export function formatCalibration(temperatures: Temperatures): string {
  // Four decimals change no probability by more than its own noise, and read well.
  const rounded = byObservation((observation) => Number(temperatures[observation].toFixed(4)));
  const content = { schema: "chexbert-calibration/1", temperatures: rounded };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function outputsByHead(gold: readonly Row[], logits: readonly Row[]): OutputsByHead {
  return byObservation((observation) => {
    const columns = LABEL_CLASSES.map((name) => `logit(${observation}=${name})`);
    // No Finding has two of the four.
    const present = columns.filter((column) => column in (logits[0] ?? {}));
    return {
      logits: logits.map((row) => present.map((column) => Number(row[column]))),
      gold: gold.map((row) => toClassIndex(parseCsvValue(row[observation] ?? "") ?? "blank")),
    };
  });
}

function readRows(file: string): readonly Row[] {
  const rows = parse(readFileSync(file), { columns: true }) as Row[]; // columns: true
  if (rows.length === 0) throw new Error(`Expected rows in ${file}, got none`);
  return rows;
}
