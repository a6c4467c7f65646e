import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "verify",
    summary: "Load a checkpoint, check its values and test it on invented reports",
    description:
      "Names, shapes and values are checked as for labeling, then invented reports are labeled alone and together, which must give the same logits. Exit code 1 when the test fails.",
    operands: [
      { name: "checkpoint", placeholder: "CKPT", help: "The file or folder", required: true },
    ],
    options: [
      {
        name: "device",
        kind: "text",
        value: "DEVICE",
        default: "cpu",
        help: "Where to run the test: cpu, cuda, cuda:N, webgpu, coreml, dml or auto",
        frequent: true,
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
      { line: "chexbert verify chexbert.pth", help: "on the CPU" },
      { line: "chexbert verify model --device cuda", help: "on a GPU" },
      { line: "chexbert verify chexbert.pth --json", help: "for scripts" },
    ],
  },
  async ({ operands, options }, context) => {
    const { resolve } = await import("node:path");
    const { verifyCheckpoint } = await import("../../labeler/verify-checkpoint.ts");
    const result = await verifyCheckpoint(resolve(context.cwd, operands.checkpoint), {
      device: options.device,
      ...(options.vocab === undefined
        ? {}
        : { vocabularyFile: resolve(context.cwd, options.vocab) }),
    });
    if (context.settings.json) {
      await context.write(`${JSON.stringify(result)}\n`);
    } else {
      const outcome = result.passed ? "passed" : "FAILED";
      await context.write(
        `weights ${result.weightsSha256}\nself-test ${outcome}: ${result.reportCount} reports on ${result.devices.join(", ")}, largest difference ${result.largestDifference.toExponential(1)}\n`,
      );
    }
    return result.passed ? EXIT_CODES.done : EXIT_CODES.checkFailed;
  },
);
