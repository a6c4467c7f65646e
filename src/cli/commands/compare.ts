import { defineCommand } from "../command.ts";
import {
  CONVENTION_OPTIONS,
  ENGINE_OPTIONS,
  INTERVAL_OPTIONS,
  MATCHING_OPTIONS,
} from "../metric-job/metric-options.ts";

export const command = defineCommand(
  {
    name: "compare",
    summary: "Compare systems on the same references: differences, intervals, p values",
    description:
      "All systems and the gold are brought to the same reports. Every pair of systems gets paired differences with bootstrap intervals, p values of approximate randomization, Holm's correction over the observations, and McNemar's exact test. Systems whose scores would have different signatures are refused.",
    operands: [
      {
        name: "systems",
        placeholder: "FILE",
        help: "Labels or texts of each system",
        required: true,
        variadic: true,
      },
    ],
    options: [
      {
        name: "gold",
        kind: "text",
        value: "FILE",
        required: true,
        help: "The gold or reference labels, or reference texts",
        frequent: true,
      },
      ...CONVENTION_OPTIONS,
      {
        name: "rounds",
        kind: "integer",
        value: "N",
        min: 1,
        default: 10_000,
        help: "Rounds of approximate randomization",
      },
      {
        name: "allow-different-signatures",
        kind: "flag",
        help: "Compare although the scores were made in different ways",
      },
      ...ENGINE_OPTIONS,
      ...MATCHING_OPTIONS,
      ...INTERVAL_OPTIONS,
      { name: "markdown", kind: "flag", help: "Print the result as Markdown", frequent: true },
    ],
    examples: [
      { line: "chexbert compare a.csv b.csv --gold gold.csv", help: "two systems" },
      {
        line: "chexbert compare a.csv b.csv c.csv --gold gold.csv --json",
        help: "every pair of three",
      },
      {
        line: "chexbert compare a.csv b.csv --gold gold.csv --preset chexbert-paper",
        help: "as the paper does",
      },
    ],
  },
  async ({ operands, options }, context) => {
    const { compareCommand } = await import("../metric-job/compare-command.ts");
    return compareCommand({ ...operands, ...options }, context);
  },
);
