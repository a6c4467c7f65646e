import type { ReportLabeler } from "../labels/report-labeler.ts";
import type { ReportLabels } from "../labels/report-labels.ts";

/** A report and its labels. */
export interface LabeledReport<R = unknown> {
  readonly report: R;
  readonly labels: ReportLabels;
}

/** How a stream of reports is labeled. */
export interface LabelReportsOptions {
  /** Reports in one call of the labeler. @default 256 */
  readonly batchSize?: number;
  /** Stops the work; the iteration throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Labels a stream of reports in batches; the result has the order of the input.
 *
 * Holds one batch in memory, so that a stream of any length can be labeled.
 *
 * @example
 * ```ts
 * await using labeler = await loadRuleLabeler();
 * for await (const { report, labels } of labelReports(readReports("reports.csv"), labeler)) {
 *   process.stdout.write(`${report.id} ${labels.Edema.class}\n`);
 * }
 * ```
 */
export async function* labelReports<R extends { readonly text: string }>(
  reports: AsyncIterable<R> | Iterable<R>,
  labeler: ReportLabeler,
  options: LabelReportsOptions = {},
): AsyncGenerator<LabeledReport<R>> {
  const { batchSize = 256, signal } = options;
  let batch: R[] = [];
  for await (const report of reports) {
    signal?.throwIfAborted();
    batch.push(report);
    if (batch.length < batchSize) continue;
    yield* await labelBatch(batch, labeler, signal);
    batch = [];
  }
  signal?.throwIfAborted();
  if (0 < batch.length) yield* await labelBatch(batch, labeler, signal);
}

/** Labels a list of reports in one call. */
export async function labelBatch<R extends { readonly text: string }>(
  reports: readonly R[],
  labeler: ReportLabeler,
  signal?: AbortSignal,
): Promise<readonly LabeledReport<R>[]> {
  const texts = reports.map((report) => report.text);
  const labels = await labeler.label(texts, signal === undefined ? {} : { signal });
  return reports.map((report, i) => ({
    report,
    // A labeler returns one element per text.
    labels: labels[i] as ReportLabels,
  }));
}
