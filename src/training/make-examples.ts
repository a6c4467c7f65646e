/**
 * @file From reports and their labels to training examples.
 */
import { createHash } from "node:crypto";
import { prepareReport } from "../labeler/prepare-report.ts";
import type { BertTokenizer } from "../tokenizer/bert-tokenizer.ts";
import type { TrainingExample } from "./training-example.ts";

/** A report with its labels, before tokenizing. */
export interface LabeledReport {
  readonly text: string;
  /** Class index of each observation in head order. */
  readonly classIndices: Uint8Array;
}

export interface ExampleCounts {
  /** Reports longer than the model reads; their first tokens are used (fidelity F03). */
  readonly truncated: number;
  readonly empty: number;
}

/** Cleans and tokenizes as the original's tokenizer script does. */
export function makeExamples(
  reports: readonly LabeledReport[],
  tokenizer: BertTokenizer,
  maxLength: number,
): { readonly examples: readonly TrainingExample[]; readonly counts: ExampleCounts } {
  const fitted = reports.map(({ text }) =>
    prepareReport(text, tokenizer, { cleaning: "batch", long: "truncate", maxLength }),
  );
  return {
    examples: fitted.map(({ windows: [{ inputIds }] }, row) => ({
      inputIds,
      classIndices: reports[row]?.classIndices ?? new Uint8Array(),
    })),
    counts: {
      truncated: fitted.filter(({ isTruncated }) => isTruncated).length,
      empty: fitted.filter(({ isEmpty }) => isEmpty).length,
    },
  };
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
