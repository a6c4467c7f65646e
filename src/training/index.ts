/**
 * @file `chexbert/training`: train a labeler from reports with labels, as an iterator of events.
 */
export {
  type AugmentableReport,
  type Augmentation,
  type AugmentedReport,
  augmentReports,
  type Paraphrase,
} from "./augment.ts";
export {
  type CheckedReport,
  type ClassCounts,
  type RepeatedRow,
  type SetSummary,
  sharedRows,
  summarizeSet,
} from "./check-examples.ts";
export type { DevScores, ObservationScores } from "./dev-scores.ts";
export {
  type ExampleCounts,
  hashExamples,
  type LabeledReport,
  makeExamples,
} from "./make-examples.ts";
export { openModelFolderFiles, trainingFolder } from "./model-folder-files.ts";
export { loadModelStart, type ModelStart, type ModelStartOptions } from "./model-start.ts";
export { type RunIdentity, readSavedState } from "./saved-state.ts";
export { openTorchFiles } from "./torch-files.ts";
export {
  parseTrainConfig,
  TRAIN_PRESETS,
  type TrainConfig,
  type TrainPreset,
  trainConfigJsonSchema,
} from "./train-config.ts";
export type {
  BestEvaluation,
  CheckpointSavedEvent,
  EpochEvent,
  EvaluatedEvent,
  FinishedEvent,
  StartedEvent,
  StepEvent,
  TrainEvent,
  TrainPlace,
} from "./train-event.ts";
export {
  type CheckpointFiles,
  type TrainProgress,
  type TrainRun,
  type TrainSnapshot,
  train,
} from "./trainer.ts";
export type { TrainingExample } from "./training-example.ts";
