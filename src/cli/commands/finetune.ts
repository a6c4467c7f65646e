import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { DEV_OPTION, RECIPE_OPTIONS, RUN_OPTIONS } from "../train-job/train-options.ts";

export const command = defineCommand(
  {
    name: "finetune",
    summary: "Train a labeler further on expert labels",
    description: [
      "A preset of `chexbert train` for few, good labels: a small learning rate, many short epochs, and an end when the dev set stops improving. Every field of the recipe can be changed with --set.",
      "Adam starts fresh: moments of the first training belong to other labels.",
    ].join("\n\n"),
    operands: [
      {
        name: "input",
        placeholder: "GOLD",
        help: "The table of reports with expert labels",
        required: true,
      },
    ],
    options: [
      {
        name: "from",
        kind: "text",
        value: "MODEL",
        help: "The model folder or checkpoint to start from",
        required: true,
        frequent: true,
      },
      {
        name: "out",
        short: "o",
        kind: "text",
        value: "MODEL2",
        help: "The folder of the new model",
        required: true,
        frequent: true,
      },
      DEV_OPTION,
      ...RECIPE_OPTIONS,
      ...RUN_OPTIONS,
    ],
    examples: [
      {
        line: "chexbert finetune gold.csv --from model --out model2 --dev dev.csv",
        help: "expert labels on top of silver ones",
      },
      {
        line: "chexbert finetune gold.csv --from chexbert.pth --out model2",
        help: "from a CheXbert checkpoint",
      },
      {
        line: "chexbert augment gold.csv --paraphrases german.csv -o more.csv",
        help: "first make more of few labels; needs no weights",
      },
    ],
  },
  async ({ operands, options }, context) => {
    const { trainCommand } = await import("../train-job/train-command.ts");
    await trainCommand(
      {
        ...options,
        input: operands.input,
        output: options.out,
        preset: "finetune",
        vocab: undefined,
        optimizerState: "fresh",
      },
      context,
    );
    return EXIT_CODES.done;
  },
  async ({ options }, { cwd }) => {
    const { recipeSection } = await import("../train-job/config-changes.ts");
    return recipeSection("finetune", options, cwd);
  },
);
