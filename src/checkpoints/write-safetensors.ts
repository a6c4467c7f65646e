/**
 * @file Writes safetensors: float32, in the order given, data aligned to 8 bytes.
 */
import { InternalError } from "../base/errors.ts";
import { elementCount } from "./tensor-info.ts";
import { valueBytes, type WritableTensor } from "./tensor-writer.ts";
import { writeWholeFile } from "./write-file.ts";

/** Writes a file that {@link readSafetensors} and every other reader of the format takes. */
export async function writeSafetensors(
  path: string,
  tensors: readonly WritableTensor[],
): Promise<void> {
  await writeWholeFile(path, async (append) => {
    await append(formatHeader(tensors));
    for (const tensor of tensors) await append(valueBytes(await readWhole(tensor)));
  });
}

/** Reads the values and checks their count, on which every offset in the file depends. */
export async function readWhole(tensor: WritableTensor): Promise<Float32Array> {
  const values = await tensor.read();
  if (values.length === elementCount(tensor.shape)) return values;
  throw new InternalError(
    "TENSOR_SIZE",
    `Expected ${elementCount(tensor.shape)} values of tensor ${tensor.name}, got ${values.length}`,
  );
}

function formatHeader(tensors: readonly WritableTensor[]): Uint8Array {
  let offset = 0;
  const entries = tensors.map(({ name, shape }): [string, unknown] => {
    const start = offset;
    offset += 4 * elementCount(shape);
    return [name, { dtype: "F32", shape, data_offsets: [start, offset] }];
  });
  // `format` is what Hugging Face's loaders look for.
  const json = JSON.stringify({ __metadata__: { format: "pt" }, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(json);
  // The format allows trailing spaces; they bring the first tensor to a multiple of 8.
  const headerBytes = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerBytes).fill(0x20);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.set(text, 8);
  return bytes;
}
