/**
 * @file The rule labeler as a `ReportLabeler`.
 */
import { createHash } from "node:crypto";
import { UsageError } from "../base/errors.ts";
import type { LabelCallOptions, ReportLabeler } from "../labels/report-labeler.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import type { Aggregation } from "./aggregate.ts";
import { readBuiltinLexicon, readChexpertTerms } from "./builtin-lexicon.ts";
import type { PhrasesByName } from "./chexpert-mentions.ts";
import { labelReport } from "./label-report.ts";
import type { Lexicon } from "./lexicon.ts";
import { createChexpertRuleSet, createRuleSet, type RuleSet } from "./rule-set.ts";

/** How the rules label. */
export interface RuleLabelerOptions {
  /**
   * Published behavior of chexpert-labeler instead of the labeling guideline: its terms as
   * substrings, its cleaning, neutral heart phrases positive, its aggregation.
   */
  readonly compat?: "chexpert";
  /** A folder with lexicon files that extend the built-in ones. */
  readonly lexicon?: string;
  /**
   * What positive, negative and uncertain mentions together give: `paper` positive, `code`
   * uncertain.
   * @default "paper", and "code" with `compat`
   */
  readonly aggregation?: Aggregation;
  /** Phrases that take the place of the published terms; with `compat` only. */
  readonly mentionPhrases?: PhrasesByName;
  /** Phrases that take the place of the published cancelling ones; with `compat` only. */
  readonly unmentionPhrases?: PhrasesByName;
}

/**
 * Loads the rule labeler: no model, no download, thousands of reports a second.
 *
 * @throws FormatError when a lexicon folder cannot be read or has an error.
 * @throws UsageError when phrase lists are given without `compat`.
 * @example
 * ```ts
 * await using labeler = await loadRuleLabeler();
 * const [labels] = await labeler.label(["No effusion. Mild cardiomegaly."]);
 * labels?.["Cardiomegaly"].class; // "positive"
 * ```
 */
export async function loadRuleLabeler(options: RuleLabelerOptions = {}): Promise<ReportLabeler> {
  const lexicon = await readLexicon(options.lexicon);
  const rules = chooseRules(lexicon, options);
  return {
    engine: "rules",
    identity: {
      engine: "rules",
      compat: options.compat ?? "none",
      aggregation: rules.aggregation,
      lexiconSha256: createHash("sha256")
        .update(JSON.stringify([lexicon, options.mentionPhrases, options.unmentionPhrases]))
        .digest("hex"),
    },
    extraObservations: rules.extraObservations,
    async label(
      texts: readonly string[],
      { signal }: LabelCallOptions = {},
    ): Promise<readonly ReportLabels[]> {
      return texts.map((text) => {
        signal?.throwIfAborted();
        return labelReport(text, rules);
      });
    },
    async [Symbol.asyncDispose]() {},
  };
}

async function readLexicon(folder: string | undefined): Promise<Lexicon> {
  const builtin = readBuiltinLexicon();
  if (folder === undefined) return builtin;
  const { readLexiconFolder } = await import("./read-lexicon-folder.ts");
  return readLexiconFolder(builtin, folder);
}

function chooseRules(lexicon: Lexicon, options: RuleLabelerOptions): RuleSet {
  const { compat, aggregation, mentionPhrases, unmentionPhrases } = options;
  const choice = aggregation === undefined ? {} : { aggregation };
  if (compat === undefined) {
    if (mentionPhrases !== undefined || unmentionPhrases !== undefined) {
      throw new UsageError(
        "RULES_PHRASES_NEED_COMPAT",
        'Expected compat "chexpert" beside phrase lists, got none',
        { hint: "Use the lexicon option to extend the default rules" },
      );
    }
    return createRuleSet(lexicon, choice);
  }
  const published = readChexpertTerms();
  const terms = {
    ...published,
    mention: mentionPhrases ?? published.mention,
    unmention: unmentionPhrases ?? published.unmention,
  };
  return createChexpertRuleSet(lexicon, terms, choice);
}
