import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "show",
    summary: "Show what a checkpoint holds",
    description:
      "Container, sizes, epoch, optimizer state and SHA-256 of a .pth file, a safetensors file or a model folder. Nothing in the file is executed, and no weights are loaded.",
    operands: [
      { name: "checkpoint", placeholder: "CKPT", help: "The file or folder", required: true },
    ],
    options: [
      {
        name: "tensors",
        kind: "flag",
        help: "List every tensor with its type and shape",
        frequent: true,
      },
    ],
    examples: [
      { line: "chexbert show chexbert.pth", help: "a checkpoint of PyTorch" },
      { line: "chexbert show model --tensors", help: "a model folder, tensor by tensor" },
      { line: "chexbert show chexbert.pth --json", help: "for scripts" },
    ],
  },
  async ({ operands, options }, context) => {
    const { resolve } = await import("node:path");
    const { showCheckpoint } = await import("../../labeler/show-checkpoint.ts");
    const { formatCheckpointFacts } = await import("../terminal/checkpoint-facts.ts");
    const facts = await showCheckpoint(resolve(context.cwd, operands.checkpoint));
    const text = context.settings.json
      ? JSON.stringify(facts)
      : formatCheckpointFacts(facts, options.tensors ? "all" : "none");
    await context.write(`${text}\n`);
    return EXIT_CODES.done;
  },
);
