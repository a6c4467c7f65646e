/**
 * @file The labeler that the options of a command ask for.
 */
import { resolve } from "node:path";
import { UsageError } from "../base/errors.ts";
import type { BertLabeler } from "../labeler/bert-labeler.ts";
import type { LoadLabelerOptions } from "../labeler/load-labeler.ts";
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
  /** How the bert engine runs; the rules ignore it. */
  readonly bert?: LoadLabelerOptions;
}

/**
 * Loads the labeler; only its own modules are imported. `auto` is a model with the rules beside it;
 * what only the rules know, such as a lexicon, makes it the rules alone.
 */
export async function loadLabeler(
  choice: LabelerChoice,
  context: CliContext,
): Promise<ReportLabeler | BertLabeler> {
  const { engine, checkpoint, lexicon, ruleCompat } = choice;
  const isModel = usesModel(choice);
  if (lexicon !== undefined && (isModel || ruleCompat !== undefined)) {
    throw lexiconNeedsRules(isModel);
  }
  if (!isModel && checkpoint !== undefined) throw checkpointNeedsModel();
  if (!isModel) return loadRules(choice, context);
  const { loadLabeler: loadBertLabeler } = await import("../labeler/load-labeler.ts");
  const path = checkpoint === undefined ? undefined : resolve(context.cwd, checkpoint);
  const loading = loadBertLabeler(path, choice.bert);
  if (engine === "bert") return loading;
  const { withRulesBeside } = await import("../labeler/rules-beside.ts");
  const model = await loading;
  // By now a worker loads the network; the rules take this thread meanwhile.
  return withRulesBeside(model, await loadRules({ engine: "rules" }, context));
}

/** Whether a model labels, alone or with the rules beside it. */
export function usesModel({ engine, checkpoint, lexicon, ruleCompat }: LabelerChoice): boolean {
  if (engine !== "auto") return engine === "bert";
  return checkpoint !== undefined || (lexicon === undefined && ruleCompat === undefined);
}

async function loadRules(choice: LabelerChoice, context: CliContext): Promise<ReportLabeler> {
  const { loadRuleLabeler } = await import("../rules/rule-labeler.ts");
  const { lexicon, ruleCompat, mentionPhrases, unmentionPhrases } = choice;
  return loadRuleLabeler({
    ...(lexicon !== undefined && { lexicon: resolve(context.cwd, lexicon) }),
    ...(ruleCompat !== undefined && { compat: ruleCompat }),
    ...(mentionPhrases !== undefined && { mentionPhrases }),
    ...(unmentionPhrases !== undefined && { unmentionPhrases }),
  });
}

/** Tells the labelers apart, for what only a model has. */
export function isBertLabeler(labeler: ReportLabeler | BertLabeler): labeler is BertLabeler {
  return labeler.engine === "bert";
}

function checkpointNeedsModel(): UsageError {
  return new UsageError(
    "CHECKPOINT_NEEDS_MODEL",
    "Expected a checkpoint with --engine auto or bert, got rules",
    { hint: "Leave out --checkpoint or --engine rules" },
  );
}

function lexiconNeedsRules(isBert: boolean): UsageError {
  const other = isBert ? "a model" : "--compat chexpert";
  return new UsageError("LEXICON_NEEDS_RULES", `Expected --lexicon with the rules, got ${other}`, {
    hint: "Leave one of the two out",
  });
}
