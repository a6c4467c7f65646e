import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { DEV_OPTION, RECIPE_OPTIONS, RUN_OPTIONS } from "../train-job/train-options.ts";

export const command = defineCommand(
  {
    name: "train",
    summary: "Train a labeler on reports with labels",
    description: [
      "Starts from a BERT folder (config.json, vocab.txt, model.safetensors or pytorch_model.bin), from a CheXbert checkpoint with or without Adam's state, or from random weights of the sizes in a config.json. The vocabulary travels with the model.",
      "OUT becomes the best model, ready for `chexbert label --checkpoint OUT`; OUT/training holds the metrics and the last state. After an interruption of any kind the same command with --resume computes the same numbers as a run that was never stopped.",
    ].join("\n\n"),
    operands: [
      {
        name: "input",
        placeholder: "TRAIN",
        help: "The table of reports with a column for each observation",
        required: true,
      },
    ],
    options: [
      {
        name: "output",
        short: "o",
        kind: "text",
        value: "OUT",
        help: "The folder of the model",
        required: true,
        frequent: true,
      },
      DEV_OPTION,
      {
        name: "from",
        kind: "text",
        value: "MODEL",
        help: "Model folder or checkpoint to start from; a config.json gives random weights of its sizes, none those of BERT-base",
        frequent: true,
      },
      {
        name: "preset",
        kind: "choice",
        choices: ["default", "chexbert-2020"],
        default: "default",
        help: "default is ours, chexbert-2020 the recipe of the original",
      },
      ...RECIPE_OPTIONS,
      {
        name: "vocab",
        kind: "text",
        value: "FILE",
        help: "vocab.txt in place of the model's own or BERT-base uncased",
      },
      {
        name: "optimizer-state",
        kind: "choice",
        choices: ["continue", "fresh"],
        default: "continue",
        help: "What happens to Adam's state in the checkpoint",
      },
      ...RUN_OPTIONS,
    ],
    examples: [
      {
        line: "chexbert train train.csv --dev dev.csv --from bert-base-uncased -o model",
        help: "from a BERT folder",
      },
      {
        line: "chexbert train train.csv --dev dev.csv -o model --set training.epochs=2",
        help: "from random weights, two epochs",
      },
      {
        line: "chexbert train train.csv -o model --preset chexbert-2020 --print-config",
        help: "the fields of a recipe",
      },
    ],
  },
  async ({ operands, options }, context) => {
    const { trainCommand } = await import("../train-job/train-command.ts");
    await trainCommand({ input: operands.input, ...options }, context);
    return EXIT_CODES.done;
  },
  async ({ options }, { cwd }) => {
    const { recipeSection } = await import("../train-job/config-changes.ts");
    return recipeSection(options.preset, options, cwd);
  },
);
