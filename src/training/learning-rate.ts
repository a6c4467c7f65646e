/**
 * @file The course of the learning rate: linear warm-up, then constant or linear decay to zero.
 */
import type { TrainConfig } from "./train-config.ts";

/** Returns the learning rate of a step, counted from 1. */
export function learningRateAt(
  step: number,
  totalSteps: number,
  config: Pick<TrainConfig, "learningRate" | "warmup" | "decay">,
): number {
  const warmupSteps = Math.round(config.warmup * totalSteps);
  if (step <= warmupSteps) return (config.learningRate * step) / warmupSteps;
  if (config.decay === "none") return config.learningRate;
  // The last step still moves: it is one part above zero.
  return (config.learningRate * (totalSteps + 1 - step)) / (totalSteps + 1 - warmupSteps);
}
