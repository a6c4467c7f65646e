import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "info",
    summary: "Print facts about this installation for issue reports",
    description: "No file names, no user names, no report text.",
    operands: [],
    options: [{ name: "markdown", kind: "flag", help: "As a Markdown table", frequent: true }],
    examples: [
      { line: "chexbert info", help: "no weights needed" },
      { line: "chexbert info --markdown", help: "to paste into an issue" },
      { line: "chexbert info --json", help: "for programs" },
    ],
  },
  async ({ options }, context) => {
    const os = await import("node:os");
    const { PACKAGE_VERSION } = await import("../package-version.ts");
    const { loadLabeler } = await import("../load-labeler.ts");
    const labeler = await loadLabeler({ engine: "rules" }, context);
    const facts: Readonly<Record<string, string>> = {
      chexbert: PACKAGE_VERSION,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch} ${os.release()}`,
      processor: `${os.cpus()[0]?.model ?? "unknown"}, ${os.availableParallelism()} threads`,
      memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
      rules: Object.entries(labeler.identity)
        .map(([key, value]) => `${key} ${value}`)
        .join(", "),
    };
    const rows = Object.entries(facts);
    if (context.settings.json) await context.write(`${JSON.stringify(facts)}\n`);
    else if (options.markdown) {
      const lines = rows.map(([name, value]) => `| ${name} | ${value} |\n`);
      await context.write(`| fact | value |\n| --- | --- |\n${lines.join("")}`);
    } else {
      await context.write(rows.map(([name, value]) => `${name.padEnd(12)}${value}\n`).join(""));
    }
    return EXIT_CODES.done;
  },
);
