/**
 * @file Writes safetensors: float32 in the order given, then the whole numbers of int8 matrices,
 * whose lengths need no multiple of 4.
 */
import { InternalError } from "../base/errors.ts";
import { quantizeRows, ROW_SCALES_SUFFIX } from "./row-scales.ts";
import { elementCount } from "./tensor-info.ts";
import { valueBytes, type WritableTensor } from "./tensor-writer.ts";
import { writeWholeFile } from "./write-file.ts";

/** Writes a file that {@link readSafetensors} and every other reader of the format takes. */
export async function writeSafetensors(
  path: string,
  tensors: readonly WritableTensor[],
): Promise<void> {
  const parts = storedParts(tensors);
  await writeWholeFile(path, async (append) => {
    await append(formatHeader(parts));
    for (const part of parts) await append(await part.readBytes());
  });
}

/** A tensor as the file names it. */
interface StoredPart {
  readonly name: string;
  readonly dtype: "F32" | "I8";
  readonly shape: readonly number[];
  readBytes(): Promise<Uint8Array>;
}

function storedParts(tensors: readonly WritableTensor[]): StoredPart[] {
  const floats: StoredPart[] = [];
  const integers: StoredPart[] = [];
  for (const tensor of tensors) {
    const { name, shape, storage = "float32" } = tensor;
    if (storage === "float32") {
      const readBytes = async () => valueBytes(await readWhole(tensor));
      floats.push({ name, dtype: "F32", shape, readBytes });
      continue;
    }
    const [rows = 0, rowLength = 0] = shape;
    const quantize = async () => quantizeRows(await readWhole(tensor), rowLength);
    floats.push({
      name: `${name}${ROW_SCALES_SUFFIX}`,
      dtype: "F32",
      shape: [rows],
      readBytes: async () => valueBytes((await quantize()).scales),
    });
    integers.push({
      name,
      dtype: "I8",
      shape,
      readBytes: async () => new Uint8Array((await quantize()).integers.buffer),
    });
  }
  return [...floats, ...integers];
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

function formatHeader(parts: readonly StoredPart[]): Uint8Array {
  let offset = 0;
  const entries = parts.map(({ name, dtype, shape }): [string, unknown] => {
    const start = offset;
    offset += (dtype === "F32" ? 4 : 1) * elementCount(shape);
    return [name, { dtype, shape, data_offsets: [start, offset] }];
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
