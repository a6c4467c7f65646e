/**
 * @file What a model folder's `calibration.json` says: how sure the model's heads really are, and
 * how much the rules count beside it. Both are fitted on text that training has not seen.
 *
 * A checkpoint without the file is uncalibrated: temperatures 1, rules without a vote.
 */
import { z } from "zod";
import { FormatError } from "../base/errors.ts";
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";

/** What divides the logits of each head before softmax [Guo2017]; 1 leaves them as they are. */
export type Temperatures = Readonly<Record<Observation, number>>;

export interface Calibration {
  readonly temperatures: Temperatures;
  /** Log-odds that the class of the rules gains, ≥ 0. */
  readonly ruleVote: number;
}

const SCHEMA = z.strictObject({
  schema: z.literal("chexbert-calibration/1"),
  temperatures: z.partialRecord(z.enum(OBSERVATIONS), z.number().positive()),
  ruleVote: z.number().min(0).default(0),
});

/** Temperatures of a checkpoint that says nothing about them. */
export const UNCALIBRATED: Temperatures = temperaturesOf({});

/** Reads the parsed `calibration.json` of a model folder. */
export function parseCalibration(folder: string, value: unknown): Calibration {
  if (value === undefined) return { temperatures: UNCALIBRATED, ruleVote: 0 };
  const parsed = SCHEMA.safeParse(value);
  if (!parsed.success) throw wrongCalibration(folder, parsed.error);
  const { temperatures, ruleVote } = parsed.data;
  return { temperatures: temperaturesOf(temperatures), ruleVote };
}

function temperaturesOf(given: Readonly<Partial<Record<Observation, number>>>): Temperatures {
  const entries = OBSERVATIONS.map((observation) => [observation, given[observation] ?? 1]);
  return Object.fromEntries(entries) as Record<Observation, number>; // One entry for each.
}

function wrongCalibration(folder: string, cause: z.ZodError): FormatError {
  const at = cause.issues[0]?.path.join(".") ?? "";
  return new FormatError(
    "CALIBRATION_FILE",
    `Expected temperatures above 0 by observation in calibration.json of ${folder}, got another value${at === "" ? "" : ` at ${at}`}`,
    {
      hint: "Remove calibration.json to use the model uncalibrated",
      place: { file: folder },
      cause,
    },
  );
}
