import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  temporaryFolder,
  tinyConfig,
  tinyExamples,
  tinyStore,
} from "../../test/support/tiny-training.ts";
import { RuntimeError } from "../base/errors.ts";
import type { ParameterStore } from "./parameter-store.ts";
import { readSavedState, writeSavedState } from "./saved-state.ts";
import { parseTrainConfig, type TrainConfig } from "./train-config.ts";
import type { TrainEvent } from "./train-event.ts";
import { type CheckpointFiles, type TrainRun, type TrainSnapshot, train } from "./trainer.ts";

const TRAIN = tinyExamples(14, 1);
const DEV = tinyExamples(5, 2);

test("an epoch has every report once, and its last batch may be smaller", async () => {
  const events = await collect(run({ config: tinyConfig({ epochs: 2 }) }));
  const steps = events.filter((event) => event.type === "step");

  expect(steps.map(({ epoch, iteration, reportCount }) => [epoch, iteration, reportCount])).toEqual(
    [1, 2].flatMap((epoch) => [
      [epoch, 1, 4],
      [epoch, 2, 4],
      [epoch, 3, 4],
      [epoch, 4, 2],
    ]),
  );
});

test("the loss falls on what can be learned", async () => {
  const config = tinyConfig({ epochs: 25, learningRate: 5e-3, dropout: 0, patience: null });

  const losses = (await collect(run({ config })))
    .filter((event) => event.type === "epoch")
    .map(({ meanLoss }) => meanLoss);

  expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 2);
});

test("evaluates within and at the end of epochs, and keeps the best and the last", async () => {
  const saved: string[] = [];
  const files = recordingFiles(saved);
  const config = tinyConfig({ epochs: 1, evaluateEverySteps: 3 });

  const events = await collect(run({ config, files }));

  const evaluated = events.filter((event) => event.type === "evaluated");
  expect(evaluated.map(({ step }) => step)).toEqual([3, 4]);
  expect(saved).toContain("best 3");
  expect(saved.at(-1)).toBe("last 4");
});

test("the original's recipe evaluates and saves a small set, also when kappa is undefined or zero", async () => {
  const saved: string[] = [];
  const config = parseTrainConfig("chexbert-2020", { epochs: 2, threads: 1 });
  // Two equal reports: every observation has one class on each side, so kappa is 0/0 or 0.
  const dev = DEV.slice(0, 1).flatMap((report) => [report, report]);

  const events = await collect(run({ config, dev, files: recordingFiles(saved) }));

  const kappas = events.flatMap((event) =>
    event.type === "evaluated" ? [event.scores.kappa || 0] : [],
  );
  expect(kappas).toEqual([0, 0]);
  expect(saved).toContain("best 1");
  expect(saved.at(-1)).toBe("last 2");
});

test("without a dev set the last weights are the best", async () => {
  const saved: string[] = [];

  await collect(
    run({ config: tinyConfig({ maxSteps: 2 }), dev: [], files: recordingFiles(saved) }),
  );

  expect(saved).toEqual(["last 2", "best 2"]);
});

test("stops when evaluations do not improve", async () => {
  // A learning rate that changes nothing: the first evaluation stays the best.
  const config = tinyConfig({ epochs: 50, learningRate: 1e-30, patience: 3 });

  const events = await collect(run({ config }));

  expect(events.at(-1)).toMatchObject({ type: "finished", reason: "no improvement", epoch: 4 });
});

test("a loss that is not finite stops the run and leaves the state saved before it", async () => {
  const saved: string[] = [];
  // One step of this size makes numbers whose products overflow.
  const config = tinyConfig({ learningRate: 1e30, warmup: 0.5, decay: "none", clipNorm: null });

  const training = collect(run({ config, files: recordingFiles(saved) }));

  await expect(training).rejects.toThrow(RuntimeError);
  await expect(training).rejects.toMatchObject({ code: "TRAINING_NOT_FINITE" });
  expect(saved).toEqual([]);
});

test("an interrupted run saves its state and ends with the reason", async () => {
  const saved: string[] = [];

  const end = await stopAfter(2, run({ files: recordingFiles(saved) }));

  expect(end).toBe("interrupted");
  expect(saved).toEqual(["last 2"]);
});

test.each([3, 4])("resumed after step %i, the numbers are the same to the bit", async (step) => {
  const config = tinyConfig({ epochs: 2, evaluateEverySteps: 2 });
  const whole = run({ config });
  await collect(whole);
  const folder = await temporaryFolder();
  const identity = { config, dataSha256: "same" };
  const first = run({
    config,
    files: {
      saveBest: async () => "",
      saveLast: (snapshot) => writeSavedState(folder, snapshot, identity),
    },
  });
  await stopAfter(step, first);

  const store = tinyStore();
  const progress = await readSavedState(folder, store, identity);
  await collect(run({ config, store, ...(progress && { progress }) }));

  expect(progress?.step).toBe(step);
  expect(await readdir(folder)).toEqual([`model_last_step${step}.pth`, "training-state.json"]);
  expect(allNumbers(store)).toEqual(allNumbers(whole.store));
});

test("a state of other data or another recipe is refused", async () => {
  const folder = await temporaryFolder();
  const config = tinyConfig();
  const identity = { config, dataSha256: "same" };
  const files: CheckpointFiles = {
    saveBest: async () => "",
    saveLast: (snapshot) => writeSavedState(folder, snapshot, identity),
  };
  await collect(run({ config: { ...config, maxSteps: 1 }, files }));

  const read = (config: TrainConfig, dataSha256: string) =>
    readSavedState(folder, tinyStore(), { config, dataSha256 });

  await expect(read(config, "other")).rejects.toMatchObject({ code: "TRAINING_STATE_DIFFERS" });
  await expect(read({ ...config, seed: 9 }, "same")).rejects.toThrow("training.seed 0");
  await expect(read({ ...config, threads: 7 }, "same")).resolves.toMatchObject({ step: 1 });
});

function run(changes: Partial<TrainRun> = {}): TrainRun {
  return {
    config: tinyConfig(),
    store: tinyStore(),
    train: TRAIN,
    dev: DEV,
    files: recordingFiles([]),
    padId: 0,
    threads: 1,
    now: () => 0,
    ...changes,
  };
}

function recordingFiles(saved: string[]): CheckpointFiles {
  const record = (kind: string) => async (snapshot: TrainSnapshot) => {
    saved.push(`${kind} ${snapshot.progress.step}`);
    return kind;
  };
  return { saveBest: record("best"), saveLast: record("last") };
}

async function collect(trainRun: TrainRun): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of train(trainRun)) events.push(event);
  return events;
}

/** Interrupts a run after a step. */
async function stopAfter(step: number, trainRun: TrainRun): Promise<unknown> {
  const controller = new AbortController();
  const reason = new Error("stop");
  try {
    for await (const event of train({ ...trainRun, signal: controller.signal })) {
      if (event.type === "step" && event.step === step) controller.abort(reason);
    }
  } catch (error) {
    return error === reason ? "interrupted" : error;
  }
  return "finished";
}

function allNumbers(store: ParameterStore): string {
  const hash = createHash("sha256");
  for (const { weights, firstMoments, secondMoments } of store.trained.values()) {
    hash.update(weights).update(firstMoments).update(secondMoments);
  }
  return hash.digest("hex");
}
