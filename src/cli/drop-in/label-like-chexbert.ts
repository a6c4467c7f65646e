/**
 * @file The job of `chexbert-label`: a CSV file and a checkpoint to `labeled_reports.csv`.
 *
 * The file is read twice: the number rule of pandas needs every label before the first line can
 * be written, and labels are small where texts are not.
 */
import { join, resolve } from "node:path";
import { FormatError, InputError } from "../../base/errors.ts";
import { makeFolder, writeWholeFile } from "../../checkpoints/write-file.ts";
import type { BertLabeler } from "../../labeler/bert-labeler.ts";
import { loadLabeler } from "../../labeler/load-labeler.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import {
  formatPandasLabels,
  type LabelTable,
  makeLabelTable,
} from "../../reports/pandas-labels.ts";
import type { CommandContext } from "../context.ts";
import { refuseSameFile } from "../refuse-same-file.ts";
import { openPandasInput, type PandasInput, toText } from "./pandas-input.ts";

/** The name that the original gives its output. */
const OUTPUT_NAME = "labeled_reports.csv";

export interface LabelRequest {
  readonly data: string;
  readonly outputFolder: string;
  readonly checkpoint: string;
  readonly batchSize: number;
}

/** Does what the original's label script does. */
export async function labelLikeChexbert(
  request: LabelRequest,
  context: CommandContext,
): Promise<void> {
  const data = resolve(context.cwd, request.data);
  const input = await openPandasInput(data, request.data);
  if (!input.isRereadable) {
    throw new FormatError(
      "FILE_IS_STREAM",
      `Expected a regular file at ${request.data}, got a stream`,
      {
        hint: "Save the reports in a file: it is read twice",
        place: { file: request.data },
      },
    );
  }
  const folder = resolve(context.cwd, request.outputFolder);
  await refuseSameFile(data, join(folder, OUTPUT_NAME));
  await using labeler = await loadLabeler(resolve(context.cwd, request.checkpoint), {
    batchSize: request.batchSize,
  });
  if (labeler.notice !== undefined) context.note(labeler.notice);
  const { labels, missingCount } = await labelPandasInput(input, labeler, context.signal);
  const path = await writeLabeledReports(folder, input, labels);
  const { truncatedCount, emptyCount } = labeler.counts();
  context.note(
    `${labels.rowCount} reports labeled in ${path}: ${emptyCount} empty, ${truncatedCount} cut at 512 tokens`,
  );
  if (0 < missingCount) {
    context.warn(`${missingCount} cells were missing; the original stops at the first`);
  }
}

/** Labels every row; returns the labels and how many cells were missing. */
async function labelPandasInput(
  input: PandasInput,
  labeler: BertLabeler,
  signal: AbortSignal,
): Promise<{ readonly labels: LabelTable; readonly missingCount: number }> {
  const labels = makeLabelTable();
  let missingCount = 0;
  async function* texts(): AsyncGenerator<string> {
    for await (const cells of input.read()) {
      missingCount += cells.filter((cell) => cell === undefined).length;
      yield* cells.map(toText);
    }
  }
  for await (const report of labeler.labelStream(texts(), { signal })) {
    labels.append(OBSERVATIONS.map((observation) => report[observation].class));
  }
  return { labels, missingCount };
}

/** Writes the file into a folder, which is made when it is not there; returns its path. */
async function writeLabeledReports(
  folder: string,
  input: PandasInput,
  labels: LabelTable,
): Promise<string> {
  await makeFolder(folder);
  const path = join(folder, OUTPUT_NAME);
  let rowCount = 0;
  async function* counted() {
    for await (const cells of input.read()) {
      rowCount += cells.length;
      yield cells;
    }
  }
  await writeWholeFile(path, async (append) => {
    for await (const piece of formatPandasLabels(counted(), labels))
      await append(Buffer.from(piece));
    if (rowCount !== labels.rowCount) {
      throw new InputError(
        "CSV_CHANGED",
        `Expected ${labels.rowCount} rows when reading the file again, got ${rowCount}`,
        { hint: "Do not write to the file while it is labeled" },
      );
    }
  });
  return path;
}
