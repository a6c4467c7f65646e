/**
 * @file Checkpoints of the drop-in command: `.pth` files in one folder, named as the original names
 * them, each with Adam's state, and the last one, which includes every step.
 */
import { join } from "node:path";
import { makeFolder } from "../checkpoints/write-file.ts";
import { type RunIdentity, writeSavedState, writeSnapshotCheckpoint } from "./saved-state.ts";
import type { CheckpointFiles } from "./trainer.ts";

/** Opens a folder for `.pth` checkpoints of a run. */
export async function openTorchFiles(
  folder: string,
  identity: RunIdentity,
): Promise<CheckpointFiles> {
  await makeFolder(folder);
  return {
    async saveBest(snapshot) {
      const { epoch, iteration } = snapshot.place;
      const path = join(folder, `model_epoch${epoch}_iter${iteration}.pth`);
      await writeSnapshotCheckpoint(path, snapshot, identity.config);
      return path;
    },
    saveLast: (snapshot) => writeSavedState(folder, snapshot, identity),
  };
}
