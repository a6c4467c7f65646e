import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "doctor",
    summary: "Check this machine and this installation",
    description: "Exit code 1 says that a check failed.",
    operands: [],
    options: [
      {
        name: "privacy",
        kind: "flag",
        help: "Print what is written where, instead",
        frequent: true,
      },
    ],
    examples: [
      { line: "chexbert doctor", help: "no weights needed" },
      { line: "chexbert doctor --privacy", help: "where report text can be" },
      { line: "chexbert doctor --json", help: "for programs" },
    ],
  },
  async ({ options }, context) => {
    if (options.privacy) {
      const { PRIVACY_FACTS } = await import("../doctor/privacy.ts");
      const text = context.settings.json
        ? `${JSON.stringify(Object.fromEntries(PRIVACY_FACTS))}\n`
        : PRIVACY_FACTS.map(([place, what]) => `${place.padEnd(24)}${what}\n`).join("");
      await context.write(text);
      return EXIT_CODES.done;
    }
    const { CHECKS } = await import("../doctor/checks.ts");
    const results = [];
    for (const check of CHECKS) results.push(await check(context));
    const isFine = results.every((result) => result.isFine);
    if (context.settings.json) {
      await context.write(`${JSON.stringify({ isFine, checks: results })}\n`);
    } else {
      for (const result of results) {
        await context.write(
          `${result.isFine ? "ok  " : "FAIL"} ${result.check}: ${result.found}\n`,
        );
        if (!result.isFine) await context.write(`     ${result.remedy}\n`);
      }
    }
    return isFine ? EXIT_CODES.done : EXIT_CODES.checkFailed;
  },
);
