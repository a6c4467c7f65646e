/**
 * @file `--html`: the metrics of a run, resumed parts included, as a page.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type PageEvaluation, trainingPage } from "../../charts/training-page.ts";
import { writeWholeFile } from "../../checkpoints/write-file.ts";
import { OBSERVATIONS, type Observation } from "../../labels/observations.ts";
import type { TrainConfig } from "../../training/train-config.ts";

const score = z.number().nullable();
const scores = z.object({ kappa: score, weighted_f1: score });
const LINE = z.union([
  z.object({ event: z.literal("step"), step: z.int(), loss: z.number() }),
  z.object({
    event: z.literal("evaluated"),
    step: z.int(),
    is_best: z.boolean(),
    scores: scores.extend({ loss: z.number(), observations: z.record(z.string(), scores) }),
  }),
  z.object({ event: z.enum(["started", "epoch", "finished"]) }),
]);

export interface TrainingReport {
  readonly title: string;
  readonly metricsFile: string;
  readonly config: TrainConfig;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** Writes the page. */
export async function writeTrainingReport(path: string, report: TrainingReport): Promise<void> {
  const text = await readFile(report.metricsFile, "utf8");
  const lines = text.split("\n").filter(Boolean);
  const events = lines.map((line) => LINE.parse(JSON.parse(line)));
  const evaluated = events.filter((event) => event.event === "evaluated");
  const page = trainingPage({
    title: report.title,
    losses: events.flatMap((event) =>
      event.event === "step" ? [{ step: event.step, value: event.loss }] : [],
    ),
    evaluations: evaluated.map(({ step, scores: own }) => ({
      step,
      loss: own.loss,
      kappa: own.kappa,
      weightedF1: own.weighted_f1,
      observations: observationScores(own.observations),
    })),
    bestStep: evaluated.findLast((event) => event.is_best)?.step,
    facts: report.facts,
    recipe: Object.entries(report.config).map(([key, value]) => [key, String(value)] as const),
  });
  await writeWholeFile(path, (append) => append(new TextEncoder().encode(page)));
}

function observationScores(
  given: Readonly<Record<string, z.infer<typeof scores>>>,
): PageEvaluation["observations"] {
  const entries = OBSERVATIONS.map((name) => {
    const own = given[name];
    return [name, { kappa: own?.kappa ?? null, weightedF1: own?.weighted_f1 ?? null }] as const;
  });
  return Object.fromEntries(entries) as Record<Observation, (typeof entries)[number][1]>; // One each.
}
