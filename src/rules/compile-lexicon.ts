/**
 * @file Turns the lexicon into tries and word classes that the stages look things up in.
 */
import {
  type CueCategory,
  type CueDirection,
  type CueLexicon,
  type Lexicon,
  type ObservationLexicon,
  type StructureState,
  WORD_CLASSES,
  type WordClass,
  type WordLexicon,
} from "./lexicon.ts";
import { expandPattern, type Macros, type Phrase } from "./phrase-pattern.ts";
import { addPhrase, createTrie, type PhraseTrie } from "./phrase-trie.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

export type MentionKind = "include" | "uncertain" | "neutral" | "anchored" | "exclude";

/** Something a report can mention: an observation, or what only keeps No Finding blank. */
export interface Target {
  readonly index: number;
  readonly observation: string;
  readonly states: ObservationLexicon["states"];
  /** A positive or uncertain mention keeps No Finding blank. */
  readonly blocksNoFinding: boolean;
  readonly anchors: ReadonlySet<number>;
  readonly notPrecededBy: ReadonlySet<number>;
  readonly notFollowedBy: ReadonlySet<number>;
  readonly notInside: ReadonlySet<number>;
  readonly explainedBy: ReadonlySet<number>;
}

export interface MentionEntry {
  readonly target: Target;
  readonly kind: MentionKind;
}

export interface CueEntry {
  readonly id: string;
  readonly category: CueCategory;
  readonly direction: CueDirection;
  readonly reach: number;
  /** For cues of the category `state`. */
  readonly state?: StructureState;
}

export interface CompiledLexicon {
  readonly vocabulary: Vocabulary;
  readonly mentions: PhraseTrie<MentionEntry>;
  readonly cues: PhraseTrie<CueEntry>;
  /** Bits of {@link WORD_BITS}, by word id. */
  readonly wordClasses: ReadonlyMap<number, number>;
  readonly targets: readonly Target[];
}

/** Words that may stand between a cue and its first mention, unless the rule says otherwise. */
const DEFAULT_REACH = 12;

export const WORD_BITS: Readonly<Record<WordClass, number>> = Object.fromEntries(
  WORD_CLASSES.map((wordClass, bit) => [wordClass, 1 << bit]),
  // fromEntries forgets the keys; the list above is the key type.
) as Record<WordClass, number>;

export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const vocabulary = createVocabulary(lexicon.words.spelling);
  const mentions = createTrie<MentionEntry>();
  const targets = lexicon.observations.map((file, index) => compileTarget(vocabulary, file, index));
  lexicon.observations.forEach((file, index) => {
    const target = targets[index];
    if (target === undefined) return;
    const lists = {
      include: file.include,
      uncertain: file.uncertain,
      anchored: file.anchored,
      neutral: file.neutral,
      exclude: file.exclude,
    };
    for (const [kind, patterns] of Object.entries(lists)) {
      // The keys of `lists` are the mention kinds.
      const payload: MentionEntry = { target, kind: kind as MentionKind };
      for (const phrase of phrasesOf(patterns ?? [], file.macros)) {
        addPhrase(mentions, vocabulary, { phrase, payload });
      }
    }
  });
  return {
    vocabulary,
    mentions,
    cues: compileCues(vocabulary, lexicon.cues),
    wordClasses: compileWordClasses(vocabulary, lexicon.words),
    targets,
  };
}

function compileTarget(vocabulary: Vocabulary, file: ObservationLexicon, index: number): Target {
  const idsOf = (words: readonly string[] = []): ReadonlySet<number> =>
    new Set(
      words.flatMap((word) => word.split(" ").slice(0, 1)).map((word) => vocabulary.add(word)),
    );
  return {
    index,
    observation: file.observation,
    states: file.states,
    blocksNoFinding: file.blocksNoFinding ?? file.observation !== "Support Devices",
    anchors: idsOf(file.anchors),
    notPrecededBy: idsOf(file.notPrecededBy),
    notFollowedBy: idsOf(file.notFollowedBy),
    notInside: idsOf(file.notInside),
    explainedBy: idsOf(file.explainedBy),
  };
}

function compileCues(vocabulary: Vocabulary, files: readonly CueLexicon[]): PhraseTrie<CueEntry> {
  const trie = createTrie<CueEntry>();
  for (const file of files) {
    for (const rule of file.rules) {
      const payload: CueEntry = {
        id: rule.id,
        category: file.category,
        direction: rule.direction,
        reach: rule.reach ?? DEFAULT_REACH,
        // State rules are named after their state.
        ...(file.category === "state" ? { state: rule.id.slice(6) as StructureState } : {}),
      };
      for (const phrase of phrasesOf(rule.phrases, file.macros)) {
        addPhrase(trie, vocabulary, { phrase, payload });
      }
    }
  }
  return trie;
}

function compileWordClasses(vocabulary: Vocabulary, words: WordLexicon): Map<number, number> {
  const bits = new Map<number, number>();
  for (const wordClass of WORD_CLASSES) {
    for (const word of words.classes[wordClass]) {
      const id = vocabulary.add(word);
      bits.set(id, (bits.get(id) ?? 0) | WORD_BITS[wordClass]);
    }
  }
  return bits;
}

/** Spells out patterns; wrong ones were refused when the lexicon was read. */
function phrasesOf(patterns: readonly string[], macros: Macros = {}): readonly Phrase[] {
  return patterns
    .flatMap((pattern) => expandPattern(pattern, macros) ?? [])
    .filter((p) => 0 < p.length);
}
