import { defineCommand } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";

export const command = defineCommand(
  {
    name: "label",
    summary: "Label reports for 14 observations",
    description: [
      "Reads CSV, TSV or JSONL, or - for standard input. The input's columns stay, the labels follow by name, rows keep their order and number. Without -o labels go to stdout: on a terminal as a table, else as CSV.",
      "The text column is `Report Impression` when present, else the one that can only be meant. The id column is the first of id, report_id, study_id, uid, else rows are numbered.",
      "Rows go to OUT.partial, which gets its name when it is whole. After an interruption of any kind the same command with --resume goes on where it stopped and gives the same bytes. OUT.manifest.json says how the output came about.",
    ].join("\n\n"),
    operands: [
      {
        name: "input",
        placeholder: "IN",
        help: "The table of reports, or - for standard input",
        required: true,
      },
    ],
    options: [
      {
        name: "output",
        short: "o",
        kind: "text",
        value: "OUT",
        help: "The file to write; its extension chooses CSV, TSV or JSONL",
        frequent: true,
      },
      {
        name: "text-column",
        kind: "text",
        value: "NAME",
        repeatable: true,
        help: "The column with the text; several are labeled as one report",
        frequent: true,
      },
      { name: "id-column", kind: "text", value: "NAME", help: "The column with the id" },
      {
        name: "engine",
        kind: "choice",
        choices: ["auto", "rules", "bert"],
        default: "auto",
        help: "auto is the model with the rules beside it, bert the model alone",
      },
      {
        name: "checkpoint",
        kind: "text",
        value: "CKPT",
        help: "A CheXbert checkpoint: .pth, .safetensors or a model folder",
        frequent: true,
      },
      {
        name: "probabilities",
        kind: "flag",
        help: "Add a column P(OBSERVATION=CLASS) for each observation and class",
      },
      {
        name: "logits",
        kind: "flag",
        help: "Add a column logit(OBSERVATION=CLASS) for each observation and class",
      },
      {
        name: "embeddings",
        kind: "text",
        value: "FILE.npy",
        help: "Write the [CLS] vectors, one row per report of the output, as a NumPy array",
      },
      {
        name: "device",
        kind: "text",
        value: "DEVICE",
        default: "auto",
        help: "auto, cpu, cuda, cuda:N, webgpu, coreml or dml; auto takes every accelerator there is, else the CPU. Only cpu was tested",
      },
      {
        name: "threads",
        kind: "integer",
        value: "N",
        min: 1,
        help: "Cores that the model may use on the CPU [all]",
      },
      {
        name: "batch-size",
        kind: "integer",
        value: "N",
        min: 1,
        help: "Most reports that run together [no limit]",
      },
      {
        name: "batch-tokens",
        kind: "integer",
        value: "N",
        min: 1,
        help: "Most tokens that run together [512 on the CPU]",
      },
      {
        name: "long",
        kind: "choice",
        choices: ["truncate", "head-tail", "window"],
        default: "truncate",
        help: "A report of more than 512 tokens is cut, keeps head and tail, or is read in windows",
      },
      {
        name: "cleaning",
        kind: "choice",
        choices: ["batch", "list"],
        default: "batch",
        help: "Clean texts as CheXbert does for files, or as for lists, which deletes list numbers",
      },
      {
        name: "vocab",
        kind: "text",
        value: "FILE",
        help: "The vocab.txt of the checkpoint [the model folder's, else BERT-base uncased]",
      },
      {
        name: "labels",
        kind: "choice",
        choices: ["csv", "index", "word", "nested"],
        help: "How labels are written: empty, 1, 0, -1; 0 to 3; words; objects with evidence [csv]",
        frequent: true,
      },
      {
        name: "columns",
        kind: "choice",
        choices: ["chexbert", "chexpert", "mimic-jpg"],
        help: "The order of the label columns [chexbert]",
      },
      {
        name: "numbers",
        kind: "choice",
        choices: ["integer", "float"],
        help: "Write the labels 1, 0, -1 as they are, or as 1.0, 0.0, -1.0 [integer]",
      },
      {
        name: "compat",
        kind: "choice",
        choices: ["chexbert", "chexpert"],
        help: "Options as the other labeler has them; the manifest lists each",
      },
      {
        name: "lexicon",
        kind: "text",
        value: "FOLDER",
        help: "A folder of phrases and observations for the rules, beside the built-in ones",
      },
      {
        name: "resume",
        kind: "flag",
        help: "Go on with an interrupted run; with nothing to resume, start",
        frequent: true,
      },
      { name: "dry-run", kind: "flag", help: "Say what would be done, and how long it would take" },
      {
        name: "on-error",
        kind: "choice",
        choices: ["stop", "skip"],
        default: "stop",
        help: "A row that is no report stops the run, or is left out and listed in OUT.errors.csv",
      },
      {
        name: "format",
        kind: "choice",
        choices: ["csv", "tsv", "jsonl"],
        help: "The format of the input, when name and content mislead",
      },
      {
        name: "output-format",
        kind: "choice",
        choices: ["csv", "tsv", "jsonl"],
        help: "The format of the output, when its name does not tell",
      },
      {
        name: "escape-formulas",
        kind: "flag",
        help: "Put ' before input cells that a spreadsheet would run as formulas",
      },
    ],
    examples: [
      { line: "chexbert label reports.csv -o labels.csv", help: "no weights needed" },
      {
        line: "chexbert label reports.tsv --text-column findings --text-column impression",
        help: "two columns as one report",
      },
      {
        line: "cat reports.jsonl | chexbert label - --labels nested --output-format jsonl",
        help: "with evidence",
      },
    ],
  },
  async ({ operands, options }, context) => {
    const { labelCommand } = await import("../label-job/label-command.ts");
    const skipped = await labelCommand({ ...operands, ...options }, context);
    return skipped === 0 ? EXIT_CODES.done : EXIT_CODES.input;
  },
);
