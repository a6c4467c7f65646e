import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "convert",
    summary: "Turn a checkpoint into a model folder without optimizer state",
    description:
      "Reads a .pth file, a safetensors file or a model folder and writes config.json, model.safetensors, vocab.txt and checksums. Weights stay float32; the labels are the same.",
    operands: [
      {
        name: "checkpoint",
        placeholder: "CKPT",
        help: "The file or folder to read",
        required: true,
      },
      { name: "output", placeholder: "OUT", help: "The folder to write", required: true },
    ],
    options: [
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
      { line: "chexbert convert bluebert.pth encoder --vocab vocab.txt", help: "an encoder" },
      { line: "chexbert convert chexbert.pth model --json", help: "for scripts" },
    ],
  },
  async ({ operands, options }, context) => {
    const { resolve } = await import("node:path");
    const { convertCheckpoint } = await import("../../labeler/convert-checkpoint.ts");
    const output = resolve(context.cwd, operands.output);
    const conversion = await convertCheckpoint(resolve(context.cwd, operands.checkpoint), output, {
      vocabularyFile: options.vocab && resolve(context.cwd, options.vocab),
    });
    if (context.settings.json) await context.write(`${JSON.stringify(conversion)}\n`);
    else context.note(`${conversion.model} of ${conversion.tensorCount} tensors in ${output}`);
    return EXIT_CODES.done;
  },
);
