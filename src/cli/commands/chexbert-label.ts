import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "chexbert-label",
    summary: "Stand-in for CheXbert's label script",
    description:
      "Takes the arguments of the original and writes labeled_reports.csv byte for byte as pandas would. Different on purpose: a missing cell is an empty report, the output folder is made, checkpoints of any origin load, and an option without its value is an error.",
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
        name: "output_dir",
        short: "o",
        kind: "text",
        value: "FOLDER",
        help: "The folder that gets labeled_reports.csv",
        required: true,
      },
      {
        name: "checkpoint",
        short: "c",
        kind: "text",
        value: "CKPT",
        help: "A .pth file, a safetensors file or a model folder",
        required: true,
      },
      {
        name: "batch_size",
        kind: "integer",
        value: "COUNT",
        min: 1,
        default: 18,
        help: "Most reports in a batch; labels do not depend on it",
      },
    ],
    examples: [
      {
        line: "chexbert-label -d=reports.csv -o=out -c=chexbert.pth",
        help: "as the original documents it",
      },
      { line: "chexbert-label --data r.csv --out o --check model", help: "prefixes are enough" },
      { line: "chexbert chexbert-label -d r.csv -o . -c model", help: "the same by another name" },
    ],
    dropIn: true,
  },
  async ({ options }, context) => {
    const { labelLikeChexbert } = await import("../drop-in/label-like-chexbert.ts");
    await labelLikeChexbert(
      {
        data: options.data,
        outputFolder: options.output_dir,
        checkpoint: options.checkpoint,
        batchSize: options.batch_size,
      },
      context,
    );
    return EXIT_CODES.done;
  },
);
