import { UsageError } from "../../base/errors.ts";
import { defineCommand } from "../command.ts";
import { ENGINE_OPTIONS } from "../metric-job/metric-options.ts";

const [engine, checkpoint] = ENGINE_OPTIONS;

export const command = defineCommand(
  {
    name: "serve",
    summary: "Answer requests from another program, one JSON line each",
    description:
      "With --stdio a request is one line of JSON on standard input and its reply one line on standard output, in order. Methods are ping, label and score; docs/reference/stdio.md describes them. The process ends with its input. No reply but the requested one holds report text.",
    operands: [],
    options: [
      {
        name: "stdio",
        kind: "flag",
        help: "Read requests from standard input, write replies to standard output",
        frequent: true,
      },
      engine,
      checkpoint,
    ],
    examples: [
      {
        line: `echo '{"id":1,"method":"label","texts":["No effusion."]}' | chexbert serve --stdio`,
        help: "one request, no weights needed",
      },
      { line: "chexbert serve --stdio --checkpoint chexbert.pth", help: "labels by a model" },
      { line: "python3 clients/python/chexbert_client.py", help: "the client that keeps it warm" },
    ],
  },
  async ({ options }, context) => {
    if (!options.stdio) {
      throw new UsageError("STDIO_ONLY", "Expected --stdio, got no way to serve", {
        hint: "chexbert serve --stdio",
      });
    }
    const { serveStdio } = await import("../stdio/serve-stdio.ts");
    return serveStdio(options, context);
  },
);
