/**
 * @file Options that `train` and `finetune` share.
 */
import type { OptionDeclaration } from "../command.ts";
import { TEXT_COLUMN_OPTION } from "../text-column-option.ts";

/** The set that chooses. */
export const DEV_OPTION = {
  name: "dev",
  kind: "text",
  value: "DEV",
  help: "The table that chooses the best checkpoint; without it, the last is taken",
  frequent: true,
} as const satisfies OptionDeclaration;

/** What is trained, and how. */
export const RECIPE_OPTIONS = [
  { name: "config", kind: "text", value: "FILE", help: "JSON file with fields of the recipe" },
  {
    name: "set",
    kind: "text",
    value: "training.KEY=VALUE",
    repeatable: true,
    help: "Change one field of the recipe; may be given several times",
    frequent: true,
  },
  TEXT_COLUMN_OPTION,
] as const satisfies readonly OptionDeclaration[];

/** What a run does beside training. */
export const RUN_OPTIONS = [
  { name: "dry-run", kind: "flag", help: "Say what would be done, and how long it would take" },
  { name: "html", kind: "text", value: "FILE", help: "Write curves and scores as a page" },
  {
    name: "resume",
    kind: "flag",
    help: "Go on with an interrupted run; with nothing to resume, start",
    frequent: true,
  },
] as const satisfies readonly OptionDeclaration[];
