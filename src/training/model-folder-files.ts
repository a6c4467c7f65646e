/**
 * @file Checkpoints of `chexbert train`: the output folder is the best model, ready to label with;
 * `training/` inside it holds what a resumed run needs.
 */
import { join } from "node:path";
import { formatBertConfig } from "../bert/bert-config.ts";
import { makeFolder } from "../checkpoints/write-file.ts";
import { writeModelFolder } from "../checkpoints/write-model-folder.ts";
import type { ModelStart } from "./model-start.ts";
import { type RunIdentity, snapshotTensors, writeSavedState } from "./saved-state.ts";
import type { CheckpointFiles } from "./trainer.ts";

/** The folder inside an output folder that a run is resumed from. */
export function trainingFolder(outputFolder: string): string {
  return join(outputFolder, "training");
}

/** Opens an output folder for the checkpoints of a run: the best model, and what a resumed run needs. */
export async function openModelFolderFiles(
  folder: string,
  start: Pick<ModelStart, "vocabulary" | "casing">,
  identity: RunIdentity,
): Promise<CheckpointFiles> {
  await makeFolder(trainingFolder(folder));
  return {
    async saveBest({ store }) {
      await writeModelFolder(folder, {
        config: formatBertConfig(store.config),
        tensors: snapshotTensors(store),
        vocabulary: start.vocabulary.entries,
        doLowerCase: start.casing === "uncased",
      });
      return folder;
    },
    saveLast: (snapshot) => writeSavedState(trainingFolder(folder), snapshot, identity),
  };
}
