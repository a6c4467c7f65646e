/**
 * @file One statement on one observation with a wanted value: a noun phrase in a general frame,
 * or a clause from the observation's book.
 */
import type { Book, Clause } from "./book.ts";
import { BOOKS } from "./books/library.ts";
import { SINGLE_FRAMES, type SingleFrameKind, VALUE_OF_FRAME } from "./frames/single-frames.ts";
import { agreement, factsOf, speak } from "./noun-phrase.ts";
import { chance, pick, pickWeighted } from "./random.ts";
import type { Code, FactValue, Statement } from "./statement.ts";
import { expand, type Scope } from "./template.ts";
import { tidyText } from "./tidy-text.ts";

export type ClauseFilter = (clause: Clause) => boolean;

/** How often a book's own clauses are used instead of general frames. */
const CLAUSE_SHARE: Readonly<Record<Code, number>> = {
  EC: 0.85,
  CM: 0.75,
  LO: 0.4,
  LL: 0.4,
  ED: 0.5,
  CO: 0.35,
  PN: 0.4,
  AT: 0.35,
  PX: 0.4,
  PE: 0.45,
  PO: 0.45,
  FX: 0.45,
  SD: 0.5,
};

/** Findings that stay where they are: frames of change do not fit them. */
const STATIC_CODES: ReadonlySet<Code> = new Set(["FX", "SD"]);

export function stateObservation(
  code: Code,
  value: FactValue,
  scope: Scope,
  isFitting: ClauseFilter = () => true,
): Statement {
  const book = BOOKS[code];
  const needsClause = code === "SD" && value !== "positive" && value !== "negative";
  if (
    needsClause ||
    chance(scope.random, code === "SD" && value === "negative" ? 0.85 : CLAUSE_SHARE[code])
  ) {
    const clauses = book.clauses[value].filter(isFitting);
    if (0 < clauses.length) return sayClause(pick(scope.random, clauses), scope);
  }
  return frameObservation(book, value, scope);
}

export function sayClause(clause: Clause, scope: Scope): Statement {
  const slots = { ...scope.slots, mark: scope.removalMark };
  const text = tidyText(expand(clause.template, { ...scope, slots }));
  return { text, facts: clause.facts, isOtherAbnormality: clause.isOtherAbnormality };
}

/** A statement made of a noun phrase and a general frame. */
export function frameObservation(book: Book, value: FactValue, scope: Scope): Statement {
  const kind = frameKind(book.code, value, scope);
  const spoken = speak(pick(scope.random, phrasesFor(book, kind, scope)), scope);
  const slots = {
    ...agreement(spoken),
    np: spoken.withArticle,
    bare: spoken.bare,
    mark: scope.removalMark,
  };
  const text = tidyText(expand(pick(scope.random, SINGLE_FRAMES[kind]), { ...scope, slots }));
  return {
    text,
    facts: factsOf(spoken, VALUE_OF_FRAME[kind]),
    isOtherAbnormality: spoken.phrase.isOtherAbnormality,
  };
}

function frameKind(code: Code, value: FactValue, { random }: Scope): SingleFrameKind {
  const isStatic = STATIC_CODES.has(code);
  if (value === "uncertain") return "hedged";
  if (value === "open") return "leftOpen";
  if (value === "negative")
    return isStatic ? "denied" : pickWeighted(random, { denied: 8, gone: 2 });
  return isStatic ? "present" : pickWeighted(random, { present: 5, changing: 3 });
}

function phrasesFor(book: Book, kind: SingleFrameKind, { random }: Scope) {
  if (kind === "denied") return book.denied;
  if (kind === "leftOpen" || kind === "gone") return book.names;
  return chance(random, kind === "hedged" ? 0.5 : 0.78) ? book.findings : book.names;
}
