/**
 * @file Writes our model folder: the layout of Hugging Face, readable by both [interop.md §7].
 */
import { join } from "node:path";
import type { WritableTensor } from "./tensor-writer.ts";
import { writeChecksums } from "./write-checksums.ts";
import { makeFolder, writeWholeFile } from "./write-file.ts";
import { writeSafetensors } from "./write-safetensors.ts";

/** What a model folder is written from. */
export interface ModelFolderContents {
  /** The object of `config.json`. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly tensors: readonly WritableTensor[];
  /** Entries of `vocab.txt` in id order; left out when `undefined`. */
  readonly vocabulary: readonly string[] | undefined;
  readonly doLowerCase: boolean;
}

/** Writes a model folder with checksums; makes the folder when there is none. */
export async function writeModelFolder(
  folder: string,
  contents: ModelFolderContents,
): Promise<void> {
  await makeFolder(folder);
  const files = ["config.json", "model.safetensors", "tokenizer_config.json"];
  await writeJson(join(folder, "config.json"), contents.config);
  await writeJson(join(folder, "tokenizer_config.json"), {
    do_lower_case: contents.doLowerCase,
    tokenizer_class: "BertTokenizer",
  });
  if (contents.vocabulary !== undefined) {
    files.push("vocab.txt");
    await writeText(join(folder, "vocab.txt"), `${contents.vocabulary.join("\n")}\n`);
  }
  await writeSafetensors(join(folder, "model.safetensors"), contents.tensors);
  await writeChecksums(folder, files);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeText(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

async function writeText(path: string, text: string): Promise<void> {
  await writeWholeFile(path, (append) => append(new TextEncoder().encode(text)));
}
