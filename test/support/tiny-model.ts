/**
 * @file A tiny model folder and tables of invented words to train it with.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../src/base/seeded-random.ts";
import { formatBertConfig } from "../../src/bert/bert-config.ts";
import { writeModelFolder } from "../../src/checkpoints/write-model-folder.ts";
import { OBSERVATIONS } from "../../src/labels/observations.ts";
import { snapshotTensors } from "../../src/training/saved-state.ts";
import { tinyStore } from "./tiny-training.ts";

/** The 99 entries of the vocabulary: special tokens, then `w5` and so on. */
export const TINY_VOCABULARY: readonly string[] = [
  "[PAD]",
  "[UNK]",
  "[CLS]",
  "[SEP]",
  "[MASK]",
  ...Array.from({ length: 94 }, (_, i) => `w${i + 5}`),
];

/** Writes a model folder with the parameters of the training fixture. */
export async function writeTinyModel(folder: string): Promise<void> {
  const store = tinyStore();
  const tensors = snapshotTensors(store);
  await writeModelFolder(folder, {
    config: formatBertConfig(store.config),
    tensors,
    vocabulary: TINY_VOCABULARY,
    doLowerCase: true,
  });
}

/** Writes a table of reports of random words; what the labels are depends on the words. */
export function writeTinyTable(folder: string, name: string, rows: number, seed: number): void {
  const random = seededRandom(seed);
  const values = ["", "1", "0", "-1"];
  const lines = Array.from({ length: rows }, (_, row) => {
    const words = Array.from({ length: 1 + random.below(12) }, () => 5 + random.below(94));
    const labels = OBSERVATIONS.map((observation, i) => {
      const word = words[i % words.length] ?? 0;
      return values[word % (observation === "No Finding" ? 2 : 4)];
    });
    return [`r${row}`, words.map((word) => `w${word}`).join(" "), ...labels].join(",");
  });
  const header = ["id", "Report Impression", ...OBSERVATIONS].join(",");
  writeFileSync(join(folder, name), `${[header, ...lines].join("\n")}\n`);
}
