import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "chexpert-label",
    summary: "Stand-in for chexpert-labeler's label script",
    description: [
      "The input has no header and one column of reports, or two, of which the first is an index. The output has the column Reports and the 14 observations in chexpert-labeler's order, with the values 1.0, 0.0, -1.0 and empty.",
      "Labels are given by the rules with --compat chexpert; they differ from the original where that depends on its sentence parser.",
    ].join("\n\n"),
    dropIn: true,
    operands: [],
    options: [
      {
        name: "reports_path",
        kind: "text",
        value: "FILE",
        required: true,
        help: "The reports: CSV without a header",
        frequent: true,
      },
      {
        name: "output_path",
        kind: "text",
        value: "FILE",
        default: "labeled_reports.csv",
        help: "The file to write",
        frequent: true,
      },
      {
        name: "mention_phrases_dir",
        kind: "text",
        value: "FOLDER",
        help: "Phrases to find, one file per observation, in place of the built-in ones",
      },
      {
        name: "unmention_phrases_dir",
        kind: "text",
        value: "FOLDER",
        help: "Phrases that cancel a mention, one file per observation",
      },
      {
        name: "sections_to_extract",
        kind: "text",
        value: "TITLE",
        variadic: true,
        help: "Label only what stands under these titles, in lower case",
      },
      {
        name: "extract_strict",
        kind: "flag",
        help: "A report without these titles counts as empty, not as a whole",
      },
      { name: "verbose", short: "v", kind: "flag", help: "Say what is done" },
    ],
    examples: [
      {
        line: "chexpert-label --reports_path reports.csv --output_path labeled_reports.csv",
        help: "no weights needed",
      },
      {
        line: "chexpert-label --reports_path reports.csv --sections_to_extract findings impression",
        help: "two sections only",
      },
    ],
  },
  async ({ options }, context) => {
    const { labelAsChexpert } = await import("../chexpert-label/label-as-chexpert.ts");
    await labelAsChexpert(options, context);
    return EXIT_CODES.done;
  },
);
