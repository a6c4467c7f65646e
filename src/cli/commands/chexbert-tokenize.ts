import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "chexbert-tokenize",
    summary: "Stand-in for CheXbert's tokenizer script",
    description:
      "Takes the arguments of the original and writes the JSON list of token ids byte for byte as Python would. Different on purpose: a missing cell gives [101, 102], and an option without its value is an error.",
    operands: [],
    options: [
      {
        name: "data",
        short: "d",
        kind: "text",
        value: "CSV",
        help: "A CSV file with the column Report Impression",
        required: true,
      },
      {
        name: "output_path",
        aliases: ["output_dir"],
        short: "o",
        kind: "text",
        value: "FILE",
        help: "The JSON file to write",
        required: true,
      },
    ],
    examples: [
      { line: "chexbert-tokenize -d=reports.csv -o=tokens.json", help: "no weights needed" },
      { line: "chexbert-tokenize --data r.csv --out t.json", help: "prefixes are enough" },
      { line: "chexbert chexbert-tokenize -d r.csv -o t.json", help: "the same by another name" },
    ],
    dropIn: true,
  },
  async ({ options }, context) => {
    const { tokenizeLikeChexbert } = await import("../drop-in/tokenize-like-chexbert.ts");
    await tokenizeLikeChexbert({ data: options.data, output: options.output_path }, context);
    return EXIT_CODES.done;
  },
);
