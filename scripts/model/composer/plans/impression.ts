/**
 * @file The impression of a long report: the findings again in other words, and a summary.
 */
import { NORMAL_CHEST, NOTHING_ACUTE, REMARK_CLAUSES } from "../books/neutral.ts";
import { denyList } from "../list-statement.ts";
import { chance, pick, shuffle } from "../random.ts";
import { sayClause, stateObservation } from "../single-statement.ts";
import type { Statement } from "../statement.ts";
import type { Scope } from "../template.ts";
import { fits } from "./body.ts";
import { stateOther } from "./other-statement.ts";
import type { Patient } from "./patient.ts";

export function planImpression(
  patient: Patient,
  scopeOf: (chosen?: Map<string, string>) => Scope,
): readonly Statement[] {
  const scope = scopeOf();
  const { random } = scope;
  const statements: Statement[] = [];
  for (const [code, value] of shuffle(random, [...patient.values])) {
    const isFinding = value === "positive" || value === "uncertain";
    if (!chance(random, isFinding ? 0.8 : 0.05)) continue;
    statements.push(
      stateObservation(code, value, scopeOf(patient.chosen.get(code)), (clause) =>
        fits(clause, patient),
      ),
    );
  }
  const denied = [...patient.values].flatMap(([code, value]) =>
    value === "negative" && code !== "SD" && code !== "EC" ? [code] : [],
  );
  if (1 < denied.length && chance(random, 0.12))
    statements.push(denyList(denied.slice(0, 3), scope));
  if (0 < patient.otherCount && chance(random, 0.4)) statements.push(stateOther(scopeOf()));
  if (statements.length === 0 || chance(random, 0.3)) {
    const isNormal =
      patient.otherCount === 0 &&
      [...patient.values.values()].every((value) => value === "negative");
    const summary = sayClause(
      pick(random, isNormal && chance(random, 0.45) ? NORMAL_CHEST : NOTHING_ACUTE),
      scope,
    );
    if (chance(random, 0.6)) statements.unshift(summary);
    else statements.push(summary);
  }
  if (chance(random, 0.15)) statements.push(sayClause(pick(random, REMARK_CLAUSES), scope));
  return statements;
}
