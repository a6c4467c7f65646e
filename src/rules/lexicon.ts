/**
 * @file The lexicon as it stands in its files: phrases per observation, cues per category, words.
 *
 * Every file names its origin and license. Phrases are written in the language of
 * `phrase-pattern.ts`.
 */
import type { LabelClass } from "../labels/label-class.ts";
import type { Macros } from "./phrase-pattern.ts";
import type { Spelling } from "./vocabulary.ts";

/** What can be said of a structure such as the heart, and of no finding. */
export type StructureState =
  | "normal"
  | "small"
  | "borderline"
  | "enlarged"
  | "stable"
  | "unassessed"
  | "blunted"
  | "dry";

/** A lexicon file of one observation. */
export interface ObservationLexicon {
  /** One of the 14, or a new name when `new` is true. "No Finding" holds what only blocks it. */
  readonly observation: string;
  readonly origin: string;
  readonly license: string;
  /** Declares an observation beyond the 14, so that a slip in a name is an error. */
  readonly new?: boolean;
  readonly macros?: Macros;
  /** Phrases that assert the observation unless a cue says otherwise. */
  readonly include: readonly string[];
  /** Phrases that leave it uncertain unless negated. */
  readonly uncertain?: readonly string[];
  /** Words that count as `include` only in a sentence with one of the `anchors`. */
  readonly anchored?: readonly string[];
  readonly anchors?: readonly string[];
  /** Structures that count only with a state ("heart" with "enlarged"). */
  readonly neutral?: readonly string[];
  /** The class that each state of a neutral phrase gives; a missing state gives none. */
  readonly states?: Readonly<Partial<Record<StructureState, LabelClass>>>;
  /** Phrases that cancel a hit of this observation which they overlap. */
  readonly exclude?: readonly string[];
  /** Words that cancel a hit when they stand before it in its noun phrase. */
  readonly notPrecededBy?: readonly string[];
  /** Words that cancel a hit when they follow it in its clause. */
  readonly notFollowedBy?: readonly string[];
  /** Places that cancel a hit said to lie in them: "lesion in the humerus", not "over" it. */
  readonly notInside?: readonly string[];
  /** Words that cancel a hit when the text asserts them as its explanation. */
  readonly explainedBy?: readonly string[];
  /** The parent, used by the consistency report only. */
  readonly parent?: string;
  /** A positive or uncertain mention keeps No Finding blank. @default true, except for devices */
  readonly blocksNoFinding?: boolean;
}

export type CueCategory =
  | "negation"
  | "open-negation"
  | "uncertainty"
  | "assertion"
  | "history"
  | "terminator"
  | "pseudo"
  | "state";

/**
 * `around` reaches both ways at once; `both` is for terminators. `link` asserts what follows
 * without ending a hedge; `sentence` covers the whole sentence.
 */
export type CueDirection =
  | "forward"
  | "backward"
  | "around"
  | "both"
  | "link"
  | "sentence"
  | "none";

export interface CueRule {
  readonly id: string;
  readonly direction: CueDirection;
  /** Words that may stand between the cue and its first mention. */
  readonly reach?: number;
  readonly phrases: readonly string[];
}

/** A lexicon file of cues of one category. */
export interface CueLexicon {
  readonly category: CueCategory;
  readonly origin: string;
  readonly license: string;
  readonly macros?: Macros;
  readonly rules: readonly CueRule[];
}

/** Classes of small words; `compile-lexicon.ts` gives each a bit. */
export const WORD_CLASSES = [
  "comma",
  "and",
  "or",
  "versus",
  "verb",
  "past",
  "preposition",
  "restart",
  "change",
  "new",
  "chain",
  "with",
  "place",
  "article",
  "adverb",
  "adjective",
  "attributive",
  "transitive",
  "inside",
  "pronoun",
] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/** The lexicon file of single words: their classes and their spelling. */
export interface WordLexicon {
  readonly origin: string;
  readonly license: string;
  readonly classes: Readonly<Record<WordClass, readonly string[]>>;
  readonly spelling: Spelling;
}

/** Everything that the rules know of words. */
export interface Lexicon {
  readonly observations: readonly ObservationLexicon[];
  readonly cues: readonly CueLexicon[];
  readonly words: WordLexicon;
}
