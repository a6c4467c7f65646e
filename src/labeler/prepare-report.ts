/**
 * @file From the text of a report to the token sequences that the model reads.
 */
import { cleanText, type TextCleaning } from "../text/clean-text.ts";
import type { BertTokenizer } from "../tokenizer/bert-tokenizer.ts";
import { type FittedReport, fitReport, type LongReports } from "../tokenizer/long-reports.ts";

export interface PrepareOptions {
  /** Fidelity F01: the original has two cleanings. */
  readonly cleaning: TextCleaning;
  /** What happens to reports longer than the model reads. */
  readonly long: LongReports;
  /** Longest sequence that the model reads, `[CLS]` and `[SEP]` included. */
  readonly maxLength: number;
}

export interface PreparedReport extends FittedReport {
  /** Special tokens that the text spells out (fidelity F27). */
  readonly specialTokenCount: number;
}

/** Cleans, tokenizes and fits one report. */
export function prepareReport(
  text: string,
  tokenizer: BertTokenizer,
  { cleaning, long, maxLength }: PrepareOptions,
): PreparedReport {
  const tokens = tokenizer.tokenize(cleanText(text, cleaning));
  const { specialTokenCount } = tokens;
  return {
    ...fitReport(tokens, tokenizer.vocabulary.special, { long, maxLength }),
    specialTokenCount,
  };
}
