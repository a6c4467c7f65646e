/**
 * @file The rule labeler as a `ReportLabeler`.
 */
import type { LabelCallOptions, ReportLabeler } from "../labels/report-labeler.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { readBuiltinLexicon } from "./builtin-lexicon.ts";
import { compileLexicon } from "./compile-lexicon.ts";
import { labelReport } from "./label-report.ts";

export interface RuleLabelerOptions {
  /** Published behavior of another labeler instead of the labeling guideline. */
  readonly compat?: "chexpert";
  /** A folder with lexicon files that extend the built-in ones. */
  readonly lexicon?: string;
}

/** Loads the rule labeler. */
export async function loadRuleLabeler(options: RuleLabelerOptions = {}): Promise<ReportLabeler> {
  const lexicon = compileLexicon(readBuiltinLexicon());
  return {
    engine: "rules",
    identity: { engine: "rules", compat: options.compat ?? "none" },
    extraObservations: lexicon.extraObservations,
    async label(
      texts: readonly string[],
      { signal }: LabelCallOptions = {},
    ): Promise<readonly ReportLabels[]> {
      return texts.map((text) => {
        signal?.throwIfAborted();
        return labelReport(text, lexicon, { aggregation: "paper" });
      });
    },
    async [Symbol.asyncDispose]() {},
  };
}
