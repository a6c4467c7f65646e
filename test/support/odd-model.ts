/**
 * @file The odd model with a vocabulary, as a folder in a temporary folder.
 */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkpointPath } from "./checkpoint-fixtures.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A vocabulary of 99 entries in which the word `w42` has id 42. */
export const ODD_VOCABULARY: readonly string[] = [
  "[PAD]",
  "[UNK]",
  "[CLS]",
  "[SEP]",
  "[MASK]",
  ...Array.from({ length: 94 }, (_, index) => `w${index + 5}`),
];

export function oddModel() {
  const folder = temporaryFolder();
  cpSync(checkpointPath("folder-safetensors"), folder.path, { recursive: true });
  writeFileSync(join(folder.path, "vocab.txt"), `${ODD_VOCABULARY.join("\n")}\n`);
  return folder;
}
