import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { TEXT_COLUMN_OPTION } from "../text-column-option.ts";

export const command = defineCommand(
  {
    name: "check",
    summary: "Say what is wrong with a file of labeled reports",
    description:
      "Reads every row and reports every wrong label with row and column, then counts classes and lists what is doubtful: empty reports, rows without labels, duplicates, the same text with other labels, No Finding beside a positive observation, classes that are absent. With --dev it also finds reports that both sets share. No report text is shown. Ends with exit code 1 when a label is wrong.",
    operands: [
      {
        name: "what",
        placeholder: "data",
        help: "What to check",
        required: true,
        choices: ["data"],
      },
      { name: "input", placeholder: "FILE", help: "The table of labeled reports", required: true },
    ],
    options: [
      {
        name: "dev",
        kind: "text",
        value: "DEV",
        help: "The dev set that belongs to the file",
        frequent: true,
      },
      { ...TEXT_COLUMN_OPTION, frequent: true },
    ],
    examples: [
      { line: "chexbert check data train.csv", help: "what is wrong with a training set" },
      {
        line: "chexbert check data train.csv --dev dev.csv",
        help: "and what it shares with another",
      },
      { line: "chexbert check data gold.csv --json", help: "the same for programs" },
    ],
  },
  async ({ operands, options }, context) => {
    const { checkData } = await import("../check-data/check-data.ts");
    const isGood = await checkData({ input: operands.input, ...options }, context);
    return isGood ? EXIT_CODES.done : EXIT_CODES.checkFailed;
  },
);
