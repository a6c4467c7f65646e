/**
 * @file `chexbert/checkpoints`: `.pth` files, safetensors and model folders, read and written
 * without executing anything.
 */
export { type ByteSource, memorySource } from "../base/byte-source.ts";
export type { AdamMoments, AdamParameterGroup, AdamState } from "./adam-state.ts";
export type { Checkpoint, CheckpointContainer, CheckpointMetadata } from "./checkpoint.ts";
export { openFileSource } from "./file-source.ts";
export { openCheckpoint } from "./open-checkpoint.ts";
export type { TensorDtype, TensorInfo } from "./tensor-info.ts";
export { readTensorValues, tensorBlocks } from "./tensor-values.ts";
export { type WritableTensor, writableTensors } from "./tensor-writer.ts";
export {
  type TorchCheckpointContents,
  type WritableAdam,
  writeTorchCheckpoint,
} from "./torch/write-checkpoint.ts";
export { type ModelFolderContents, writeModelFolder } from "./write-model-folder.ts";
export { writeSafetensors } from "./write-safetensors.ts";
