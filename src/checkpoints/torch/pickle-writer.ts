/**
 * @file Writes the pickles of checkpoints: protocol 2, only names that
 * `torch.load(weights_only=True)` permits.
 */
import { elementCount, rowMajorStrides } from "../tensor-info.ts";

/** Data to pickle. Python tells whole numbers and floats apart, so numbers say which they are. */
export type WritableValue =
  | null
  | boolean
  | string
  | { readonly int: number }
  | { readonly float: number }
  | { readonly tuple: readonly WritableValue[] }
  | { readonly list: readonly WritableValue[] }
  | { readonly dict: readonly (readonly [WritableValue, WritableValue])[] }
  | { readonly orderedDict: readonly (readonly [WritableValue, WritableValue])[] }
  | { readonly tensor: WritableStorage };

/** A dense float32 tensor that has a storage of its own. */
export interface WritableStorage {
  readonly key: string;
  readonly shape: readonly number[];
}

/** Formats a value as a pickle. */
export function formatPickle(value: WritableValue): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x80, 2)];
  write(parts, value);
  parts.push(ascii("."));
  return Buffer.concat(parts);
}

function write(parts: Uint8Array[], value: WritableValue): void {
  if (value === null) parts.push(ascii("N"));
  else if (value === true) parts.push(Uint8Array.of(0x88));
  else if (value === false) parts.push(Uint8Array.of(0x89));
  else if (typeof value === "string") writeText(parts, value);
  else if ("int" in value) parts.push(formatInteger(value.int));
  else if ("float" in value) parts.push(formatFloat(value.float));
  else if ("tuple" in value) writeItems(parts, "(", value.tuple, "t");
  else if ("list" in value) writeItems(parts, "](", value.list, "e");
  else if ("dict" in value) writeItems(parts, "}(", value.dict.flat(), "u");
  else if ("orderedDict" in value) {
    writeItems(parts, "ccollections\nOrderedDict\n)R(", value.orderedDict.flat(), "u");
  } else writeTensor(parts, value.tensor);
}

function writeItems(
  parts: Uint8Array[],
  open: string,
  items: readonly WritableValue[],
  close: string,
): void {
  parts.push(ascii(open));
  for (const item of items) write(parts, item);
  parts.push(ascii(close));
}

function writeTensor(parts: Uint8Array[], { key, shape }: WritableStorage): void {
  const sizes = (values: readonly number[]): WritableValue => ({
    tuple: values.map((int) => ({ int })),
  });
  parts.push(ascii("ctorch._utils\n_rebuild_tensor_v2\n(("));
  writeText(parts, "storage");
  parts.push(ascii("ctorch\nFloatStorage\n"));
  writeText(parts, key);
  writeText(parts, "cpu");
  parts.push(formatInteger(elementCount(shape)), ascii("tQ"), formatInteger(0));
  write(parts, sizes(shape));
  write(parts, sizes(rowMajorStrides(shape)));
  write(parts, false);
  write(parts, { orderedDict: [] });
  parts.push(ascii("tR"));
}

function writeText(parts: Uint8Array[], text: string): void {
  const bytes = Buffer.from(text, "utf8");
  const head = Buffer.alloc(5);
  head.write("X", 0, "latin1");
  head.writeUInt32LE(bytes.length, 1);
  parts.push(head, bytes);
}

/** BININT, or LONG1 of eight bytes above 31 bits. */
function formatInteger(value: number): Uint8Array {
  const isSmall = -(2 ** 31) <= value && value < 2 ** 31;
  const bytes = Buffer.alloc(isSmall ? 5 : 10);
  if (isSmall) {
    bytes.write("J", 0, "latin1");
    bytes.writeInt32LE(value, 1);
  } else {
    bytes.set([0x8a, 8]);
    bytes.writeBigInt64LE(BigInt(value), 2);
  }
  return bytes;
}

/** BINFLOAT is big-endian. */
function formatFloat(value: number): Uint8Array {
  const bytes = Buffer.alloc(9);
  bytes.write("G", 0, "latin1");
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}
