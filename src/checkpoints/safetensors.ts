/**
 * @file The safetensors format: 8 bytes of header length, a JSON header, raw bytes.
 *
 * Every range is checked against the file, and ranges may neither overlap nor leave holes, so a
 * file shows every reader the same tensors. Source: the format's description in its README.
 */
import type { ByteSource } from "../base/byte-source.ts";
import { FormatError } from "../base/errors.ts";
import { printableName } from "../base/printable-name.ts";
import { countJsonKeys } from "./json-keys.ts";
import {
  DTYPE_BYTES,
  elementCount,
  rowMajorStrides,
  type TensorDtype,
  type TensorInfo,
} from "./tensor-info.ts";

/** Longest header that is read. BERT-base needs 25 kB; 25 MB of nested JSON take gigabytes to parse. */
const MAX_HEADER_BYTES = 2_000_000;

/** The names of element types in the header. */
export const SAFETENSORS_DTYPES: ReadonlyMap<string, TensorDtype> = new Map([
  ["F64", "float64"],
  ["F32", "float32"],
  ["F16", "float16"],
  ["BF16", "bfloat16"],
  ["I64", "int64"],
  ["I32", "int32"],
  ["I16", "int16"],
  ["I8", "int8"],
  ["U8", "uint8"],
  ["BOOL", "bool"],
]);

/** Reads the header: tensors by the name in the file, in the order of their bytes. */
export async function readSafetensors(source: ByteSource): Promise<Map<string, TensorInfo>> {
  const prefix = await source.read(0, 8);
  const headerBytes = Number(new DataView(prefix.buffer).getBigUint64(0, true));
  if (MAX_HEADER_BYTES < headerBytes) {
    throw wrongHeader(source, `at most ${MAX_HEADER_BYTES} bytes of header`, String(headerBytes));
  }
  const header = parseHeader(source, await source.read(8, headerBytes));
  const dataStart = 8 + headerBytes;
  const tensors = Object.entries(header)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, entry]) => parseEntry(source, { name, entry, dataStart }));
  tensors.sort((a, b) => a.byteOffset - b.byteOffset);
  checkCoverage(source, { tensors, dataStart });
  return new Map(tensors.map((tensor) => [tensor.name, tensor]));
}

function parseHeader(source: ByteSource, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let text: string;
  let header: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    header = JSON.parse(text);
  } catch (cause) {
    throw wrongHeader(source, "a JSON header", "other bytes", cause);
  }
  if (!isRecord(header)) throw wrongHeader(source, "a JSON object as header", "another value");
  // JSON.parse keeps the last of two equal names and would hide a tensor.
  if (countJsonKeys(text) !== Object.keys(header).length) {
    throw new FormatError(
      "CHECKPOINT_DOUBLED_TENSOR",
      `Expected every name once in the header of ${source.name}, got one twice`,
      { hint: "Write the file again with one name per tensor", place: { file: source.name } },
    );
  }
  return header;
}

function parseEntry(
  source: ByteSource,
  named: { readonly name: string; readonly entry: unknown; readonly dataStart: number },
): TensorInfo {
  const { name, entry, dataStart } = named;
  const { dtype: dtypeName, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  const dtype = SAFETENSORS_DTYPES.get(String(dtypeName));
  if (dtype === undefined || !isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) {
    throw wrongHeader(
      source,
      `dtype, shape and data_offsets of tensor ${printableName(name)}`,
      "another entry",
    );
  }
  const [start = 0, end = 0] = offsets;
  const byteLength = elementCount(shape) * DTYPE_BYTES[dtype];
  if (end - start !== byteLength || source.size < dataStart + end) {
    throw outOfRange(
      source,
      `${byteLength} bytes for tensor ${printableName(name)} inside ${source.size} bytes`,
      `bytes ${start} to ${end}`,
    );
  }
  return {
    name,
    dtype,
    shape,
    strides: rowMajorStrides(shape),
    source,
    byteOffset: dataStart + start,
    byteLength,
  };
}

function checkCoverage(
  source: ByteSource,
  layout: { readonly tensors: readonly TensorInfo[]; readonly dataStart: number },
): void {
  let end = layout.dataStart;
  for (const tensor of layout.tensors) {
    if (tensor.byteOffset !== end) {
      throw outOfRange(
        source,
        `tensor ${printableName(tensor.name)} at byte ${end}`,
        `${tensor.byteOffset}`,
      );
    }
    end += tensor.byteLength;
  }
  if (end !== source.size)
    throw outOfRange(source, `the last tensor to end at ${source.size}`, `${end}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length <= 8 &&
    value.every((item) => Number.isSafeInteger(item) && 0 <= item)
  );
}

function wrongHeader(
  source: ByteSource,
  expected: string,
  got: string,
  cause?: unknown,
): FormatError {
  return new FormatError(
    "SAFETENSORS_HEADER",
    `Expected ${expected} in ${source.name}, got ${got}`,
    {
      hint: "The file is damaged or no safetensors file",
      place: { file: source.name },
      ...(cause === undefined ? {} : { cause }),
    },
  );
}

function outOfRange(source: ByteSource, expected: string, got: string): FormatError {
  return new FormatError(
    "SAFETENSORS_OFFSET_OUT_OF_RANGE",
    `Expected ${expected} in ${source.name}, got ${got}`,
    { hint: "The file is cut short or damaged", place: { file: source.name } },
  );
}
