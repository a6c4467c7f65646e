/**
 * @file Short reports: one to three statements that rarely contradict each other.
 */
import { chance, pickWeighted } from "../random.ts";
import type { Statement } from "../statement.ts";
import type { Scope } from "../template.ts";
import { drawStatement } from "./draw-statement.ts";

/** Contradictions are kept at this rate: other side, other place, or a careless author. */
const CONTRADICTION_SHARE = 0.1;
const MAX_DRAWS = 8;

export function planShort(newTopic: () => Scope): readonly Statement[] {
  const { random } = newTopic();
  const count = Number(pickWeighted(random, { 1: 45, 2: 35, 3: 20 }));
  const statements: Statement[] = [];
  while (statements.length < count) {
    let statement = drawStatement(newTopic());
    for (let draw = 1; draw < MAX_DRAWS && contradicts(statement, statements); draw += 1) {
      if (chance(random, CONTRADICTION_SHARE)) break;
      statement = drawStatement(newTopic());
    }
    statements.push(statement);
  }
  return statements;
}

/** True when an observation gets another value, or a chest called normal has a finding. */
function contradicts(statement: Statement, earlier: readonly Statement[]): boolean {
  return earlier.some(
    (other) =>
      (statement.claimsNormalChest === true && isAbnormal(other)) ||
      (other.claimsNormalChest === true && isAbnormal(statement)) ||
      other.facts.some((fact) =>
        statement.facts.some(
          ({ observation, value }) => observation === fact.observation && value !== fact.value,
        ),
      ),
  );
}

function isAbnormal({ facts, isOtherAbnormality }: Statement): boolean {
  return isOtherAbnormality || facts.some(({ value }) => value !== "negative");
}
