/**
 * @file The vocabulary of a BERT: word pieces and their ids.
 *
 * `data/vocabulary/bert-base-uncased.txt` is the default; a model folder brings its own.
 */
import { readFile } from "node:fs/promises";
import { FormatError } from "../base/errors.ts";

/** Ids of the special tokens. */
export interface SpecialTokens {
  readonly pad: number;
  readonly unknown: number;
  readonly cls: number;
  readonly sep: number;
  /** `undefined` where the vocabulary has no `[MASK]`. */
  readonly mask: number | undefined;
}

/** The word pieces of a model, by id. */
export interface Vocabulary {
  /** Entries in id order. */
  readonly entries: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly special: SpecialTokens;
}

/** Where the default vocabulary lies in the package. */
const DEFAULT_VOCABULARY = new URL("../../data/vocabulary/bert-base-uncased.txt", import.meta.url);

/** Loads the vocabulary of BERT-base uncased: 30,522 entries. */
export async function loadDefaultVocabulary(): Promise<Vocabulary> {
  const text = await readFile(DEFAULT_VOCABULARY, "utf8");
  return makeVocabulary("bert-base-uncased.txt", parseVocabulary(text));
}

/** Splits the text of a `vocab.txt` into its entries: one a line, the line number is the id. */
export function parseVocabulary(text: string): string[] {
  // Only LF and CR LF end a line: other separators may be part of an entry.
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Indexes the entries. Of two equal entries the later one counts, as in the original. */
export function makeVocabulary(name: string, entries: readonly string[]): Vocabulary {
  const ids = new Map(entries.map((entry, id) => [entry, id]));
  const find = (token: string): number => {
    const id = ids.get(token);
    if (id !== undefined) return id;
    throw new FormatError(
      "VOCABULARY_MISSING_TOKEN",
      `Expected token ${token} in vocabulary ${name}, got ${entries.length} entries without it`,
      { hint: "Give the vocab.txt of a BERT, one entry a line", place: { file: name } },
    );
  };
  return {
    entries,
    ids,
    special: {
      pad: find("[PAD]"),
      unknown: find("[UNK]"),
      cls: find("[CLS]"),
      sep: find("[SEP]"),
      mask: ids.get("[MASK]"),
    },
  };
}
