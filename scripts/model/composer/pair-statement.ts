/**
 * @file One statement on two or three observations: explained, paired, contrasted, alternative.
 */
import type { NounPhrase } from "./book.ts";
import { BOOKS } from "./books/library.ts";
import {
  DOUBTFUL_EXPLANATIONS,
  EXPLAINABLE,
  EXPLANATIONS,
  PAIRINGS,
  type PairKind,
  type PhraseSource,
} from "./books/pairings.ts";
import * as frames from "./frames/pair-frames.ts";
import { agreement, factsOf, type SpokenPhrase, speak } from "./noun-phrase.ts";
import { pick, pickWeighted } from "./random.ts";
import type { Statement } from "./statement.ts";
import { expand, type Scope } from "./template.ts";
import { tidyText } from "./tidy-text.ts";

const FRAMES: Readonly<Record<PairKind, frames.PairFrames>> = {
  explained: frames.EXPLAINED,
  explainedWithDoubt: frames.EXPLAINED_WITH_DOUBT,
  explainedByEither: frames.EXPLAINED_BY_EITHER,
  explainedWithRemainder: frames.EXPLAINED_WITH_REMAINDER,
  alternatives: frames.ALTERNATIVES,
  together: frames.TOGETHER,
  without: frames.WITHOUT,
  withDoubtful: frames.WITH_DOUBTFUL,
  deniedAndDoubtful: frames.DENIED_AND_DOUBTFUL,
  neither: frames.NEITHER,
};

const KIND_WEIGHTS = {
  explained: 12,
  explainedWithDoubt: 16,
  explainedByEither: 9,
  explainedWithRemainder: 5,
  alternatives: 14,
  together: 16,
  without: 14,
  withDoubtful: 7,
  deniedAndDoubtful: 4,
  neither: 8,
} as const satisfies Record<PairKind, number>;

export function statePair(
  scope: Scope,
  kind: PairKind = pickWeighted(scope.random, KIND_WEIGHTS),
): Statement {
  const spoken = sourcesOf(kind, scope).map((phrases) => speak(pick(scope.random, phrases), scope));
  const { values, templates } = FRAMES[kind];
  const first = spoken[0];
  const slots: Readonly<Record<string, string>> = Object.assign(
    { mark: scope.removalMark, is: first === undefined ? "is" : agreement(first).is },
    ...spoken.map(slotsOf),
  );
  return {
    text: tidyText(expand(pick(scope.random, templates), { ...scope, slots })),
    facts: spoken.flatMap((each, i) => factsOf(each, values[i] ?? "uncertain")),
    isOtherAbnormality: spoken.some(({ phrase }) => phrase.isOtherAbnormality),
  };
}

function slotsOf(spoken: SpokenPhrase, position: number): Record<string, string> {
  const letter = "abc".charAt(position);
  return {
    [letter]: spoken.bare,
    [letter.toUpperCase()]: spoken.withArticle,
    [`${letter}-is`]: agreement(spoken).is,
  };
}

/** The phrases that may fill each slot of a frame of this kind. */
function sourcesOf(kind: PairKind, { random }: Scope): readonly (readonly NounPhrase[])[] {
  switch (kind) {
    case "explained":
      return [EXPLAINABLE, pick(random, EXPLANATIONS)];
    case "explainedWithDoubt":
      return [EXPLAINABLE, pick(random, [...EXPLANATIONS, DOUBTFUL_EXPLANATIONS])];
    case "explainedByEither":
    case "explainedWithRemainder": {
      const first = pick(random, EXPLANATIONS);
      const others = EXPLANATIONS.filter((each) => each !== first);
      return [EXPLAINABLE, first, pick(random, others)];
    }
    default:
      return pick(random, PAIRINGS[kind]).map(phrasesOf);
  }
}

function phrasesOf(source: PhraseSource): readonly NounPhrase[] {
  if (typeof source !== "string") return source;
  const [code, part] = source.split(".") as [keyof typeof BOOKS, "names" | "findings" | "denied"]; // the type PhraseSource
  return BOOKS[code][part];
}
