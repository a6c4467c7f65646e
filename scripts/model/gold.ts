/**
 * @file The authored corpus as training sets: every fifth passage chooses and calibrates, the
 * others train.
 *
 * A paraphrase says its source again, so paraphrases of passages in the dev set train nothing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FIRST_KINDS } from "./recipe.ts";
import type { LabeledReport } from "./training-rows.ts";

/** A line of the corpus; a paraphrase names its source. */
export interface Passage extends LabeledReport {
  readonly source?: string;
}

/** A file of the corpus; its kind is the first word of its name. */
export interface CorpusFile {
  readonly kind: string;
  readonly passages: readonly Passage[];
}

/** The corpus as it is read: files in name order, paraphrases apart. */
export interface Corpus {
  readonly files: readonly CorpusFile[];
  readonly paraphrases: readonly Passage[];
}

export interface GoldSets {
  readonly train: readonly Passage[];
  readonly dev: readonly Passage[];
  /** The part of `dev` that was written first. */
  readonly firstDev: readonly Passage[];
  /** `train`, then its paraphrases. */
  readonly withParaphrases: readonly Passage[];
  /**
   * Passages and paraphrases of `dev` that neither the model nor the rules were made with: they
   * set how much the rules count.
   */
  readonly unseen: readonly Passage[];
}

/** One passage in five is for the dev set: the third, so that no file starts with one. */
const DEV_EVERY = 5;
const DEV_REMAINDER = 2;

/** Splits each file by position, so that every kind of passage is in both sets. */
export function splitGold({ files, paraphrases }: Corpus): GoldSets {
  const isDev = (index: number) => index % DEV_EVERY === DEV_REMAINDER;
  const devOf = ({ passages }: CorpusFile) => passages.filter((_, index) => isDev(index));
  const dev = files.flatMap(devOf);
  const train = files.flatMap(({ passages }) => passages.filter((_, index) => !isDev(index)));
  const devIds = new Set(dev.map(({ id }) => id));
  const isOfDev = ({ source }: Passage) => source !== undefined && devIds.has(source);
  const first = files.filter(({ kind }) => FIRST_KINDS.has(kind));
  const later = files.filter(({ kind }) => !FIRST_KINDS.has(kind));
  return {
    train,
    dev,
    firstDev: first.flatMap(devOf),
    withParaphrases: [...train, ...paraphrases.filter((passage) => !isOfDev(passage))],
    unseen: [...later.flatMap(devOf), ...paraphrases.filter(isOfDev)],
  };
}

/** Reads `KIND-*.jsonl` and `paraphrases.jsonl` of a corpus folder. */
export function readCorpus(folder: string): Corpus {
  const names = readdirSync(folder).filter((name) => /-.*\.jsonl$/.test(name));
  return {
    files: names.toSorted().map((name) => ({
      kind: name.slice(0, name.indexOf("-")),
      passages: readPassages(join(folder, name)),
    })),
    paraphrases: readPassages(join(folder, "paraphrases.jsonl")),
  };
}

/** Reads a corpus file; the corpus is ours and its own tests check its labels. */
export function readPassages(file: string): readonly Passage[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Passage);
}

/** Evenly spaced rows of a set for a rehearsal: a share, but not fewer than `fewest`. */
export function thinOut<T>(rows: readonly T[], share: number, fewest: number): readonly T[] {
  const count = Math.min(rows.length, Math.max(fewest, Math.ceil(rows.length * share)));
  const isKept = (i: number) =>
    Math.floor((i * count) / rows.length) < Math.floor(((i + 1) * count) / rows.length);
  return rows.filter((_, i) => isKept(i));
}
