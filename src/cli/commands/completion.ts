import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "completion",
    summary: "Print the completion script of a shell",
    description: "The script asks `chexbert complete` for candidates while you type.",
    operands: [
      {
        name: "shell",
        placeholder: "SHELL",
        help: "The shell to complete in: bash, zsh, fish or powershell",
        required: true,
        choices: ["bash", "zsh", "fish", "powershell"],
      },
    ],
    options: [],
    examples: [
      { line: "source <(chexbert completion bash)", help: "complete in this bash" },
      { line: "chexbert completion zsh > _chexbert", help: "a file for zsh" },
      { line: "chexbert completion fish | source", help: "complete in this fish" },
    ],
  },
  async ({ operands }, context) => {
    const { completionTree } = await import("../completion-tree.ts");
    const tree = await completionTree(context.commands);
    tree.setup("chexbert", "chexbert", operands.shell);
    return EXIT_CODES.done;
  },
);
