/**
 * @file The options that scoring commands share, declared once.
 */
import { PRESET_NAMES } from "../../metrics/presets.ts";
import { READINGS } from "../../metrics/reading.ts";
import type { OptionDeclaration } from "../command.ts";

/** How the convention is chosen: a preset, or its parts. */
export const CONVENTION_OPTIONS = [
  {
    name: "preset",
    kind: "choice",
    choices: PRESET_NAMES,
    help: "A published convention",
    frequent: true,
  },
  {
    name: "reading",
    kind: "choice",
    choices: Object.keys(READINGS) as readonly (keyof typeof READINGS)[],
    help: "Classes that count as positive",
  },
  {
    name: "label-set",
    kind: "text",
    value: "SET",
    help: "14, 13 (without No Finding), 5, or observations separated by commas",
  },
  {
    name: "average",
    kind: "text",
    value: "NAMES",
    help: "micro, macro, weighted, samples, subset, separated by commas",
  },
  {
    name: "zero-division",
    kind: "choice",
    choices: ["0", "1", "nan", "skip"],
    help: "What 0/0 is; skip leaves it out of means",
  },
  {
    name: "uncertain",
    kind: "choice",
    choices: ["keep", "pos", "neg", "drop"],
    help: "What uncertain labels become before counting",
  },
  {
    name: "blank",
    kind: "choice",
    choices: ["keep", "neg"],
    help: "What blank labels become before counting",
  },
] as const satisfies readonly OptionDeclaration[];

/** How rows are read and matched. */
export const MATCHING_OPTIONS = [
  { name: "id-column", kind: "text", value: "NAME", help: "The column with the report id" },
  {
    name: "unmatched",
    kind: "choice",
    choices: ["error", "skip"],
    default: "error",
    help: "Ids that not every file has: stop, or leave them out and count them",
  },
  {
    name: "duplicates",
    kind: "choice",
    choices: ["error", "first"],
    default: "error",
    help: "Ids that occur twice in a file: stop, or keep the first",
  },
  {
    name: "nofinding",
    kind: "choice",
    choices: ["error", "blank", "positive"],
    default: "error",
    help: "No Finding 0 or -1: stop, read as blank, or read -1 as positive and 0 as blank",
  },
] as const satisfies readonly OptionDeclaration[];

/** How intervals are made. */
export const INTERVAL_OPTIONS = [
  {
    name: "ci",
    kind: "choice",
    choices: ["bca", "percentile", "paper", "none"],
    help: "How intervals are made [bca, or what the preset prescribes]",
  },
  {
    name: "resamples",
    kind: "integer",
    value: "N",
    min: 1,
    help: "Bootstrap replicates [2000, or what the preset prescribes]",
  },
  { name: "seed", kind: "integer", value: "N", help: "Seed of all random numbers [7]" },
  {
    name: "cluster-column",
    kind: "text",
    value: "NAME",
    help: "The patient's column: reports of one patient are drawn together",
  },
] as const satisfies readonly OptionDeclaration[];

/** How results are shown. */
export const OUTPUT_OPTIONS = [
  { name: "markdown", kind: "flag", help: "Print the result as Markdown" },
  {
    name: "html",
    kind: "text",
    value: "FILE",
    help: "Also write a self-contained page with figures",
    frequent: true,
  },
  { name: "per-report", kind: "flag", help: "With --json: the values of every report" },
  {
    name: "fail-under",
    kind: "number",
    value: "X",
    help: "Exit 1 when the main figure is below X",
  },
] as const satisfies readonly OptionDeclaration[];

/** How texts become labels. */
export const ENGINE_OPTIONS = [
  {
    name: "engine",
    kind: "choice",
    choices: ["auto", "rules", "bert"],
    default: "auto",
    help: "What labels texts: auto is the model with the rules beside it, bert the model alone",
    frequent: true,
  },
  { name: "checkpoint", kind: "text", value: "CKPT", help: "The checkpoint of the bert engine" },
  {
    name: "text-column",
    kind: "text",
    value: "NAME",
    repeatable: true,
    help: "The column with the text; several are labeled as one report",
  },
] as const satisfies readonly OptionDeclaration[];
