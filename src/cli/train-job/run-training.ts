/**
 * @file One training run from files to files: what `train`, `finetune` and `chexbert-train` share.
 */
import { access } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../base/errors.ts";
import { makeBertTokenizer } from "../../tokenizer/bert-tokenizer.ts";
import { hashExamples, type LabeledReport, makeExamples } from "../../training/make-examples.ts";
import { loadModelStart, type ModelStart } from "../../training/model-start.ts";
import { type RunIdentity, readSavedState } from "../../training/saved-state.ts";
import type { TrainConfig } from "../../training/train-config.ts";
import type { FinishedEvent } from "../../training/train-event.ts";
import { type CheckpointFiles, NO_PROGRESS, train } from "../../training/trainer.ts";
import type { CommandContext } from "../context.ts";
import { resumeLine } from "../label-job/resume-line.ts";
import { openMetricsLog } from "./metrics-log.ts";
import { startTrainDisplay } from "./train-display.ts";

export interface TrainingJob {
  readonly config: TrainConfig;
  /** Keeps the learning rate of a loaded Adam state. */
  readonly learningRate: "configured" | "of the checkpoint";
  readonly train: readonly LabeledReport[];
  readonly dev: readonly LabeledReport[];
  /** Model folder or checkpoint; `undefined` for random weights. */
  readonly from: string | undefined;
  readonly vocabularyFile?: string | undefined;
  readonly optimizer: "continue" | "fresh";
  /** Where the state to resume from lies. */
  readonly stateFolder: string;
  /** What happens to a run that is there already. */
  readonly existing: "resume" | "overwrite" | "refuse";
  readonly metricsFile: string;
  /** `plan` says what a run would do, and writes nothing. */
  readonly mode: "train" | "plan";
  openFiles(start: ModelStart, identity: RunIdentity): Promise<CheckpointFiles>;
}

/** Trains, shows progress, and returns how it ended; `undefined` for a plan. */
export async function runTraining(
  job: TrainingJob,
  context: CommandContext,
): Promise<FinishedEvent | undefined> {
  if (job.mode === "train") await refuseOverwriting(job);
  const start = await loadModelStart(job.from, {
    embeddings: job.config.freezeEmbeddings ? "frozen" : "trained",
    seed: job.config.seed,
    vocabularyFile: job.vocabularyFile,
    optimizer: job.optimizer,
  });
  const config =
    job.learningRate === "of the checkpoint" && start.learningRate !== undefined
      ? { ...job.config, learningRate: start.learningRate }
      : job.config;
  const examples = tokenize(job, start, context);
  const threads = config.threads ?? availableParallelism();
  if (job.mode === "plan") {
    const { printTrainingPlan } = await loadTrainingPlan();
    const residentBytes = () => process.memoryUsage().rss;
    await printTrainingPlan({ config, start, ...examples, threads, residentBytes }, context);
    return undefined;
  }
  const dataSha256 = hashExamples([examples.train, examples.dev]);
  const identity = { config, dataSha256 };
  const saved =
    job.existing === "resume"
      ? await readSavedState(job.stateFolder, start.store, identity)
      : undefined;
  const progress = saved ?? { ...NO_PROGRESS, adamStep: start.adamStep };
  describeStart(job, start, progress.step, context);

  const files = await job.openFiles(start, identity);
  await using log = await openMetricsLog(job.metricsFile, progress.step);
  const startedAt = context.now();
  const display = startTrainDisplay(context);
  let finished: FinishedEvent | undefined;
  try {
    const events = train({
      config,
      ...examples,
      store: start.store,
      files,
      padId: start.vocabulary.special.pad,
      threads,
      now: context.now,
      progress,
      signal: context.signal,
    });
    for await (const event of events) {
      await display.show(event);
      await log.write(event, (context.now() - startedAt) / 1000);
      if (event.type === "finished") finished = event;
    }
  } catch (error) {
    await display.stop();
    if (context.signal.aborted) context.note(`Stopped. To go on:\n  ${resumeLine(context.argv)}`);
    throw error;
  }
  await display.stop();
  return finished;
}

/** Only a plan needs it. (Beside `await using`, TypeScript 6 would leave `.ts` in the built path.) */
const loadTrainingPlan = () => import("./training-plan.ts");

/** A finished or interrupted run is not overwritten by accident. */
async function refuseOverwriting({ existing, stateFolder }: TrainingJob): Promise<void> {
  if (existing !== "refuse") return;
  const path = join(stateFolder, "training-state.json");
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new UsageError(
    "TRAINING_OUTPUT_EXISTS",
    `Expected a folder without a training run, got ${path}`,
    { hint: "Use --resume to go on with that run, or train into another folder" },
  );
}

function tokenize(job: TrainingJob, start: ModelStart, context: CommandContext) {
  const tokenizer = makeBertTokenizer(start.vocabulary, { casing: start.casing });
  const maxLength = Math.min(512, start.store.config.maxPositionEmbeddings);
  const sets = { train: job.train, dev: job.dev };
  const made = Object.entries(sets).map(([name, reports]) => {
    const { examples, counts } = makeExamples(reports, tokenizer, maxLength);
    if (0 < counts.truncated) {
      context.note(
        `${counts.truncated} reports of the ${name} set were cut at ${maxLength} tokens`,
      );
    }
    if (0 < counts.empty) context.note(`${counts.empty} reports of the ${name} set are empty`);
    return examples;
  });
  const [trainExamples = [], devExamples = []] = made;
  return { train: trainExamples, dev: devExamples };
}

function describeStart(
  job: TrainingJob,
  { store, heads, adamStep }: ModelStart,
  stepsDone: number,
  context: CommandContext,
): void {
  const { numHiddenLayers, hiddenSize, vocabSize } = store.config;
  const weights = job.from ?? "random weights";
  context.note(
    `${job.train.length} reports to train on, ${job.dev.length} in the dev set; ${weights}: ${numHiddenLayers} layers of width ${hiddenSize}, ${vocabSize} words, ${heads} heads`,
  );
  if (0 < adamStep) context.note(`Going on with Adam's state after ${adamStep} steps`);
  if (0 < stepsDone) context.note(`Resuming after step ${stepsDone}`);
}
