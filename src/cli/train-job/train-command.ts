/**
 * @file `chexbert train`: options to a training job, and what is said at the end.
 */
import { basename, join, resolve } from "node:path";
import { sharedTexts } from "../../training/check-examples.ts";
import { openModelFolderFiles, trainingFolder } from "../../training/model-folder-files.ts";
import { parseTrainConfig, type TrainPreset } from "../../training/train-config.ts";
import type { CommandContext } from "../context.ts";
import { refusePageOverInput } from "../refuse-same-file.ts";
import { readConfigChanges } from "./config-changes.ts";
import { runTraining } from "./run-training.ts";
import { formatBest } from "./train-display.ts";
import { readTrainingTable } from "./training-table.ts";

/** The options of the command, as `commands/train.ts` declares them. */
export interface TrainCommandOptions {
  readonly input: string;
  readonly output: string;
  readonly dev: string | undefined;
  readonly from: string | undefined;
  readonly preset: TrainPreset;
  readonly config: string | undefined;
  readonly set: readonly string[];
  readonly textColumn: readonly string[];
  readonly vocab: string | undefined;
  readonly optimizerState: "continue" | "fresh";
  readonly resume: boolean;
  readonly html: string | undefined;
  readonly dryRun: boolean;
}

export async function trainCommand(
  options: TrainCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { vocab, optimizerState, resume } = options;
  const { cwd, signal } = context;
  const output = resolve(cwd, options.output);
  const from = options.from === undefined ? undefined : resolve(cwd, options.from);
  const { input, dev: devFile, config: configFile, html } = options;
  await refusePageOverInput(html, [input, devFile, options.from, configFile, vocab], cwd);
  const changes = await readConfigChanges(options.config, options.set, cwd);
  const config = parseTrainConfig(options.preset, changes);
  const tables = { textColumns: options.textColumn, signal, cwd };
  const train = await readTrainingTable(options.input, tables);
  const dev = options.dev === undefined ? undefined : await readTrainingTable(options.dev, tables);
  const shared = sharedTexts(train, dev ?? []);
  if (0 < shared) {
    context.warn(
      `${shared} reports of the dev set are in the training set too; chexbert check data lists them`,
    );
  }
  const metricsFile = join(trainingFolder(output), "metrics.jsonl");
  const finished = await runTraining(
    {
      config,
      learningRate: "configured",
      train,
      dev: dev ?? [],
      from,
      vocabularyFile: vocab === undefined ? undefined : resolve(cwd, vocab),
      optimizer: optimizerState,
      stateFolder: trainingFolder(output),
      existing: resume ? "resume" : "refuse",
      metricsFile,
      mode: options.dryRun ? "plan" : "train",
      openFiles: (start, identity) => openModelFolderFiles(output, start, identity),
    },
    context,
  );
  if (finished === undefined) return;
  if (options.html !== undefined) {
    const { writeTrainingReport } = await import("./training-report.ts");
    await writeTrainingReport(resolve(cwd, options.html), {
      title: `Training of ${basename(output)}`,
      metricsFile,
      config,
      facts: [
        ["reports to train on", String(train.length)],
        ["reports in the dev set", String(dev?.length ?? 0)],
        ["started from", options.from === undefined ? "random weights" : basename(options.from)],
        ["steps", String(finished.step)],
      ],
    });
  }
  const best = finished.best;
  context.note(
    best === undefined
      ? `Trained ${finished.step} steps: ${output}`
      : `Trained ${finished.step} steps, best at step ${best.step} (${formatBest(best, config.selection)}): ${output}`,
  );
  if (context.settings.json) await context.write(`${JSON.stringify({ output, ...finished })}\n`);
}
