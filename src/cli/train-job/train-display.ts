/**
 * @file A training run on the terminal: a bar with loss, speed and time left; a line per evaluation.
 */
import type { TrainConfig } from "../../training/train-config.ts";
import type { BestEvaluation, TrainEvent } from "../../training/train-event.ts";
import type { CommandContext } from "../context.ts";
import { type Progress, startProgress } from "../terminal/progress.ts";

export interface TrainDisplay {
  show(event: TrainEvent): Promise<void>;
  stop(): Promise<void>;
}

/** Prepares the display; the bar starts with the run. */
export function startTrainDisplay(context: CommandContext): TrainDisplay {
  let progress: Progress | undefined;
  let reportsPerEpoch = 0;
  let reportsPerStep = 0;
  let smoothedLoss: number | undefined;
  return {
    async show(event) {
      switch (event.type) {
        case "started": {
          reportsPerEpoch = event.trainReports;
          reportsPerStep = event.trainReports / event.stepsPerEpoch;
          const total = Math.round(event.totalSteps * reportsPerStep);
          progress = await startProgress(
            context,
            total,
            Math.round(event.stepsDone * reportsPerStep),
          );
          return;
        }
        case "step": {
          // A moving average over about 50 steps: single batches jump.
          smoothedLoss =
            smoothedLoss === undefined ? event.loss : 0.98 * smoothedLoss + 0.02 * event.loss;
          const remark = `step ${event.step}, loss ${smoothedLoss.toFixed(3)}`;
          progress?.update({ done: Math.round(event.step * reportsPerStep), remark });
          return;
        }
        case "evaluated": {
          const { kappa, weightedF1, loss } = event.scores;
          context.note(
            `step ${event.step}, epoch ${event.epoch}: dev loss ${loss.toFixed(3)}, mean kappa ${shown(kappa)}, mean weighted F1 ${shown(weightedF1)}${event.isBest ? ", best so far" : ""}`,
          );
          return;
        }
        case "checkpointSaved":
          context.detail(`step ${event.step}: saved ${event.kind} to ${event.path}`);
          return;
        case "epoch":
          context.detail(
            `epoch ${event.epoch}: ${reportsPerEpoch} reports, mean loss ${event.meanLoss.toFixed(3)}`,
          );
          return;
        case "finished":
          return;
        default:
          return event satisfies never;
      }
    },
    stop: async () => progress?.[Symbol.asyncDispose](),
  };
}

/** The score of the best evaluation, by what selects it. */
export function formatBest({ score }: BestEvaluation, selection: TrainConfig["selection"]): string {
  if (!Number.isFinite(score)) return `${selection} undefined`;
  // Scores grow with quality, so a loss stands there with a minus sign.
  return `${selection} ${(selection === "loss" ? -score : score).toFixed(4)}`;
}

function shown(score: number): string {
  return Number.isNaN(score) ? "undefined" : score.toFixed(4);
}
