/**
 * @file The interface that everything which labels reports implements.
 *
 * `test/contract/report-labeler.ts` holds the cases that every implementation passes.
 */
import type { ReportLabels } from "./report-labels.ts";

/** Options of one call of a labeler. */
export interface LabelCallOptions {
  /** Stops the work; the returned promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Reads reports and gives 14 labels for each. */
export interface ReportLabeler extends AsyncDisposable {
  /** The engine at work. */
  readonly engine: "rules" | "bert";
  /** Facts that identify this labeler in a manifest: versions and checksums, no paths. */
  readonly identity: Readonly<Record<string, string | number | boolean>>;
  /** Observations beyond the 14, in column order. */
  readonly extraObservations: readonly string[];
  /**
   * Labels texts. The result has one element per text, in the same order, and the labels of a
   * text do not depend on its neighbors.
   */
  label(texts: readonly string[], options?: LabelCallOptions): Promise<readonly ReportLabels[]>;
}
