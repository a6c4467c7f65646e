/**
 * @file How two statements become one sentence, and what a sentence may open with.
 */
import { chance, pick } from "../random.ts";
import type { Statement } from "../statement.ts";
import { expand, parseTemplates, type Scope } from "../template.ts";
import { tidyText } from "../tidy-text.ts";

const OPENINGS = parseTemplates(`
  on the (current|present|lateral|frontal|portable) (study|view|exam|film|image),
  (compared (to|with)|when compared to|in comparison (to|with)|relative to|since) (<date>|the prior (study|exam|film)|previous exam), 
  (again|as before|otherwise|incidentally|additionally|also|of note|of incidental note), 
  (allowing for (technique|rotation|differences in technique|portable technique),)
  within (the limits of (this exam|technique)|limits of technique), 
  (given|accounting for) (the |)(AP projection|AP technique|differences in positioning), 
  (in the interval|at this time|currently|today), 
  (overall|in summary|to summarize|please note|as seen before),
`);

const CONJUNCTIONS = [" and ", ", and ", "; ", ", while ", " - ", "; ", " and "] as const;

/** Only a clause with its own subject and verb, or its own "no", can follow a conjunction. */
const STANDS_ALONE =
  /^(?:(?:the |both |there |heart |lungs |cardiac |mediastin|pulmonary |bones? |osseous ).*\b(?:is|are|appears?|remains?|has|have)\b|no )/i;

/** Joins neighbors at the given rate; facts stay in order. */
export function connect(
  statements: readonly Statement[],
  rate: number,
  scope: Scope,
): readonly Statement[] {
  const connected: Statement[] = [];
  for (const statement of statements) {
    const last = connected.at(-1);
    const canJoin =
      last !== undefined && !/[.?]/.test(last.text) && STANDS_ALONE.test(statement.text);
    if (canJoin && chance(scope.random, rate))
      connected[connected.length - 1] = join(last, statement, scope);
    else if (0 < statement.facts.length && chance(scope.random, rate / 4))
      connected.push(open(statement, scope));
    else connected.push(statement);
  }
  return connected;
}

function join(first: Statement, second: Statement, { random }: Scope): Statement {
  return {
    text: first.text + pick(random, CONJUNCTIONS) + second.text,
    facts: [...first.facts, ...second.facts],
    isOtherAbnormality: first.isOtherAbnormality || second.isOtherAbnormality,
  };
}

function open(statement: Statement, scope: Scope): Statement {
  const opening = expand(pick(scope.random, OPENINGS), scope);
  return { ...statement, text: tidyText(`${opening} ${statement.text}`) };
}
