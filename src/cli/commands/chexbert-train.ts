import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "chexbert-train",
    summary: "Stand-in for CheXbert's training script",
    description: [
      "Takes the arguments of the original and its recipe: batches of 18, Adam with learning rate 2e-5, 8 epochs, the best mean kappa. Token lists are optional; without them the column Report Impression is tokenized. With --checkpoint, Adam's state and its learning rate are taken over.",
      "output_dir gets model_epochE_iterI.pth at every improvement and model_last_stepN.pth at the end, which PyTorch loads with weights_only=True.",
      "Different on purpose: weights and vocabulary are local files, the dev set is evaluated at the end of every epoch too, the last state is always kept, the CPU will do.",
    ].join("\n\n"),
    dropIn: true,
    operands: [],
    options: [
      {
        name: "train_csv",
        kind: "text",
        value: "FILE",
        help: "Reports and labels to train on",
        required: true,
        frequent: true,
      },
      {
        name: "dev_csv",
        kind: "text",
        value: "FILE",
        help: "Reports and labels that choose the best checkpoint",
        frequent: true,
      },
      {
        name: "train_imp_list",
        kind: "text",
        value: "FILE",
        help: "Token lists of the training reports, from chexbert-tokenize",
      },
      {
        name: "dev_imp_list",
        kind: "text",
        value: "FILE",
        help: "Token lists of the dev reports",
      },
      {
        name: "output_dir",
        kind: "text",
        value: "FOLDER",
        help: "Where checkpoints go",
        required: true,
        frequent: true,
      },
      {
        name: "checkpoint",
        kind: "text",
        value: "FILE",
        help: "Checkpoint to go on with",
        frequent: true,
      },
      {
        name: "pretrain_path",
        kind: "text",
        value: "FOLDER",
        help: "BERT folder to start from, when there is no checkpoint",
        frequent: true,
      },
      {
        name: "set",
        kind: "text",
        value: "training.KEY=VALUE",
        repeatable: true,
        help: "Change one field of the recipe, such as training.epochs=1",
      },
      {
        name: "vocab",
        kind: "text",
        value: "FILE",
        help: "vocab.txt in place of the model's own or BERT-base uncased",
      },
      { name: "resume", kind: "flag", help: "Go on with an interrupted run in output_dir" },
    ],
    examples: [
      {
        line: "chexbert-train --train_csv train.csv --dev_csv dev.csv --train_imp_list train.json --dev_imp_list dev.json --output_dir out",
        help: "the line of the original, with other names",
      },
      {
        line: "chexbert-train --train_csv train.csv --dev_csv dev.csv --output_dir out --pretrain_path bert-base-uncased",
        help: "without token lists, from a BERT folder",
      },
      {
        line: "chexbert-train --train_csv train.csv --dev_csv dev.csv --output_dir out --set training.epochs=1",
        help: "one epoch",
      },
    ],
  },
  async ({ options }, context) => {
    const { trainLikeChexbert } = await import("../train-job/train-like-chexbert.ts");
    await trainLikeChexbert(options, context);
    return EXIT_CODES.done;
  },
);
