/**
 * @file The findings of a long report, region by region.
 */
import type { Clause } from "../book.ts";
import { BOOKS } from "../books/library.ts";
import { NORMAL_BY_REGION } from "../books/neutral.ts";
import { OTHER_CLAUSES } from "../books/other-abnormalities.ts";
import { REVISIONS } from "../books/revisions.ts";
import { denyList } from "../list-statement.ts";
import { chance, integer, pick, shuffle } from "../random.ts";
import { sayClause, stateObservation } from "../single-statement.ts";
import { type Code, type Fact, OBSERVATION_OF_CODE, type Statement } from "../statement.ts";
import type { Scope } from "../template.ts";
import { stateOther } from "./other-statement.ts";
import type { Patient } from "./patient.ts";

export type Region = "lungs" | "pleura" | "heart" | "bones" | "devices" | "other";

const CODES_OF_REGION: Readonly<Record<Region, readonly Code[]>> = {
  lungs: ["LO", "CO", "PN", "AT", "LL", "ED"],
  pleura: ["PE", "PX", "PO"],
  heart: ["CM", "EC"],
  bones: ["FX"],
  devices: ["SD"],
  other: [],
};

const NORMAL_REGIONS = {
  lungs: ["lungs", "vessels"],
  pleura: ["pleura"],
  heart: ["hila"],
  bones: ["bones"],
  devices: [],
  other: ["other"],
} as const satisfies Record<Region, readonly (keyof typeof NORMAL_BY_REGION)[]>;

/** Statements of each region, in the order in which a report takes them up. */
export function planBody(
  patient: Patient,
  scopeOf: (chosen?: Map<string, string>) => Scope,
): ReadonlyMap<Region, readonly Statement[]> {
  const scope = scopeOf();
  const body = new Map<Region, Statement[]>(orderRegions(scope).map((region) => [region, []]));
  const said = sayDenials(patient, scope, body);
  for (const [region, statements] of body) {
    if (region === "heart") statements.push(...stateHeart(patient, scopeOf));
    for (const code of CODES_OF_REGION[region]) {
      const value = patient.values.get(code);
      if (region === "heart" || value === undefined || said.has(code)) continue;
      statements.push(
        stateObservation(code, value, scopeOf(patient.chosen.get(code)), (clause) =>
          fits(clause, patient),
        ),
      );
    }
    addNormal(region, patient, scope, statements);
  }
  addOthers(patient, scopeOf, body);
  addRevision(patient, scope, body);
  return body;
}

function orderRegions({ random }: Scope): readonly Region[] {
  const usual: Region[] = pick(random, [
    ["lungs", "pleura", "heart", "bones", "other"],
    ["heart", "lungs", "pleura", "bones", "other"],
    ["heart", "other", "lungs", "pleura", "bones"],
    ["lungs", "heart", "pleura", "other", "bones"],
  ] as const).slice();
  const ordered = chance(random, 0.12) ? shuffle(random, usual) : usual;
  return chance(random, 0.5) ? ["devices", ...ordered] : [...ordered, "devices"];
}

/** Says some or all denials of lungs, pleura and bones in one list, and returns what it said. */
function sayDenials(
  patient: Patient,
  scope: Scope,
  body: ReadonlyMap<Region, Statement[]>,
): ReadonlySet<Code> {
  const denied = [...patient.values].flatMap(([code, value]) =>
    value === "negative" && !["EC", "CM", "SD"].includes(code) ? [code] : [],
  );
  if (denied.length < 2 || chance(scope.random, 0.25)) return new Set();
  const listed = shuffle(scope.random, denied).slice(
    0,
    integer(scope.random, 2, Math.min(denied.length, 6)),
  );
  const region = listed.every((code) => CODES_OF_REGION.pleura.includes(code)) ? "pleura" : "lungs";
  body.get(region)?.push(denyList(listed, scope));
  return new Set(listed);
}

/** Heart and mediastinum in one sentence where a clause says just that, else one after the other. */
function stateHeart(
  patient: Patient,
  scopeOf: (chosen?: Map<string, string>) => Scope,
): readonly Statement[] {
  const codes = (["CM", "EC"] as const).filter((code) => patient.values.has(code));
  const scope = scopeOf();
  const wanted = codes.map((code) => `${OBSERVATION_OF_CODE[code]} ${patient.values.get(code)}`);
  if (codes.length === 2 && chance(scope.random, 0.65)) {
    const both = [
      ...BOOKS.CM.clauses[patient.values.get("CM") ?? "open"],
      ...BOOKS.EC.clauses[patient.values.get("EC") ?? "open"],
    ].filter(
      (clause) =>
        clause.facts.length === 2 &&
        clause.facts.every((fact) => wanted.includes(`${fact.observation} ${fact.value}`)) &&
        fits(clause, patient),
    );
    if (0 < both.length) return [sayClause(pick(scope.random, both), scope)];
  }
  return codes.map((code) =>
    stateObservation(
      code,
      patient.values.get(code) ?? "open",
      scopeOf(patient.chosen.get(code)),
      (clause) => fits(clause, patient),
    ),
  );
}

/** True when a clause says nothing else than the patient has. */
export function fits(clause: Clause, patient: Patient): boolean {
  if (clause.isOtherAbnormality && patient.otherCount === 0) return false;
  return clause.facts.every((fact) => hasFact(patient, fact));
}

function hasFact(patient: Patient, fact: Fact): boolean {
  return [...patient.values].some(
    ([code, value]) => OBSERVATION_OF_CODE[code] === fact.observation && value === fact.value,
  );
}

function addNormal(region: Region, patient: Patient, scope: Scope, statements: Statement[]): void {
  for (const part of NORMAL_REGIONS[region]) {
    if (!isNormal(region, patient) || chance(scope.random, 0.55)) continue;
    const statement = sayClause(pick(scope.random, NORMAL_BY_REGION[part]), scope);
    if (chance(scope.random, 0.5)) statements.unshift(statement);
    else statements.push(statement);
  }
}

function isNormal(region: Region, { values, otherCount }: Patient): boolean {
  if (region === "bones" && 1 < otherCount) return false;
  return CODES_OF_REGION[region].every(
    (code) => region === "heart" || (values.get(code) ?? "negative") === "negative",
  );
}

/** Once in a while a report corrects itself on an observation that it mentions nowhere else. */
function addRevision(patient: Patient, scope: Scope, body: ReadonlyMap<Region, Statement[]>): void {
  if (!chance(scope.random, 0.02)) return;
  const isNew = ({ observation }: Fact) =>
    ![...patient.values.keys()].some((code) => OBSERVATION_OF_CODE[code] === observation);
  const fitting = REVISIONS.filter(({ facts }) => patient.otherCount !== 0 && facts.every(isNew));
  if (0 < fitting.length) body.get("other")?.push(sayClause(pick(scope.random, fitting), scope));
}

function addOthers(
  patient: Patient,
  scopeOf: () => Scope,
  body: ReadonlyMap<Region, Statement[]>,
): void {
  for (let i = 0; i < patient.otherCount; i += 1) {
    const scope = scopeOf();
    const statement = chance(scope.random, 0.55)
      ? stateOther(scope)
      : sayClause(pick(scope.random, OTHER_CLAUSES), scope);
    body
      .get(pick(scope.random, ["other", "other", "bones", "lungs", "heart"] as const))
      ?.push(statement);
  }
}
