/**
 * @file Adds paraphrases, such as back-translations [Smit2020], to labeled reports.
 *
 * A paraphrase has the labels of its report, originals stay, and a paraphrase that says what the
 * set says already is dropped.
 */
import { textKey } from "./check-examples.ts";

/** A text that means the same as the report with this id. */
export interface Paraphrase {
  readonly reportId: string;
  readonly text: string;
}

/** A labeled report, as far as augmenting looks at it. */
export interface AugmentableReport {
  readonly id: string;
  readonly text: string;
}

/** A report of the augmented set. */
export interface AugmentedReport<R extends AugmentableReport> {
  readonly report: R;
  /** The text of the report, or of its paraphrase. */
  readonly text: string;
  /** 0 for the original, 1 for its first paraphrase and so on. */
  readonly paraphraseNumber: number;
}

/** The reports of a set after augmenting, and what was left out. */
export interface Augmentation<R extends AugmentableReport> {
  /** Each report, followed by its paraphrases. */
  readonly reports: readonly AugmentedReport<R>[];
  readonly added: number;
  /** Paraphrases that repeat a text of the set. */
  readonly repeated: number;
  /** Paraphrases without text. */
  readonly empty: number;
  /** Paraphrases of reports that are not there. */
  readonly unknown: number;
}

/** Joins reports and paraphrases by id. */
export function augmentReports<R extends AugmentableReport>(
  reports: readonly R[],
  paraphrases: readonly Paraphrase[],
): Augmentation<R> {
  const textsById = new Map<string, string[]>(reports.map(({ id }) => [id, []]));
  const counts = { added: 0, repeated: 0, empty: 0, unknown: 0 };
  const seen = new Set(reports.map(({ text }) => textKey(text)));
  for (const { reportId, text } of paraphrases) {
    const texts = textsById.get(reportId);
    const key = textKey(text);
    if (texts === undefined) counts.unknown += 1;
    else if (key === "") counts.empty += 1;
    else if (seen.has(key)) counts.repeated += 1;
    else {
      seen.add(key);
      texts.push(text);
      counts.added += 1;
    }
  }
  const augmented = reports.flatMap((report) =>
    [report.text, ...(textsById.get(report.id) ?? [])].map((text, paraphraseNumber) => ({
      report,
      text,
      paraphraseNumber,
    })),
  );
  return { reports: augmented, ...counts };
}
