import { defineCommand } from "../command.ts";
import {
  CONVENTION_OPTIONS,
  INTERVAL_OPTIONS,
  MATCHING_OPTIONS,
  OUTPUT_OPTIONS,
} from "../metric-job/metric-options.ts";

export const command = defineCommand(
  {
    name: "evaluate",
    summary: "Score predicted labels against gold labels",
    description: [
      "Without a preset: per observation and as means Cohen's kappa, the paper's weighted F1, and confusion matrices with the gold in rows. Columns are matched by name in any letter case, rows by id.",
      "With --gold-kind positive-only an empty gold cell is no negative: precision, recall and F1 are given for both readings, positive, and positive or uncertain. The gold's columns ambiguous and no_text_evidence hold observations separated by semicolons; exclude holds 1 or a reason.",
    ].join("\n\n"),
    operands: [],
    options: [
      {
        name: "gold",
        kind: "text",
        value: "FILE",
        required: true,
        help: "The gold labels",
        frequent: true,
      },
      {
        name: "predictions",
        kind: "text",
        value: "FILE",
        required: true,
        help: "The predicted labels",
        frequent: true,
      },
      {
        name: "gold-kind",
        kind: "choice",
        choices: ["four-class", "positive-only"],
        default: "four-class",
        help: "Whether the gold tells negative from not mentioned",
      },
      ...CONVENTION_OPTIONS,
      ...MATCHING_OPTIONS,
      ...INTERVAL_OPTIONS,
      ...OUTPUT_OPTIONS,
    ],
    examples: [
      {
        line: "chexbert evaluate --gold gold.csv --predictions labels.csv",
        help: "the paper's figures",
      },
      {
        line: "chexbert evaluate --gold gold.csv --predictions labels.csv --html report.html",
        help: "a page with figures",
      },
      {
        line: "chexbert evaluate --gold gold.csv --predictions labels.csv --json --fail-under 0.75",
        help: "a check for scripts",
      },
    ],
  },
  async ({ options }, context) => {
    const { evaluateCommand } = await import("../metric-job/evaluate-command.ts");
    return evaluateCommand(options, context);
  },
);
