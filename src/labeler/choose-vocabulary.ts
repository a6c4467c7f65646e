/**
 * @file Which vocabulary goes with a checkpoint: the one asked for, its own, or BERT-base uncased.
 */
import { FormatError } from "../base/errors.ts";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import { openFileSource } from "../checkpoints/file-source.ts";
import type { Casing } from "../tokenizer/basic-tokenizer.ts";
import {
  loadDefaultVocabulary,
  makeVocabulary,
  parseVocabulary,
  type Vocabulary,
} from "../tokenizer/vocabulary.ts";

/** Finds the vocabulary of a checkpoint; `file` is a `vocab.txt` that takes its place. */
export async function chooseVocabulary(
  checkpoint: Checkpoint,
  file: string | undefined,
): Promise<Vocabulary> {
  if (file !== undefined) return readVocabulary(file);
  const { vocabulary } = checkpoint.metadata;
  return vocabulary === undefined
    ? loadDefaultVocabulary()
    : makeVocabulary(checkpoint.name, vocabulary);
}

/** Says whether a checkpoint was trained on lower-cased text; without a word about it, it was. */
export function casingOf(checkpoint: Checkpoint): Casing {
  return checkpoint.metadata.doLowerCase === false ? "cased" : "uncased";
}

/** Longest file that is read; a million entries have 10 MB. */
const MAX_VOCABULARY_BYTES = 64 << 20;

async function readVocabulary(file: string): Promise<Vocabulary> {
  const source = await openFileSource(file);
  try {
    const bytes = await source.read(0, Math.min(source.size, MAX_VOCABULARY_BYTES));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return makeVocabulary(file, parseVocabulary(text));
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    throw new FormatError(
      "VOCABULARY_NOT_TEXT",
      `Expected UTF-8 text in ${file}, got other bytes`,
      {
        hint: "Give the vocab.txt of a BERT, one entry a line",
        place: { file },
        cause,
      },
    );
  } finally {
    await source.close();
  }
}
