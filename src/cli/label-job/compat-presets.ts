/**
 * @file What `--compat` stands for. A preset is nothing but options, which the manifest lists.
 */
import type { ColumnOrder } from "../../labels/observations.ts";

export interface CompatPreset {
  readonly columns?: ColumnOrder;
  readonly numbers?: "integer" | "float";
  /** The published behavior of the rules. */
  readonly ruleCompat?: "chexpert";
}

export const COMPAT_PRESETS: Readonly<Record<"chexbert" | "chexpert", CompatPreset>> = {
  chexbert: { columns: "chexbert", numbers: "integer" },
  chexpert: { columns: "chexpert", numbers: "float", ruleCompat: "chexpert" },
};
