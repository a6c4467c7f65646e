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
    if (checkpoint === undefined) throw needsCheckpoint();
    const bert = await import("../labeler/load-labeler.ts");
    return bert.loadLabeler(resolve(context.cwd, checkpoint));
  }
  const { loadRuleLabeler } = await import("../rules/rule-labeler.ts");
  return loadRuleLabeler({
    ...(lexicon !== undefined && { lexicon: resolve(context.cwd, lexicon) }),
    ...(ruleCompat !== undefined && { compat: ruleCompat }),
    ...(mentionPhrases !== undefined && { mentionPhrases }),
    ...(unmentionPhrases !== undefined && { unmentionPhrases }),
  });
}

function needsCheckpoint(): UsageError {
  return new UsageError(
    "ENGINE_NEEDS_CHECKPOINT",
    "Expected --checkpoint for the bert engine, got none",
    {
      hint: "Give a CheXbert .pth file or model folder, or use --engine rules, which needs none",
    },
  );
}
