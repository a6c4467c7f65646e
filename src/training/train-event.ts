/**
 * @file What a training run tells while it goes on.
 */
import type { DevScores } from "./dev-scores.ts";

/** Where a run is. Steps, epochs and iterations are counted from 1. */
export interface TrainPlace {
  readonly step: number;
  readonly epoch: number;
  /** Steps of this epoch so far. */
  readonly iteration: number;
}

/** The run begins or goes on. */
export interface StartedEvent {
  readonly type: "started";
  /** Steps that a resumed run has behind it. */
  readonly stepsDone: number;
  readonly totalSteps: number;
  readonly stepsPerEpoch: number;
  readonly trainReports: number;
  readonly devReports: number;
}

/** The optimizer made one step. */
export interface StepEvent extends TrainPlace {
  readonly type: "step";
  readonly loss: number;
  readonly learningRate: number;
  /** Norm of all gradients before clipping; absent when nothing is clipped. */
  readonly gradientNorm?: number;
  readonly reportCount: number;
  readonly tokenCount: number;
}

/** The dev set was scored. */
export interface EvaluatedEvent extends TrainPlace {
  readonly type: "evaluated";
  readonly scores: DevScores;
  readonly isBest: boolean;
}

/** An epoch is over. */
export interface EpochEvent extends TrainPlace {
  readonly type: "epoch";
  /** Mean loss of the steps of this epoch that ran in this process. */
  readonly meanLoss: number;
}

/** A checkpoint is on the disk. */
export interface CheckpointSavedEvent extends TrainPlace {
  readonly type: "checkpointSaved";
  readonly kind: "best" | "last";
  readonly path: string;
}

/** The run is over. */
export interface FinishedEvent extends TrainPlace {
  readonly type: "finished";
  readonly reason: "completed" | "no improvement";
  /** The best evaluation; absent without a dev set. */
  readonly best?: BestEvaluation;
}

/** The evaluation that selects the best model so far, and where the run was. */
export interface BestEvaluation extends TrainPlace {
  /** The measure that selects; larger is better. */
  readonly score: number;
}

/** What a run tells while it goes on. */
export type TrainEvent =
  | StartedEvent
  | StepEvent
  | EvaluatedEvent
  | EpochEvent
  | CheckpointSavedEvent
  | FinishedEvent;
