/**
 * @file The job of `chexbert-train`: what the original's training script does, with its files.
 */
import { join, resolve } from "node:path";
import { OBSERVATIONS } from "../../labels/observations.ts";
import { REPORT_COLUMN } from "../../reports/pandas-reports.ts";
import type { LabeledReport } from "../../training/make-examples.ts";
import { openTorchFiles } from "../../training/torch-files.ts";
import { parseTrainConfig } from "../../training/train-config.ts";
import type { CommandContext } from "../context.ts";
import { readConfigChanges } from "./config-changes.ts";
import { runTraining } from "./run-training.ts";
import { readTokenLists } from "./token-lists.ts";
import { formatBest } from "./train-display.ts";
import { readTrainingTable } from "./training-table.ts";

/** The options of the command, as `commands/chexbert-train.ts` declares them. */
export interface TrainLikeChexbertOptions {
  readonly train_csv: string;
  readonly dev_csv: string | undefined;
  readonly train_imp_list: string | undefined;
  readonly dev_imp_list: string | undefined;
  readonly output_dir: string;
  readonly checkpoint: string | undefined;
  readonly pretrain_path: string | undefined;
  readonly set: readonly string[];
  readonly vocab: string | undefined;
  readonly resume: boolean;
}

export async function trainLikeChexbert(
  options: TrainLikeChexbertOptions,
  context: CommandContext,
): Promise<void> {
  const output = resolve(context.cwd, options.output_dir);
  const changes = await readConfigChanges(undefined, options.set, context.cwd);
  const config = parseTrainConfig("chexbert-2020", changes);
  const train = await readSet(options.train_csv, options.train_imp_list, context);
  const dev =
    options.dev_csv === undefined
      ? []
      : await readSet(options.dev_csv, options.dev_imp_list, context);
  const start = options.checkpoint ?? options.pretrain_path;
  const from = start === undefined ? undefined : resolve(context.cwd, start);
  if (from === undefined) {
    context.warn(
      "Starting from random weights: the original downloads BERT-base uncased; --pretrain_path takes a folder with it",
    );
  }
  const finished = await runTraining(
    {
      config,
      learningRate: "learningRate" in changes ? "configured" : "of the checkpoint",
      train,
      dev,
      from,
      vocabularyFile: options.vocab === undefined ? undefined : resolve(context.cwd, options.vocab),
      optimizer: "continue",
      stateFolder: output,
      mode: "train",
      existing: options.resume ? "resume" : "overwrite",
      metricsFile: join(output, "metrics.jsonl"),
      openFiles: (_, identity) => openTorchFiles(output, identity),
    },
    context,
  );
  const best = finished?.best;
  const found =
    best === undefined
      ? ""
      : `, best ${formatBest(best, config.selection)} in epoch ${best.epoch}, iteration ${best.iteration}`;
  context.note(`Trained ${finished?.step} steps${found}: ${output}`);
}

async function readSet(
  csv: string,
  list: string | undefined,
  { signal, cwd }: CommandContext,
): Promise<readonly LabeledReport[]> {
  // With a token list the text is not read, and its column may be missing.
  const textColumns = [list === undefined ? REPORT_COLUMN : OBSERVATIONS[0]];
  const reports = await readTrainingTable(csv, { signal, cwd, textColumns });
  if (list === undefined) return reports;
  const table = { csv, rowCount: reports.length };
  const tokenLists = await readTokenLists(resolve(cwd, list), table);
  return reports.map((report, row) => ({ ...report, inputIds: tokenLists[row] }));
}
