/**
 * @file One statement on a coordinated list: all denied, all affirmed, or all left open.
 */
import { type NounPhrase, parseNounPhrases } from "./book.ts";
import { BOOKS } from "./books/library.ts";
import {
  AFFIRMED_LIST,
  DENIED_LIST,
  HEDGED_LIST,
  LIST_STYLES,
  type ListStyle,
  NO_LIST_STYLES,
} from "./frames/list-frames.ts";
import { factsOf, type SpokenPhrase, speak } from "./noun-phrase.ts";
import { chance, pick } from "./random.ts";
import type { Code, FactValue, Statement } from "./statement.ts";
import { expand, type Scope, type Template } from "./template.ts";
import { tidyText } from "./tidy-text.ts";

/** Things that lists deny beside the observations; absent, they state nothing. */
const UNLABELED_DENIALS: readonly NounPhrase[] = parseNounPhrases(
  `
  [m] (pneumomediastinum|pneumoperitoneum|free air|subdiaphragmatic free air|subcutaneous emphysema)
  [m] (acute bony abnormality|acute osseous abnormality|bony destruction|hilar adenopathy|adenopathy|lymphadenopathy)
  [m] (hyperinflation|mediastinal shift|hilar enlargement|other acute abnormality|acute disease|active disease|acute process)
  `,
  [],
);

export function denyList(codes: readonly Code[], scope: Scope): Statement {
  const { random } = scope;
  // After "no A and", an adjective would start a new finding: only bare names stand there.
  const word = pick(random, ["or", "or", "or", "or", "or", "and"]);
  const nameShare = word === "and" ? 1 : 0.25;
  const phrases = codes.map((code) =>
    pick(random, chance(random, nameShare) ? BOOKS[code].names : BOOKS[code].denied),
  );
  if (chance(random, 0.12)) phrases.push(pick(random, UNLABELED_DENIALS));
  return stateList(phrases, "negative", DENIED_LIST, word, scope);
}

export function affirmList(codes: readonly Code[], scope: Scope): Statement {
  const phrases = codes.map((code) => pick(scope.random, BOOKS[code].findings));
  return stateList(
    phrases,
    "positive",
    AFFIRMED_LIST,
    pick(scope.random, ["and", "and", "and", "with", "as well as"]),
    scope,
  );
}

export function hedgeList(codes: readonly Code[], scope: Scope): Statement {
  const phrases = codes.map((code) => pick(scope.random, BOOKS[code].names));
  return stateList(
    phrases,
    "uncertain",
    HEDGED_LIST,
    pick(scope.random, ["or", "or", "and/or", "versus", "vs"]),
    scope,
  );
}

function stateList(
  phrases: readonly NounPhrase[],
  value: FactValue,
  templates: readonly Template[],
  word: string,
  scope: Scope,
): Statement {
  // every member has its own side and place
  const spoken = phrases.map((phrase) => speak(phrase, { ...scope, chosen: new Map() }));
  const slots = {
    list: joinList(spoken, word, pickStyle(LIST_STYLES, spoken, scope)),
    "list-and": joinList(
      spoken,
      value === "positive" ? word : "and",
      pickStyle(LIST_STYLES.slice(0, 5), spoken, scope),
    ),
    "no-list": joinList(spoken, word, pickStyle(NO_LIST_STYLES, spoken, scope)),
    mark: scope.removalMark,
  };
  return {
    text: tidyText(expand(pick(scope.random, templates), { ...scope, slots })),
    facts: spoken.flatMap((each) => factsOf(each, value)),
    isOtherAbnormality: phrases.some(({ isOtherAbnormality }) => isOtherAbnormality),
  };
}

function pickStyle(
  styles: readonly ListStyle[],
  spoken: readonly SpokenPhrase[],
  { random }: Scope,
): ListStyle {
  return pick(
    random,
    styles.filter(({ minLength }) => minLength <= spoken.length),
  );
}

function joinList(spoken: readonly SpokenPhrase[], word: string, style: ListStyle): string {
  const [separator = "", last = ""] = [style.separator, style.last].map((text) =>
    text.replace("<word>", word),
  );
  return spoken
    .map(({ bare }, i) => `${i === 0 ? "" : i === spoken.length - 1 ? last : separator}${bare}`)
    .join("");
}
