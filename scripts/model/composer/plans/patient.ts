/**
 * @file What a long report is about: the findings of one invented patient, fixed before any
 * sentence is written, so that findings and impression tell the same story.
 */
import { chance, integer, pickWeighted, type Random } from "../random.ts";
import { CODES, type Code, type FactValue } from "../statement.ts";

export interface Patient {
  /** What the report says of each observation it mentions. */
  readonly values: ReadonlyMap<Code, FactValue>;
  /** Abnormalities outside of the observations. */
  readonly otherCount: number;
  /** Chosen words, such as the side, of each observation; shared by all of its statements. */
  readonly chosen: ReadonlyMap<Code, Map<string, string>>;
}

/** How often a report that has nothing to say about an observation denies it all the same. */
const DENIAL_RATES: Readonly<Record<Code, number>> = {
  EC: 0.6,
  CM: 0.65,
  LO: 0.35,
  LL: 0.1,
  ED: 0.18,
  CO: 0.45,
  PN: 0.1,
  AT: 0.03,
  PX: 0.65,
  PE: 0.68,
  PO: 0.02,
  FX: 0.12,
  SD: 0.02,
};

const FINDING_WEIGHTS: Readonly<Record<Code, number>> = {
  EC: 5,
  CM: 9,
  LO: 13,
  LL: 9,
  ED: 8,
  CO: 6,
  PN: 7,
  AT: 12,
  PX: 5,
  PE: 11,
  PO: 6,
  FX: 6,
  SD: 13,
};

const UNCERTAIN_SHARES: Readonly<Record<Code, number>> = {
  EC: 0.45,
  CM: 0.3,
  LO: 0.2,
  LL: 0.35,
  ED: 0.45,
  CO: 0.35,
  PN: 0.6,
  AT: 0.25,
  PX: 0.25,
  PE: 0.35,
  PO: 0.3,
  FX: 0.35,
  SD: 0.04,
};

/** A patient with nothing abnormal, apart from a device now and then. */
export function drawNormalPatient(random: Random): Patient {
  const values = drawDenials(random, new Map());
  if (chance(random, 0.12)) values.set("SD", "positive");
  return { values, otherCount: 0, chosen: newChoices() };
}

export function drawAbnormalPatient(random: Random): Patient {
  const findings = new Map<Code, FactValue>();
  const count = Number(pickWeighted(random, { 0: 14, 1: 26, 2: 24, 3: 18, 4: 10, 5: 6, 7: 2 }));
  for (let i = 0; i < count; i += 1) {
    const code = pickWeighted(random, FINDING_WEIGHTS);
    findings.set(code, chance(random, UNCERTAIN_SHARES[code]) ? "uncertain" : "positive");
  }
  for (const code of ["EC", "CM"] as const) {
    if (!findings.has(code) && chance(random, 0.14)) findings.set(code, "open");
  }
  for (const code of CODES) {
    if (!findings.has(code) && chance(random, code === "SD" ? 0.003 : 0.012))
      findings.set(code, "open");
  }
  const otherCount =
    count === 0
      ? integer(random, 1, 4)
      : Number(pickWeighted(random, { 0: 45, 1: 28, 2: 17, 3: 10 }));
  return { values: drawDenials(random, findings), otherCount, chosen: newChoices() };
}

function drawDenials(random: Random, findings: ReadonlyMap<Code, FactValue>): Map<Code, FactValue> {
  const values = new Map(findings);
  for (const code of CODES) {
    if (!values.has(code) && chance(random, DENIAL_RATES[code])) values.set(code, "negative");
  }
  return values;
}

function newChoices(): ReadonlyMap<Code, Map<string, string>> {
  return new Map(CODES.map((code) => [code, new Map<string, string>()]));
}
