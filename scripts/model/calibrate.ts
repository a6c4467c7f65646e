/**
 * @file Calibrates a model folder on a table with labels: writes `calibration.json` into it.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { LABEL_CLASSES, parseCsvValue, toClassIndex } from "../../src/labels/label-class.ts";
import type { Observation } from "../../src/labels/observations.ts";
import {
  byObservation,
  type CalibrationScores,
  calibrationScores,
  fitRuleVote,
  fitTemperatures,
  type OutputsByHead,
  type Temperatures,
  withVote,
} from "./calibration.ts";
import { refreshChecksums } from "./checksums.ts";
import { runChexbert } from "./child-process.ts";

export interface CalibrationReport {
  readonly reportCount: number;
  readonly before: CalibrationScores;
  /** On the reports that the temperatures were fitted to. */
  readonly after: CalibrationScores;
  readonly ruleVote: number;
  /** Model and rules together, on the reports that the vote was fitted to. */
  readonly voted: CalibrationScores;
}

export interface CalibrationJob {
  readonly root: string;
  /** The model folder. */
  readonly model: string;
  /** The table of reports with labels that temperatures are fitted to. */
  readonly dev: string;
  /** The one that the vote of the rules is fitted to; the rules have not seen it. */
  readonly unseen: string;
  /** A folder for labels on the way. */
  readonly work: string;
}

type Row = Readonly<Record<string, string>>;

/** Fits the temperatures, then the vote, and writes both into the model folder. */
export async function calibrate(job: CalibrationJob): Promise<CalibrationReport> {
  const { model, dev } = job;
  // The logits are those of the model without temperatures.
  rmSync(join(model, "calibration.json"), { force: true });
  await refreshChecksums(model);
  const gold = readRows(dev);
  const outputs = outputsByHead(gold, await label(job, gold, ["--checkpoint", model, "--logits"]));
  const temperatures = fitTemperatures(outputs);
  const unseen = readRows(job.unseen);
  const unseenOutputs = outputsByHead(
    unseen,
    await label(job, unseen, ["--checkpoint", model, "--logits"]),
  );
  const ruled = classesByHead(await label(job, unseen, ["--engine", "rules"]));
  const beside = byObservation((observation) => ({
    ...unseenOutputs[observation],
    ruled: ruled[observation],
  }));
  const ruleVote = fitRuleVote(beside, temperatures);
  writeFileSync(join(model, "calibration.json"), formatCalibration(temperatures, ruleVote));
  await refreshChecksums(model);
  const voted = byObservation((observation) =>
    withVote(beside[observation], ruleVote, temperatures[observation]),
  );
  return {
    reportCount: gold.length,
    before: calibrationScores(outputs),
    after: calibrationScores(outputs, temperatures),
    ruleVote,
    voted: calibrationScores(voted),
  };
}

/** Labels the texts of a table by one engine. */
async function label(
  { root, work }: CalibrationJob,
  rows: readonly Row[],
  engine: readonly string[],
): Promise<readonly Row[]> {
  const [textFile, labelFile] = [join(work, "calibration-text.csv"), join(work, "calibration.csv")];
  const texts = rows.map((row) => [row["id"], row["Report Impression"]]);
  writeFileSync(textFile, stringify([["id", "Report Impression"], ...texts]));
  rmSync(labelFile, { force: true });
  await runChexbert(root, ["label", textFile, "-o", labelFile, ...engine]);
  return readRows(labelFile);
}

/** The text of `calibration.json`. */
export function formatCalibration(temperatures: Temperatures, ruleVote: number): string {
  // Four decimals change no probability by more than its own noise, and read well.
  const rounded = byObservation((observation) => Number(temperatures[observation].toFixed(4)));
  const content = { schema: "chexbert-calibration/1", temperatures: rounded, ruleVote };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function outputsByHead(gold: readonly Row[], logits: readonly Row[]): OutputsByHead {
  return byObservation((observation) => {
    const columns = LABEL_CLASSES.map((name) => `logit(${observation}=${name})`);
    // No Finding has two of the four.
    const present = columns.filter((column) => column in (logits[0] ?? {}));
    return {
      logits: logits.map((row) => present.map((column) => Number(row[column]))),
      gold: classesOf(gold, observation),
    };
  });
}

function classesByHead(rows: readonly Row[]) {
  return byObservation((observation) => classesOf(rows, observation));
}

function classesOf(rows: readonly Row[], observation: Observation): readonly number[] {
  return rows.map((row) => toClassIndex(parseCsvValue(row[observation] ?? "") ?? "blank"));
}

function readRows(file: string): readonly Row[] {
  const rows = parse(readFileSync(file), { columns: true }) as Row[]; // columns: true
  if (rows.length === 0) throw new Error(`Expected rows in ${file}, got none`);
  return rows;
}
