/**
 * @file Every command, in the order of help.
 *
 * A row holds what the list of commands needs; everything else is loaded with the command.
 */
import type { CommandRow } from "./command.ts";

export const COMMANDS: readonly CommandRow[] = [
  {
    name: "label",
    summary: "Label reports for 14 observations",
    load: async () => (await import("./commands/label.ts")).command,
  },
  {
    name: "explain",
    summary: "Show the labels of one report and the words that decide, or explain an error code",
    load: async () => (await import("./commands/explain.ts")).command,
  },
  {
    name: "score",
    summary: "Score candidate reports against reference reports: the F1-CheXbert family",
    load: async () => (await import("./commands/score.ts")).command,
  },
  {
    name: "evaluate",
    summary: "Score predicted labels against gold labels",
    load: async () => (await import("./commands/evaluate.ts")).command,
  },
  {
    name: "compare",
    summary: "Compare systems on the same references: differences, intervals, p values",
    load: async () => (await import("./commands/compare.ts")).command,
  },
  {
    name: "agree",
    summary: "Measure the agreement of two or more labelings: kappa, AC1, alpha",
    load: async () => (await import("./commands/agree.ts")).command,
  },
  {
    name: "train",
    summary: "Train a labeler on reports with labels",
    load: async () => (await import("./commands/train.ts")).command,
  },
  {
    name: "finetune",
    summary: "Train a labeler further on expert labels",
    load: async () => (await import("./commands/finetune.ts")).command,
  },
  {
    name: "augment",
    summary: "Add paraphrases to labeled reports",
    load: async () => (await import("./commands/augment.ts")).command,
  },
  {
    name: "check",
    summary: "Say what is wrong with a file of labeled reports",
    load: async () => (await import("./commands/check.ts")).command,
  },
  {
    name: "serve",
    summary: "Answer requests from another program, one JSON line each",
    load: async () => (await import("./commands/serve.ts")).command,
  },
  {
    name: "show",
    summary: "Show what a checkpoint holds",
    load: async () => (await import("./commands/show.ts")).command,
  },
  {
    name: "convert",
    summary: "Turn a checkpoint into a model folder or a .pth without optimizer state",
    load: async () => (await import("./commands/convert.ts")).command,
  },
  {
    name: "verify",
    summary: "Load a checkpoint, check its values and test it on invented reports",
    load: async () => (await import("./commands/verify.ts")).command,
  },
  {
    name: "doctor",
    summary: "Check this machine and this installation",
    load: async () => (await import("./commands/doctor.ts")).command,
  },
  {
    name: "info",
    summary: "Print facts about this installation for issue reports",
    load: async () => (await import("./commands/info.ts")).command,
  },
  {
    name: "config",
    summary: "Show the options in force and where each comes from",
    load: async () => (await import("./commands/config.ts")).command,
  },
  {
    name: "completion",
    summary: "Print the completion script of a shell",
    load: async () => (await import("./commands/completion.ts")).command,
  },
  {
    name: "chexbert-label",
    summary: "Stand-in for CheXbert's label script",
    dropIn: true,
    load: async () => (await import("./commands/chexbert-label.ts")).command,
  },
  {
    name: "chexbert-tokenize",
    summary: "Stand-in for CheXbert's tokenizer script",
    dropIn: true,
    load: async () => (await import("./commands/chexbert-tokenize.ts")).command,
  },
  {
    name: "chexbert-train",
    summary: "Stand-in for CheXbert's training script",
    dropIn: true,
    load: async () => (await import("./commands/chexbert-train.ts")).command,
  },
  {
    name: "chexpert-label",
    summary: "Stand-in for chexpert-labeler's label script",
    dropIn: true,
    load: async () => (await import("./commands/chexpert-label.ts")).command,
  },
  {
    name: "complete",
    summary: "Answer a shell that asks for completions",
    hidden: true,
    load: async () => (await import("./commands/complete.ts")).command,
  },
];
