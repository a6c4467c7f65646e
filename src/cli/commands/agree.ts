import { defineCommand } from "../command.ts";
import { MATCHING_OPTIONS } from "../metric-job/metric-options.ts";

export const command = defineCommand(
  {
    name: "agree",
    summary: "Measure the agreement of two or more labelings: kappa, AC1, alpha",
    description:
      "Rows are matched by id, columns by name; observations that not every file has are left out and named. With three or more files kappa and AC1 are means over pairs, alpha is over all.",
    operands: [
      {
        name: "files",
        placeholder: "FILE",
        help: "Tables of labels",
        required: true,
        variadic: true,
      },
    ],
    options: [
      ...MATCHING_OPTIONS,
      { name: "markdown", kind: "flag", help: "Print the result as Markdown", frequent: true },
    ],
    examples: [
      { line: "chexbert agree first.csv second.csv", help: "two annotators" },
      {
        line: "chexbert agree a.csv b.csv c.csv --unmatched skip",
        help: "three, on common reports",
      },
      { line: "chexbert agree rules.csv model.csv --json", help: "two labelers, with confusion" },
    ],
  },
  async ({ operands, options }, context) => {
    const { agreeCommand } = await import("../metric-job/agree-command.ts");
    return agreeCommand({ ...operands, ...options }, context);
  },
);
