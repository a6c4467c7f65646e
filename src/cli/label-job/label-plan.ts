/**
 * @file What a label run will do: input and columns, output and style, labeler.
 */
import { basename, resolve } from "node:path";
import { UsageError } from "../../base/errors.ts";
import type { BertLabeler } from "../../labeler/bert-labeler.ts";
import type { ColumnOrder } from "../../labels/observations.ts";
import type { ReportLabeler } from "../../labels/report-labeler.ts";
import type { LabelStyle } from "../../reports/label-cells.ts";
import type { ModelColumns } from "../../reports/model-columns.ts";
import type { ReportFormat } from "../../reports/report.ts";
import { openFileSource, type ReportSource, streamSource } from "../../reports/report-source.ts";
import { openReportTable, type ReportTable } from "../../reports/report-table.ts";
import { formatOfName } from "../../reports/sniff-format.ts";
import type { CliContext } from "../context.ts";
import { isBertLabeler } from "../load-labeler.ts";
import { refuseSameFile } from "../refuse-same-file.ts";
import { type OutputTarget, outputTarget } from "./output-target.ts";
import type { VectorTarget } from "./vector-file.ts";

export interface LabelRequest {
  /** A path, or `-` for standard input. */
  readonly input: string;
  readonly output: string | undefined;
  readonly format: ReportFormat | undefined;
  readonly outputFormat: ReportFormat | undefined;
  readonly textColumns: readonly string[];
  readonly idColumn: string | undefined;
  readonly labels: LabelStyle;
  readonly columns: ColumnOrder;
  readonly numbers: "integer" | "float";
  readonly onError: "stop" | "skip";
  readonly escapeFormulas: boolean;
  readonly modelColumns: readonly ModelColumns[];
  /** The file for `[CLS]` vectors, as the user gave it. */
  readonly embeddings: string | undefined;
}

export interface LabelPlan {
  readonly request: LabelRequest;
  readonly source: ReportSource;
  readonly table: ReportTable;
  readonly target: OutputTarget;
  readonly outputFormat: ReportFormat;
  readonly labeler: ReportLabeler | BertLabeler;
  /** The file for `[CLS]` vectors, when one is asked for. */
  readonly vectors: VectorTarget | undefined;
  /** Every option in force that can change the output, for the manifest and for resuming. */
  readonly optionsInForce: Readonly<Record<string, unknown>>;
}

/** Opens the input and decides everything before the first report is labeled. */
export async function planLabelRun(
  request: LabelRequest,
  labeler: ReportLabeler | BertLabeler,
  context: CliContext,
): Promise<LabelPlan> {
  refuseModelOptions(request, labeler);
  const isStdin = request.input === "-";
  const inputPath = resolve(context.cwd, request.input);
  const source = isStdin
    ? streamSource(context.stdin, "stdin")
    : await openFileSource(inputPath, request.input);
  const target = await outputTarget(request.output, context.cwd);
  if (!isStdin && target.kind === "file") await refuseSameFile(inputPath, target.path);
  const table = await openReportTable(source, {
    format: request.format,
    textColumns: request.textColumns,
    idColumn: request.idColumn,
  });
  const outputFormat = request.outputFormat ?? formatOfOutput(target, table.format);
  return {
    request,
    source,
    table,
    target,
    outputFormat,
    labeler,
    vectors: vectorTarget(request.embeddings, labeler, target, context),
    optionsInForce: {
      engine: labeler.engine,
      format: table.format,
      textColumns: table.textColumns,
      idColumn: table.idColumn ?? null,
      outputFormat,
      labels: request.labels,
      columns: request.columns,
      numbers: request.numbers,
      onError: request.onError,
      escapeFormulas: request.escapeFormulas,
      ...(isBertLabeler(labeler) && {
        modelColumns: request.modelColumns,
        embeddings: request.embeddings !== undefined,
      }),
    },
  };
}

/** Probabilities, logits and vectors are a model's. */
function refuseModelOptions(request: LabelRequest, labeler: ReportLabeler): void {
  if (labeler.engine === "bert") return;
  const [first] = [
    ...request.modelColumns,
    ...(request.embeddings === undefined ? [] : ["embeddings"]),
  ];
  if (first === undefined) return;
  throw new UsageError(
    "OPTION_NEEDS_MODEL",
    `Expected the bert engine for --${first}, got the rules`,
    { hint: "Leave out --engine rules, or name a checkpoint with --checkpoint CKPT" },
  );
}

function vectorTarget(
  name: string | undefined,
  labeler: ReportLabeler | BertLabeler,
  target: OutputTarget,
  context: CliContext,
): VectorTarget | undefined {
  if (name === undefined || !isBertLabeler(labeler)) return undefined;
  if (target.kind === "file") {
    return { name, path: resolve(context.cwd, name), hiddenSize: labeler.hiddenSize };
  }
  throw new UsageError("EMBEDDINGS_NEED_OUTPUT", "Expected a file after -o beside --embeddings", {
    hint: "Rows of the array are rows of the output: add -o OUT",
  });
}

/** Extensions of files that are no CSV, TSV or JSONL, whatever their name says. */
const OTHER_EXTENSIONS =
  /\.(xlsx?|ods|parquet|json|gz|zip|zst|bz2|xz|pdf|html?|db|sqlite|feather)$/i;

function formatOfOutput(target: OutputTarget, inputFormat: ReportFormat): ReportFormat {
  if (target.kind === "stdout") return "csv";
  const known = formatOfName(basename(target.path));
  if (known !== undefined) return known;
  const other = OTHER_EXTENSIONS.exec(target.name)?.[0];
  if (other === undefined) return inputFormat;
  throw new UsageError(
    "OUTPUT_FORMAT_UNKNOWN",
    `Expected an output that ends in .csv, .tsv or .jsonl, got ${other}`,
    { hint: "Change the name, or add --output-format", place: { file: target.name } },
  );
}
