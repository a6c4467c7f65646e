import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "convert",
    summary: "Turn a checkpoint into a model folder or a .pth without optimizer state",
    description:
      "Reads a .pth file, a safetensors file or a model folder and writes config.json, model.safetensors, vocab.txt and checksums. Weights stay float32 and the labels the same, unless --weights int8 makes the folder four times smaller; compare its labels with the original's.\n\nWith --to pth it writes a file for CheXbert's own scripts, which load strictly: with an optimizer (one that has not begun), the pooler, and the prefix module. in every name where they wrap the model, else without.",
    operands: [
      {
        name: "checkpoint",
        placeholder: "CKPT",
        help: "The file or folder to read",
        required: true,
      },
      { name: "output", placeholder: "OUT", help: "The folder or .pth to write", required: true },
    ],
    options: [
      {
        name: "to",
        kind: "choice",
        choices: ["folder", "pth", "pth-module"],
        help: "What to write; pth-module has the prefix module. in every name [pth when OUT ends with .pth, else folder]",
        frequent: true,
      },
      {
        name: "weights",
        kind: "choice",
        choices: ["float32", "int8"],
        default: "float32",
        help: "How the matrices of a folder are stored; int8 rounds each row to 255 steps",
      },
      {
        name: "vocab",
        kind: "text",
        value: "FILE",
        help: "The vocab.txt of the checkpoint, when it is not BERT-base uncased",
        frequent: true,
      },
    ],
    examples: [
      { line: "chexbert convert chexbert.pth model", help: "a third of the size" },
      {
        line: "chexbert convert model chexbert.pth --to pth-module",
        help: "for CheXbert's label.py",
      },
      { line: "chexbert convert bluebert.pth encoder --vocab vocab.txt", help: "an encoder" },
      { line: "chexbert convert chexbert.pth model --json", help: "for scripts" },
    ],
  },
  async ({ operands, options }, context) => {
    const { resolve } = await import("node:path");
    const { convertCheckpoint } = await import("../../labeler/convert-checkpoint.ts");
    const output = resolve(context.cwd, operands.output);
    const conversion = await convertCheckpoint(resolve(context.cwd, operands.checkpoint), output, {
      to: options.to ?? (output.endsWith(".pth") ? "pth" : "folder"),
      weights: options.weights,
      vocabularyFile: options.vocab && resolve(context.cwd, options.vocab),
    });
    if (context.settings.json) await context.write(`${JSON.stringify(conversion)}\n`);
    else context.note(`${conversion.model} of ${conversion.tensorCount} tensors in ${output}`);
    if (conversion.to !== "folder") context.note(strictLoaderNote(conversion.to));
    return EXIT_CODES.done;
  },
);

/** Fidelity F05, F15: which scripts of the original load which names. */
function strictLoaderNote(to: "pth" | "pth-module"): string {
  return to === "pth"
    ? "Names without module.: CheXbert's training script loads them with one GPU; its label script, and training with more GPUs, want --to pth-module"
    : "Names with module.: CheXbert's label script loads them, and its training script with more than one GPU; with one GPU it wants --to pth";
}
