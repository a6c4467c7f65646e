/**
 * @file From reports and their labels to training examples.
 */
import { createHash } from "node:crypto";
import { InputError } from "../base/errors.ts";
import { prepareReport } from "../labeler/prepare-report.ts";
import type { BertTokenizer } from "../tokenizer/bert-tokenizer.ts";
import type { TrainingExample } from "./training-example.ts";

/** A report with its labels, before tokenizing. */
export interface LabeledReport {
  readonly text: string;
  /** Class index of each observation in head order. */
  readonly classIndices: Uint8Array;
  /** Token ids that are used in place of the text. */
  readonly inputIds?: Int32Array | undefined;
}

/** What was noticed while examples were made. */
export interface ExampleCounts {
  /** Reports longer than the model reads; their first tokens are used (fidelity F03). */
  readonly truncated: number;
  readonly empty: number;
}

/**
 * Cleans and tokenizes as the original's tokenizer script does.
 *
 * @throws InputError when given token ids are none of the vocabulary.
 */
export function makeExamples(
  reports: readonly LabeledReport[],
  tokenizer: BertTokenizer,
  maxLength: number,
): { readonly examples: readonly TrainingExample[]; readonly counts: ExampleCounts } {
  const counts = { truncated: 0, empty: 0 };
  const examples = reports.map(({ text, classIndices, inputIds }, row) => {
    if (inputIds !== undefined) {
      checkIds(inputIds, tokenizer.vocabulary.entries.length, row);
      return { inputIds: inputIds.subarray(0, maxLength), classIndices };
    }
    const report = prepareReport(text, tokenizer, {
      cleaning: "batch",
      long: "truncate",
      maxLength,
    });
    counts.truncated += Number(report.isTruncated);
    counts.empty += Number(report.isEmpty);
    return { inputIds: report.windows[0].inputIds, classIndices };
  });
  return { examples, counts };
}

function checkIds(inputIds: Int32Array, vocabSize: number, row: number): void {
  const unknown = inputIds.find((id) => vocabSize <= id);
  if (unknown === undefined) return;
  throw new InputError(
    "TOKEN_LIST_VOCABULARY",
    `Expected token ids below ${vocabSize} in list ${row + 1}, got ${unknown}`,
    { hint: "Make the lists with the vocabulary of the model", place: { row: row + 1 } },
  );
}

/** A checksum of both sets, by which a resumed run knows its data again. */
export function hashExamples(sets: readonly (readonly TrainingExample[])[]): string {
  const hash = createHash("sha256");
  for (const set of sets) {
    hash.update(`set of ${set.length}\n`);
    for (const { inputIds, classIndices } of set) {
      hash.update(`${inputIds.length}\n`).update(inputIds).update(classIndices);
    }
  }
  return hash.digest("hex");
}
