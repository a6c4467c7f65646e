/**
 * @file Looks for slips in a lexicon: wrong names and patterns are errors, doubtful phrases warnings.
 */
import { OBSERVATIONS } from "../labels/observations.ts";
import type { Lexicon, ObservationLexicon } from "./lexicon.ts";
import { expandPattern, type Macros } from "./phrase-pattern.ts";

/** What is wrong, or doubtful, with an entry of a lexicon. */
export type LexiconFaultKind =
  | "unknown-observation"
  | "known-observation"
  | "empty-phrase"
  | "bad-pattern"
  | "duplicate"
  | "contained"
  | "short"
  | "cue-and-phrase";

/** A slip in a lexicon and its place. */
export interface LexiconFault {
  readonly severity: "error" | "warning";
  readonly kind: LexiconFaultKind;
  /** The observation or cue rule that holds the phrase. */
  readonly holder: string;
  /** The list of the holder, such as `include`. */
  readonly list: string;
  /** Position in that list, counted from 1; 0 for faults of the whole file. */
  readonly position: number;
}

/** Phrases with fewer letters are likely to be found in other meanings. */
const SHORTEST_SAFE_PHRASE = 4;

interface Entry {
  readonly holder: string;
  readonly list: string;
  readonly position: number;
  readonly pattern: string;
  readonly macros: Macros | undefined;
}

interface SpelledEntry extends Entry {
  readonly phrases: readonly string[];
}

/** Finds errors and warnings; a lexicon without errors can be compiled. */
export function validateLexicon(lexicon: Lexicon): readonly LexiconFault[] {
  const observations = lexicon.observations.flatMap(observationEntries).map(spellOut);
  const cues = lexicon.cues
    .flatMap((file) =>
      file.rules.flatMap(({ id, direction, phrases }) =>
        toEntries({ holder: id, list: direction, patterns: phrases, macros: file.macros }),
      ),
    )
    .map(spellOut);
  const cuePhrases = new Set(cues.flatMap(({ phrases }) => phrases));
  return [
    ...lexicon.observations.flatMap(nameFaults),
    ...[...observations, ...cues].flatMap(patternFaults),
    ...duplicates(observations),
    ...duplicates(cues),
    ...contained(observations),
    ...observations
      .filter(({ list, phrases }) => list === "include" && phrases.some((one) => isShort(one)))
      .map((entry) => warning(entry, "short")),
    ...observations
      .filter(({ list, phrases }) => list === "include" && phrases.some((p) => cuePhrases.has(p)))
      .map((entry) => warning(entry, "cue-and-phrase")),
  ];
}

function observationEntries(file: ObservationLexicon): readonly Entry[] {
  const lists = {
    include: file.include,
    uncertain: file.uncertain,
    neutral: file.neutral,
    exclude: file.exclude,
  };
  return Object.entries(lists).flatMap(([list, patterns]) =>
    toEntries({ holder: file.observation, list, patterns: patterns ?? [], macros: file.macros }),
  );
}

function toEntries(source: {
  readonly holder: string;
  readonly list: string;
  readonly patterns: readonly string[];
  readonly macros: Macros | undefined;
}): readonly Entry[] {
  const { holder, list, patterns, macros } = source;
  return patterns.map((pattern, index) => ({ holder, list, position: index + 1, pattern, macros }));
}

function spellOut(entry: Entry): SpelledEntry {
  const phrases = expandPattern(entry.pattern, entry.macros) ?? [];
  return { ...entry, phrases: phrases.map((words) => words.join(" ")) };
}

function nameFaults(file: ObservationLexicon): readonly LexiconFault[] {
  const isKnown = OBSERVATIONS.some((name) => name === file.observation);
  if (isKnown === !file.new) return [];
  const kind = isKnown ? "known-observation" : "unknown-observation";
  return [{ severity: "error", kind, holder: file.observation, list: "observation", position: 0 }];
}

function patternFaults(entry: SpelledEntry): readonly LexiconFault[] {
  const { holder, list, position } = entry;
  const isEmpty = entry.pattern.trim() === "" || entry.phrases.some((phrase) => phrase === "");
  if (isEmpty) return [{ severity: "error", kind: "empty-phrase", holder, list, position }];
  if (entry.phrases.length === 0 || /[{}]/.test(entry.phrases[0] ?? "")) {
    return [{ severity: "error", kind: "bad-pattern", holder, list, position }];
  }
  return [];
}

/** Phrases that stand twice in the same list of the same holder. */
function duplicates(entries: readonly SpelledEntry[]): readonly LexiconFault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const keys = entry.phrases.map((phrase) => `${entry.holder}|${entry.list}|${phrase}`);
    const isRepeated = keys.length !== 0 && keys.every((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isRepeated ? [warning(entry, "duplicate")] : [];
  });
}

/** Exclusions that hide an include phrase of their observation altogether. */
function contained(entries: readonly SpelledEntry[]): readonly LexiconFault[] {
  const excluded = new Set(
    entries
      .filter(({ list }) => list === "exclude")
      .flatMap(({ holder, phrases }) => phrases.map((phrase) => `${holder}|${phrase}`)),
  );
  return entries
    .filter(({ list }) => list === "include" || list === "uncertain")
    .filter(({ holder, phrases }) => phrases.some((phrase) => excluded.has(`${holder}|${phrase}`)))
    .map((entry) => warning(entry, "contained"));
}

function isShort(phrase: string): boolean {
  return phrase.replaceAll(" ", "").length < SHORTEST_SAFE_PHRASE;
}

function warning(entry: Entry, kind: LexiconFaultKind): LexiconFault {
  const { holder, list, position } = entry;
  return { severity: "warning", kind, holder, list, position };
}
