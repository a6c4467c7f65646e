/**
 * @file A checkpoint as a labeler: the entry, which loads nothing until a model is asked for.
 *
 * Most users of the package label by rules and should not wait for the modules of the model.
 */
import { fileURLToPath } from "node:url";
import type { TextCleaning } from "../text/clean-text.ts";
import type { LongReports } from "../tokenizer/long-reports.ts";
import type { BertLabeler } from "./bert-labeler.ts";

/** How a checkpoint is loaded and reports are read. */
export interface LoadLabelerOptions {
  /**
   * Where to run: `auto`, `cpu`, `cuda`, `cuda:N`, `webgpu`, `coreml` or `dml`. `auto` takes every
   * accelerator that is there, else the CPU.
   *
   * @default "auto"
   */
  readonly device?: string;
  /** Cores to use on the CPU. @default all of them */
  readonly threads?: number;
  /** Most padded tokens in a batch. @default 512 on the CPU, 16384 elsewhere */
  readonly batchTokens?: number;
  /** Most reports in a batch. @default no limit */
  readonly batchSize?: number;
  /** What happens to a report of more tokens than the model reads. @default "truncate" */
  readonly long?: LongReports;
  /** Which of the original's two text cleanings is used. @default "batch" */
  readonly cleaning?: TextCleaning;
  /** A `vocab.txt` instead of the model folder's own or BERT-base uncased. */
  readonly vocabularyFile?: string;
  /** Adds the hidden state at `[CLS]` to every label set. @default false */
  readonly withVectors?: boolean;
  /**
   * `caller` runs the model in the calling thread, which it then blocks, on one core.
   *
   * @default "workers"
   */
  readonly place?: "workers" | "caller";
}

/** The folder of the model that ships with the package; see the model card in it. */
export const COMPACT_MODEL: string = fileURLToPath(
  new URL("../../models/chexbert-compact", import.meta.url),
);

/**
 * Loads a CheXbert checkpoint: a `.pth` file of any age, a safetensors file or a model folder; by
 * default the compact model that ships with the package.
 *
 * @throws FormatError when the checkpoint is damaged, incomplete or of another model.
 * @throws RuntimeError when the device is not there or the native library does not load.
 * @example
 * ```ts
 * await using labeler = await loadLabeler("chexbert.pth", { device: "cpu" });
 * const [labels] = await labeler.label(["No effusion. Mild cardiomegaly."]);
 * labels?.["Cardiomegaly"].probabilities;
 * ```
 */
export async function loadLabeler(
  path: string = COMPACT_MODEL,
  options: LoadLabelerOptions = {},
): Promise<BertLabeler> {
  const { openBertLabeler } = await import("./open-bert-labeler.ts");
  return openBertLabeler(path, options);
}
