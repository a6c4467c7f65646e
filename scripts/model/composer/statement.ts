/**
 * @file What a piece of composed text says: its words and the facts that they state.
 *
 * Phrase books write facts in front of the words, as two-letter codes with a sign:
 * `PE+ AT?: small effusion with possible atelectasis`.
 */
import type { Observation } from "../../../src/labels/observations.ts";

/** The observations that text can state; No Finding follows from the others. */
export type StatedObservation = Exclude<Observation, "No Finding">;

/**
 * What one mention says. `open` is a mention that leaves the class to the rest of the report:
 * a heart that is only "stable", "no new effusion". Alone it is uncertain; anything settled wins.
 */
export type FactValue = "positive" | "negative" | "uncertain" | "open";

export interface Fact {
  readonly observation: StatedObservation;
  readonly value: FactValue;
  /** True when this statement takes back what was said about the observation before. */
  readonly revises: boolean;
}

export interface Statement {
  /** A clause or sentence without its full stop. */
  readonly text: string;
  readonly facts: readonly Fact[];
  /** True when the text names an abnormality outside of the 13 observations. */
  readonly isOtherAbnormality: boolean;
  /** True for "normal chest", which fits no report with a finding. */
  readonly claimsNormalChest?: boolean;
}

export type Code =
  | "EC"
  | "CM"
  | "LO"
  | "LL"
  | "ED"
  | "CO"
  | "PN"
  | "AT"
  | "PX"
  | "PE"
  | "PO"
  | "FX"
  | "SD";

export const OBSERVATION_OF_CODE = {
  EC: "Enlarged Cardiomediastinum",
  CM: "Cardiomegaly",
  LO: "Lung Opacity",
  LL: "Lung Lesion",
  ED: "Edema",
  CO: "Consolidation",
  PN: "Pneumonia",
  AT: "Atelectasis",
  PX: "Pneumothorax",
  PE: "Pleural Effusion",
  PO: "Pleural Other",
  FX: "Fracture",
  SD: "Support Devices",
} as const satisfies Record<Code, StatedObservation>;

export const CODES = Object.keys(OBSERVATION_OF_CODE) as readonly Code[]; // keys of the table above

const VALUE_OF_SIGN: Readonly<Record<string, FactValue>> = {
  "+": "positive",
  "-": "negative",
  "?": "uncertain",
  "~": "open",
};

/** Facts in front of a phrase, read once when a book is loaded. */
export interface FactList {
  readonly facts: readonly Fact[];
  readonly isOtherAbnormality: boolean;
}

export function fact(code: Code, value: FactValue): Fact {
  return { observation: OBSERVATION_OF_CODE[code], value, revises: false };
}

export function isCode(word: string): word is Code {
  return word in OBSERVATION_OF_CODE;
}

/** Reads `PE+ AT? OA`; `!` before the sign marks a revision: `PX!-`. */
export function parseFacts(text: string): FactList {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const facts: Fact[] = [];
  for (const word of words.filter((each) => each !== "OA")) {
    const code = word.slice(0, 2);
    const value = VALUE_OF_SIGN[word.slice(-1)];
    if (!isCode(code) || value === undefined) {
      throw new Error(`Expected facts such as "PE+ AT?", got "${word}"`);
    }
    facts.push({ ...fact(code, value), revises: word.includes("!") });
  }
  return { facts, isOtherAbnormality: words.includes("OA") };
}
