import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "augment",
    summary: "Add paraphrases to labeled reports",
    description: [
      "Imports paraphrases or back-translations made elsewhere. Each has the labels of its report; originals stay; a paraphrase that repeats a text of the set is dropped. The column `origin` says `original` or `paraphrase N`, and the id column of a paraphrase names its report.",
      "Augment the training set only: a dev set with paraphrases measures something else. Rows whose column `split` says dev or test are left as they are, unless --include-dev is given.",
    ].join("\n\n"),
    operands: [
      {
        name: "input",
        placeholder: "GOLD",
        help: "The table of labeled reports, with an id column",
        required: true,
      },
    ],
    options: [
      {
        name: "paraphrases",
        kind: "text",
        value: "FILE",
        help: "CSV, TSV or JSONL with the id of a report and a text; several rows per report",
        required: true,
        frequent: true,
      },
      {
        name: "output",
        short: "o",
        kind: "text",
        value: "OUT",
        help: "The CSV file to write",
        required: true,
        frequent: true,
      },
      {
        name: "text-column",
        kind: "text",
        value: "NAME",
        help: "The column with the text of a report",
      },
      {
        name: "paraphrase-column",
        kind: "text",
        value: "NAME",
        help: "The column with the text of a paraphrase",
      },
      { name: "id-column", kind: "text", value: "NAME", help: "The column with the id, in both" },
      { name: "include-dev", kind: "flag", help: "Augment rows of the dev and test split too" },
    ],
    examples: [
      {
        line: "chexbert augment gold.csv --paraphrases german.csv -o more.csv",
        help: "back-translations by report id",
      },
      {
        line: "chexbert augment gold.csv --paraphrases p.jsonl --paraphrase-column text -o more.csv",
        help: "from JSON lines",
      },
      { line: "chexbert check data more.csv", help: "look at the result" },
    ],
  },
  async ({ operands, options }, context) => {
    const { augmentCommand } = await import("../augment/augment-command.ts");
    await augmentCommand({ input: operands.input, ...options }, context);
    return EXIT_CODES.done;
  },
);
