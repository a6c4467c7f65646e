/**
 * @file A phrase book: how radiologists name, affirm, deny and doubt one observation.
 *
 * Three blocks of templates, one a line. A noun phrase may start with marks in square brackets:
 * `p` plural, `m` mass noun (no article), and the codes of the observations it names when they
 * are not just the book's own: `[p LO LL] nodular opacities`.
 */
import {
  type Code,
  type FactList,
  type FactValue,
  isCode,
  OBSERVATION_OF_CODE,
  parseFacts,
} from "./statement.ts";
import { linesOf, parseTemplate, type Template } from "./template.ts";

export type GrammaticalNumber = "singular" | "plural" | "mass";

export interface NounPhrase {
  readonly template: Template;
  readonly number: GrammaticalNumber;
  readonly codes: readonly Code[];
  readonly isOtherAbnormality: boolean;
}

/** A whole clause with the facts it states. */
export interface Clause extends FactList {
  readonly template: Template;
}

export interface Book {
  readonly code: Code;
  /** Names as they stand in lists, denials and alternatives. */
  readonly names: readonly NounPhrase[];
  /** Names with degree, side, size, shape and place, as a finding is described. */
  readonly findings: readonly NounPhrase[];
  /** Names as they stand after "no". */
  readonly denied: readonly NounPhrase[];
  /** Clauses that fit no general frame, by what they say about the book's observation. */
  readonly clauses: Readonly<Record<FactValue, readonly Clause[]>>;
}

export interface BookText {
  readonly names: string;
  readonly findings: string;
  readonly denied: string;
  readonly clauses: string;
}

export function book(code: Code, text: BookText): Book {
  const clauses: Record<FactValue, Clause[]> = {
    positive: [],
    negative: [],
    uncertain: [],
    open: [],
  };
  for (const clause of parseClauses(text.clauses)) {
    const own = clause.facts.find(({ observation }) => observation === OBSERVATION_OF_CODE[code]);
    if (own === undefined)
      throw new Error(`Expected a fact about ${code} in every clause of its book`);
    clauses[own.value].push(clause);
  }
  return {
    code,
    names: parseNounPhrases(text.names, [code]),
    findings: parseNounPhrases(text.findings, [code]),
    denied: parseNounPhrases(text.denied, [code]),
    clauses,
  };
}

export function parseNounPhrases(
  block: string,
  defaultCodes: readonly Code[],
): readonly NounPhrase[] {
  return linesOf(block).map((line) => {
    const [, marks = "", words = ""] = /^(?:\[([^\]]*)\])?\s*(.*)$/.exec(line) ?? [];
    const list = marks.split(/\s+/);
    const codes = list.filter(isCode);
    return {
      template: parseTemplate(words),
      number: list.includes("p") ? "plural" : list.includes("m") ? "mass" : "singular",
      codes: codes.length === 0 ? defaultCodes : codes,
      isOtherAbnormality: list.includes("OA"),
    };
  });
}

/** Reads lines `FACTS: words`; a line that states nothing starts with the colon. */
export function parseClauses(block: string): readonly Clause[] {
  return linesOf(block).map((line) => {
    const colon = line.indexOf(":");
    if (colon < 0) throw new Error(`Expected "FACTS: words", got "${line}"`);
    return {
      ...parseFacts(line.slice(0, colon)),
      template: parseTemplate(line.slice(colon + 1).trim()),
    };
  });
}
