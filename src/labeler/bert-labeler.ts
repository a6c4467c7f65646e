/**
 * @file The labeler that runs BERT: windows of reports in, label sets out, in order.
 *
 * A window is what is sorted by length together, and all that is in memory at a time, so a stream
 * of any length needs the memory of two windows.
 */
import type { LabelCallOptions, ReportLabeler } from "../labels/report-labeler.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import type { BertTokenizer } from "../tokenizer/bert-tokenizer.ts";
import type { FittedReport } from "../tokenizer/long-reports.ts";
import type { Temperatures } from "./calibration.ts";
import { decodeLogits } from "./decode.ts";
import { mergeVectors, mergeWindows } from "./merge-windows.ts";
import { type PrepareOptions, prepareReport } from "./prepare-report.ts";
import type { SequenceResult, SequenceRunner } from "./run-sequences.ts";

/** What the labeler has done so far. */
export interface LabelerCounts {
  readonly reportCount: number;
  readonly emptyCount: number;
  readonly truncatedCount: number;
  /** Sequences that were not run because an equal one was. */
  readonly duplicateCount: number;
  /** Tokens read, `[CLS]` and `[SEP]` included. */
  readonly tokenCount: number;
  /** Special tokens such as `[SEP]` that reports spell out, and that the model reads as such. */
  readonly specialTokenCount: number;
}

/** A labeler that runs a checkpoint. */
export interface BertLabeler extends ReportLabeler {
  readonly engine: "bert";
  /** Where the model runs, for example `cpu` or `cuda:0`. */
  readonly devices: readonly string[];
  /** One line for the user about the choice of the device. */
  readonly notice: string | undefined;
  /** Width of the `[CLS]` vectors. */
  readonly hiddenSize: number;
  /** Log-odds that the rules' class gains where they run beside the model; 0: they only advise. */
  readonly ruleVote: number;
  /** Labels reports one after the other, in order, holding a few thousand in memory. */
  labelStream(
    texts: Iterable<string> | AsyncIterable<string>,
    options?: LabelCallOptions,
  ): AsyncIterableIterator<ReportLabels>;
  /** Returns what was done since the labeler was loaded. */
  counts(): LabelerCounts;
}

export interface BertLabelerParts {
  readonly tokenizer: BertTokenizer;
  readonly runner: SequenceRunner;
  readonly prepare: PrepareOptions;
  readonly temperatures: Temperatures;
  readonly facts: Pick<BertLabeler, "identity" | "devices" | "notice" | "hiddenSize" | "ruleVote">;
  readonly dispose: () => Promise<void>;
}

/**
 * Reports that are sorted together. More leave less padding and cost memory: the labels of one
 * report take some kilobytes.
 */
const WINDOW_REPORTS = 2048;

/** Puts a labeler together. */
export function makeBertLabeler(parts: BertLabelerParts): BertLabeler {
  const { tokenizer, runner, prepare, temperatures, facts, dispose } = parts;
  const counts = {
    reportCount: 0,
    emptyCount: 0,
    truncatedCount: 0,
    duplicateCount: 0,
    tokenCount: 0,
    specialTokenCount: 0,
  };

  const labelWindow = async (
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly ReportLabels[]> => {
    signal?.throwIfAborted();
    const reports = texts.map((text) => prepareReport(text, tokenizer, prepare));
    const sequences = reports.flatMap(({ windows }) => windows.map(({ inputIds }) => inputIds));
    const { results, duplicateCount } = await runner.run(sequences, { signal });
    counts.reportCount += reports.length;
    counts.emptyCount += reports.filter(({ isEmpty }) => isEmpty).length;
    counts.truncatedCount += reports.filter(({ isTruncated }) => isTruncated).length;
    counts.duplicateCount += duplicateCount;
    counts.tokenCount += sequences.reduce((sum, ids) => sum + ids.length, 0);
    counts.specialTokenCount += reports.reduce((sum, report) => sum + report.specialTokenCount, 0);
    let start = 0;
    return reports.map((report) => {
      const end = start + report.windows.length;
      const labels = toReportLabels(report, results.slice(start, end), temperatures);
      start = end;
      return labels;
    });
  };

  async function* labelStream(
    texts: Iterable<string> | AsyncIterable<string>,
    { signal }: LabelCallOptions = {},
  ): AsyncIterableIterator<ReportLabels> {
    // The next window starts before this one is handed out, so that no core waits at its end.
    let current: Promise<readonly ReportLabels[]> | undefined;
    for await (const window of windowsOf(texts)) {
      const next = labelWindow(window, signal);
      // Its error is thrown where it is awaited, a window later.
      next.catch(() => {});
      if (current !== undefined) yield* await current;
      current = next;
    }
    if (current !== undefined) yield* await current;
  }

  return {
    engine: "bert",
    extraObservations: [],
    ...facts,
    async label(texts, options) {
      const labels: ReportLabels[] = [];
      for await (const reportLabels of labelStream(texts, options)) labels.push(reportLabels);
      return labels;
    },
    labelStream,
    counts: () => ({ ...counts }),
    [Symbol.asyncDispose]: dispose,
  };
}

function toReportLabels(
  report: FittedReport,
  results: readonly SequenceResult[],
  temperatures: Temperatures,
): ReportLabels {
  const [first, ...others] = results;
  if (first === undefined) throw new RangeError("Expected a result for every sequence");
  const labels = mergeWindows([
    decodeLogits(first.logits, temperatures),
    ...others.map(({ logits }) => decodeLogits(logits, temperatures)),
  ]);
  const facts = { empty: report.isEmpty, truncated: report.isTruncated, extra: {} };
  if (first.vector === undefined) return { ...labels, ...facts };
  const vector = mergeVectors([
    first.vector,
    ...others.flatMap(({ vector: other }) => other ?? []),
  ]);
  return { ...labels, ...facts, vector };
}

async function* windowsOf(
  texts: Iterable<string> | AsyncIterable<string>,
): AsyncIterableIterator<readonly string[]> {
  let window: string[] = [];
  for await (const text of texts) {
    window.push(text);
    if (window.length < WINDOW_REPORTS) continue;
    yield window;
    window = [];
  }
  if (0 < window.length) yield window;
}
