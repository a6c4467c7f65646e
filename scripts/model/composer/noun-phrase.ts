/**
 * @file Turns a noun phrase of a book into words, with the verbs that agree with it.
 */
import type { GrammaticalNumber, NounPhrase } from "./book.ts";
import { type Fact, type FactValue, fact } from "./statement.ts";
import { expand, type Scope } from "./template.ts";

export interface SpokenPhrase {
  readonly bare: string;
  readonly withArticle: string;
  readonly number: GrammaticalNumber;
  readonly phrase: NounPhrase;
}

export function speak(phrase: NounPhrase, scope: Scope): SpokenPhrase {
  const bare = expand(phrase.template, scope).trim();
  const withArticle = phrase.number === "singular" ? `a ${bare}` : bare;
  return { bare, withArticle, number: phrase.number, phrase };
}

/** The facts of a phrase when a frame gives it this value. */
export function factsOf({ phrase }: SpokenPhrase, value: FactValue): readonly Fact[] {
  return phrase.codes.map((code) => fact(code, value));
}

/** Slots that agree with the phrase in number. */
export function agreement({ number }: SpokenPhrase): {
  readonly is: string;
  readonly has: string;
  readonly was: string;
} {
  if (number === "plural") return { is: "are", has: "have", was: "were" };
  return { is: "is", has: "has", was: "was" };
}
