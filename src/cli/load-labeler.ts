/**
 * @file The labeler that the options of a command ask for.
 */
import { resolve } from "node:path";
import { UsageError } from "../base/errors.ts";
import type { ReportLabeler } from "../labels/report-labeler.ts";
import type { PhrasesByObservation } from "./chexpert-label/phrase-folder.ts";
import type { CliContext } from "./context.ts";

export interface LabelerChoice {
  readonly engine: "auto" | "rules" | "bert";
  readonly checkpoint?: string | undefined;
  readonly lexicon?: string | undefined;
  readonly ruleCompat?: "chexpert" | undefined;
  /** Phrases in place of the built-in ones. */
  readonly mentionPhrases?: PhrasesByObservation | undefined;
  /** Phrases that cancel mentions, in place of the built-in ones. */
  readonly unmentionPhrases?: PhrasesByObservation | undefined;
}

/** Loads the labeler; only its own modules are imported. */
export async function loadLabeler(
  { engine, checkpoint, lexicon, ruleCompat, mentionPhrases, unmentionPhrases }: LabelerChoice,
  context: CliContext,
): Promise<ReportLabeler> {
  if (engine === "bert" || (engine === "auto" && checkpoint !== undefined)) {
    throw new UsageError("ENGINE_NOT_AVAILABLE", "Expected the rules engine, got bert", {
      hint: "This version cannot label with a checkpoint yet; use --engine rules",
    });
  }
  const { loadRuleLabeler } = await import("../rules/rule-labeler.ts");
  return loadRuleLabeler({
    ...(lexicon !== undefined && { lexicon: resolve(context.cwd, lexicon) }),
    ...(ruleCompat !== undefined && { compat: ruleCompat }),
    ...(mentionPhrases !== undefined && { mentionPhrases }),
    ...(unmentionPhrases !== undefined && { unmentionPhrases }),
  });
}
