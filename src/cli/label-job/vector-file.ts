/**
 * @file `--embeddings FILE.npy`: the `[CLS]` vectors, one row per report of the output.
 */
import { InternalError } from "../../base/errors.ts";
import type { LabeledReport } from "../../reports/label-reports.ts";
import { NPY_HEADER_BYTES, npyHeader, npyRows } from "../../reports/npy.ts";
import { openPartialFile, type PartialFile } from "./partial-file.ts";

export interface VectorFile extends Omit<PartialFile, "append" | "overwriteStart"> {
  append(labeled: readonly LabeledReport[]): Promise<void>;
}

/** Where the file goes and how wide its rows are. */
export interface VectorTarget {
  readonly path: string;
  /** The path as the user gave it. */
  readonly name: string;
  readonly hiddenSize: number;
}

/** Opens the file at a length; `undefined` when it is shorter than that. */
export async function openVectorFile(
  { path, name, hiddenSize }: VectorTarget,
  length: number,
): Promise<VectorFile | undefined> {
  const file = await openPartialFile(path, name, length);
  if (file === undefined) return undefined;
  if (length === 0) await file.append(npyHeader(0, hiddenSize));
  return {
    get byteCount() {
      return file.byteCount;
    },
    append: (labeled) => file.append(npyRows(labeled.map(({ labels }) => vectorOf(labels.vector)))),
    flush: file.flush,
    async finish() {
      const rowCount = (file.byteCount - NPY_HEADER_BYTES) / (hiddenSize * 4);
      await file.overwriteStart(npyHeader(rowCount, hiddenSize));
      await file.finish();
    },
    close: file.close,
    remove: file.remove,
  };
}

function vectorOf(vector: Float32Array | undefined): Float32Array {
  if (vector !== undefined) return vector;
  throw new InternalError("INTERNAL_BUG", "Expected a vector for every report, got none");
}
