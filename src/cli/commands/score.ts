import { defineCommand } from "../command.ts";
import {
  CONVENTION_OPTIONS,
  ENGINE_OPTIONS,
  INTERVAL_OPTIONS,
  MATCHING_OPTIONS,
  OUTPUT_OPTIONS,
} from "../metric-job/metric-options.ts";

export const command = defineCommand(
  {
    name: "score",
    summary: "Score candidate reports against reference reports: the F1-CheXbert family",
    description: [
      "References and candidates are tables of texts or of labels, told apart by their columns; texts are labeled first. The default preset is f1chexbert.",
      "--radcliq v0 and v1 combine supplied columns (radgraph_combined, bertscore, semb_score, bleu_score) of --features; BLEU-2 is computed from the texts when its column is missing.",
    ].join("\n\n"),
    operands: [],
    options: [
      {
        name: "references",
        kind: "text",
        value: "FILE",
        required: true,
        help: "Reference reports, or their labels",
        frequent: true,
      },
      {
        name: "candidates",
        kind: "text",
        value: "FILE",
        required: true,
        help: "Candidate reports, or their labels",
        frequent: true,
      },
      ...CONVENTION_OPTIONS,
      {
        name: "radcliq",
        kind: "choice",
        choices: ["v0", "v1"],
        help: "Print RadCliQ of --features instead of label scores",
      },
      {
        name: "features",
        kind: "text",
        value: "FILE",
        help: "With --radcliq: the table of features by report id",
      },
      {
        name: "semb",
        kind: "flag",
        help: "Also print s_emb, the similarity of the model's vectors; needs --checkpoint",
      },
      ...ENGINE_OPTIONS,
      ...MATCHING_OPTIONS,
      ...INTERVAL_OPTIONS,
      ...OUTPUT_OPTIONS,
    ],
    examples: [
      {
        line: "chexbert score --references references.csv --candidates generated.csv",
        help: "texts are labeled by the compact model and the rules",
      },
      {
        line: "chexbert score --references r.csv --candidates c.csv --preset rgrg --json",
        help: "another paper's convention",
      },
      {
        line: "chexbert score --references r.csv --candidates c.csv --reading pos --label-set 13",
        help: "a convention of your own",
      },
    ],
  },
  async ({ options }, context) => {
    if (options.radcliq !== undefined) {
      const { radCliqCommand } = await import("../metric-job/radcliq-command.ts");
      return radCliqCommand({ ...options, version: options.radcliq }, context);
    }
    const { scoreCommand } = await import("../metric-job/score-command.ts");
    return scoreCommand(options, context);
  },
);
