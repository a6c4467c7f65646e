import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "complete",
    summary: "Answer a shell that asks for completions",
    operands: [
      { name: "words", placeholder: "WORD", help: "The words typed so far", variadic: true },
    ],
    options: [],
    examples: [{ line: "chexbert complete -- la", help: "the commands that start with la" }],
  },
  async ({ operands }, context) => {
    const { completionTree } = await import("../completion-tree.ts");
    const tree = await completionTree(context.commands);
    tree.parse([...operands.words]);
    return EXIT_CODES.done;
  },
);
