/**
 * @file The authored corpus as training sets: every fifth passage chooses and calibrates, the
 * others train.
 *
 * A paraphrase says its source again, so paraphrases of passages in the dev set are left out.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LabeledReport } from "./training-rows.ts";

/** A line of the corpus; a paraphrase names its source. */
export interface Passage extends LabeledReport {
  readonly source?: string;
}

/** The corpus as it is read: files in name order, paraphrases apart. */
export interface Corpus {
  readonly files: readonly (readonly Passage[])[];
  readonly paraphrases: readonly Passage[];
}

export interface GoldSets {
  readonly train: readonly Passage[];
  readonly dev: readonly Passage[];
  /** `train`, then its paraphrases. */
  readonly withParaphrases: readonly Passage[];
  /** Paraphrases of `dev`: neither the model nor the rules were made with them in view. */
  readonly devParaphrases: readonly Passage[];
}

/** One passage in five is for the dev set: the third, so that no file starts with one. */
const DEV_EVERY = 5;
const DEV_REMAINDER = 2;

/** Splits each file by position, so that every kind of passage is in both sets. */
export function splitGold({ files, paraphrases }: Corpus): GoldSets {
  const isDev = (index: number) => index % DEV_EVERY === DEV_REMAINDER;
  const dev = files.flatMap((passages) => passages.filter((_, index) => isDev(index)));
  const train = files.flatMap((passages) => passages.filter((_, index) => !isDev(index)));
  const devIds = new Set(dev.map(({ id }) => id));
  const isOfDev = ({ source }: Passage) => source !== undefined && devIds.has(source);
  const kept = paraphrases.filter((passage) => !isOfDev(passage));
  return {
    train,
    dev,
    withParaphrases: [...train, ...kept],
    devParaphrases: paraphrases.filter(isOfDev),
  };
}

/** Reads `KIND-*.jsonl` and `paraphrases.jsonl` of a corpus folder. */
export function readCorpus(folder: string): Corpus {
  const names = readdirSync(folder).filter((name) => /-.*\.jsonl$/.test(name));
  return {
    files: names.toSorted().map((name) => readPassages(join(folder, name))),
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
