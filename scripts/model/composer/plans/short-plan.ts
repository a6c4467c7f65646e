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

/** True when the same observation was given another value, or the chest was called normal. */
function contradicts(statement: Statement, earlier: readonly Statement[]): boolean {
  return earlier.some(({ facts }) =>
    facts.some((fact) =>
      statement.facts.some((other) => other.observation === fact.observation && other.value !== fact.value),
    ),
  );
}
