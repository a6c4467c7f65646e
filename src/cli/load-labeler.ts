/**
 * @file The labeler that the options of a command ask for.
 */
import { UsageError } from "../base/errors.ts";
import type { ReportLabeler } from "../labels/report-labeler.ts";

export interface LabelerChoice {
  readonly engine: "auto" | "rules" | "bert";
  readonly checkpoint?: string | undefined;
  readonly lexicon?: string | undefined;
  readonly ruleCompat?: "chexpert" | undefined;
}

/** Loads the labeler; only its own modules are imported. */
export async function loadLabeler(choice: LabelerChoice): Promise<ReportLabeler> {
  const isBert =
    choice.engine === "bert" || (choice.engine === "auto" && choice.checkpoint !== undefined);
  if (isBert) throw needsCheckpoint();
  const { loadRuleLabeler } = await import("../rules/rule-labeler.ts");
  return loadRuleLabeler();
}

function needsCheckpoint(): UsageError {
  return new UsageError("ENGINE_NOT_AVAILABLE", "Expected the rules engine, got bert", {
    hint: "The bert engine, which labels with a checkpoint, comes with a later version; use --engine rules",
  });
}
