import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { TEXT_COLUMN_OPTION } from "../text-column-option.ts";

export const command = defineCommand(
  {
    name: "explain",
    summary: "Show the labels of one report and the words that decide, or explain an error code",
    operands: [
      {
        name: "subject",
        placeholder: "TEXT|FILE|CODE",
        help: "A text in quotes, - for standard input, a table with --row or --id, or an error code",
        required: true,
      },
    ],
    options: [
      {
        name: "row",
        kind: "integer",
        value: "N",
        min: 1,
        help: "The row of FILE, counted from 1 without the header",
        frequent: true,
      },
      { name: "id", kind: "text", value: "ID", help: "The id in FILE", frequent: true },
      {
        name: "html",
        kind: "text",
        value: "PAGE",
        help: "Write a page that needs no other file",
        frequent: true,
      },
      { ...TEXT_COLUMN_OPTION, frequent: true },
      { name: "id-column", kind: "text", value: "NAME", help: "The column with the id" },
      {
        name: "format",
        kind: "choice",
        choices: ["csv", "tsv", "jsonl"],
        help: "The format of FILE, when name and content mislead",
      },
      {
        name: "engine",
        kind: "choice",
        choices: ["auto", "rules", "bert"],
        default: "auto",
        help: "auto is the model with the rules beside it, bert the model alone",
      },
      {
        name: "checkpoint",
        kind: "text",
        value: "CKPT",
        help: "The checkpoint of the bert engine",
      },
      {
        name: "compat",
        kind: "choice",
        choices: ["chexbert", "chexpert"],
        help: "Labels as the other labeler gives them",
      },
      {
        name: "lexicon",
        kind: "text",
        value: "FOLDER",
        help: "A folder of phrases and observations for the rules, beside the built-in ones",
      },
    ],
    examples: [
      { line: 'chexbert explain "No edema. Possible pneumonia."', help: "no weights needed" },
      {
        line: "chexbert explain reports.csv --row 3 --html report.html",
        help: "a page of one row",
      },
      { line: "chexbert explain CSV_MISSING_COLUMN", help: "an error, its cause and remedy" },
    ],
  },
  async ({ operands, options }, context) => {
    const { explainCommand } = await import("../explain/explain-command.ts");
    await explainCommand({ ...operands, ...options }, context);
    return EXIT_CODES.done;
  },
);
