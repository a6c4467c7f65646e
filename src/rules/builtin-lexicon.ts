/**
 * @file Reads the lexicon that ships with the package from `data/lexicon`.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { ChexpertTerms, PhrasesByName } from "./chexpert-mentions.ts";
import type { CueLexicon, Lexicon, ObservationLexicon, WordLexicon } from "./lexicon.ts";

const folder = new URL("../../data/lexicon/", import.meta.url);

/** Reads the shipped lexicon; its tests validate it, so it is not checked again here. */
export function readBuiltinLexicon(): Lexicon {
  return {
    observations: readFolder("observations/") as readonly ObservationLexicon[],
    cues: readFolder("cues/") as readonly CueLexicon[],
    words: readJson(new URL("words.json", folder)) as WordLexicon,
  };
}

/** Reads the terms that chexpert-labeler published. */
export function readChexpertTerms(): ChexpertTerms {
  const terms = readJson(new URL("chexpert/terms.json", folder)) as ChexpertTerms;
  return { ...terms, mention: spellBlanks(terms.mention), unmention: spellBlanks(terms.unmention) };
}

/** The file writes `_` for a blank at the edge of a phrase, as phrase files do. */
function spellBlanks(phrases: PhrasesByName): PhrasesByName {
  return Object.fromEntries(
    Object.entries(phrases).map(([name, list = []]) => [
      name,
      list.map((phrase) => phrase.replaceAll("_", " ")),
    ]),
  );
}

function readFolder(name: string): readonly unknown[] {
  const files = new URL(name, folder);
  return readdirSync(files)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => readJson(new URL(file, files)));
}

function readJson(file: URL): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
