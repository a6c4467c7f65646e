import { expect, test } from "vitest";
import { checkMutations, READER_FILES } from "../../test/support/hostile-checkpoints.ts";
import { memorySource } from "../base/byte-source.ts";
import { openCheckpoint } from "./open-checkpoint.ts";

test.each(READER_FILES)("a damaged %s gives a value or a format error", async (name, hotspots) => {
  await checkMutations(name, hotspots, 30);
});

/** A legacy checkpoint around a pickle. */
function legacy(pickle: string): Uint8Array {
  const magic = "\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.";
  const version = "\x80\x02M\xe9\x03.";
  const system = "\x80\x02}X\x0d\x00\x00\x00little_endian\x88s.";
  return Buffer.from(`${magic}${version}${system}${pickle}\x80\x02].`, "latin1");
}

async function codeOf(bytes: Uint8Array): Promise<unknown> {
  return openCheckpoint(memorySource("hostile.pth", bytes)).then(
    () => "opened",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
}

test.each([
  ["millions of empty dicts", `\x80\x02${"}".repeat(2_000_000)}.`, "TORCH_PICKLE_LIMIT"],
  ["a list that contains itself", "\x80\x02]q\x00h\x00a.", "CHECKPOINT_NO_STATE_DICT"],
  [
    "a dict that contains itself",
    "\x80\x02}q\x00X\x01\x00\x00\x00ah\x00s.",
    "CHECKPOINT_NO_STATE_DICT",
  ],
  ["a text of 4 GB", "\x80\x02X\xff\xff\xff\xffab.", "TORCH_PICKLE_FORMAT"],
  ["a number of 4 GB", "\x80\x02\x8b\xff\xff\xff\xff1.", "TORCH_PICKLE_FORMAT"],
  ["a memo entry that is not there", "\x80\x02h\x05.", "TORCH_PICKLE_FORMAT"],
  ["a key stored twice", "\x80\x02}(U\x01aK\x01U\x01aK\x02u.", "CHECKPOINT_DOUBLED_TENSOR"],
  ["an unknown opcode", "\x80\x02\xff.", "TORCH_PICKLE_FORMAT"],
  ["builtins eval", "\x80\x02cbuiltins\neval\n.", "TORCH_UNSUPPORTED_GLOBAL"],
  [
    "an import by STACK_GLOBAL",
    "\x80\x04\x8c\x02os\x8c\x06system\x93.",
    "TORCH_UNSUPPORTED_GLOBAL",
  ],
  ["a call of a storage type", "\x80\x02ctorch\nFloatStorage\n)R.", "TORCH_PICKLE_FORMAT"],
])("a pickle with %s ends in an error", async (_, pickle, code) => {
  expect(await codeOf(legacy(pickle))).toBe(code);
});

/** A pickled state dict with one tensor of the given numbers, over a storage of `count` floats. */
function oneTensor(
  count: number,
  [offset, size, stride]: readonly [number, number, number],
): string {
  const int = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    return `J${bytes.toString("latin1")}`;
  };
  const storage = `(U\x07storagectorch\nFloatStorage\nU\x010U\x03cpu${int(count)}NtQ`;
  const tensor = `ctorch._utils\n_rebuild_tensor_v2\n(${storage}${int(offset)}${int(size)}\x85${int(stride)}\x85\x89}tR`;
  return `\x80\x02}U\x01w${tensor}s.`;
}

test.each([
  ["beyond its storage", oneTensor(4, [0, 5, 1])],
  ["that starts beyond its storage", oneTensor(4, [4, 1, 1])],
  ["with a step beyond its storage", oneTensor(4, [0, 2, 100])],
  ["of a billion equal elements", oneTensor(4, [0, 1_000_000_000, 0])],
])("a tensor %s is out of range", async (_, pickle) => {
  expect(await codeOf(legacy(pickle))).toBe("TORCH_STORAGE_OUT_OF_RANGE");
});

test("a negative size is a format error", async () => {
  expect(await codeOf(legacy(oneTensor(4, [0, -1, 1])))).toBe("TORCH_PICKLE_FORMAT");
});

function safetensors(header: string, dataBytes = 16): Uint8Array {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
  return Buffer.concat([length, Buffer.from(header), Buffer.alloc(dataBytes)]);
}

const half = '{"dtype":"F32","shape":[2],"data_offsets":[0,8]}';

test.each([
  ["overlapping tensors", `{"a":${half},"b":${half}}`, "SAFETENSORS_OFFSET_OUT_OF_RANGE"],
  ["a hole", `{"a":${half}}`, "SAFETENSORS_OFFSET_OUT_OF_RANGE"],
  [
    "a tensor beyond the end",
    '{"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]}}',
    "SAFETENSORS_OFFSET_OUT_OF_RANGE",
  ],
  [
    "a shape of another size",
    '{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,16]}}',
    "SAFETENSORS_OFFSET_OUT_OF_RANGE",
  ],
  [
    "a name twice",
    `{"a":${half},"a":${half.replace("[0,8]", "[8,16]")}}`,
    "CHECKPOINT_DOUBLED_TENSOR",
  ],
  [
    "an unknown type",
    '{"a":{"dtype":"F8","shape":[16],"data_offsets":[0,16]}}',
    "SAFETENSORS_HEADER",
  ],
  [
    "a negative size",
    '{"a":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}}',
    "SAFETENSORS_HEADER",
  ],
  ["no JSON", "{nothing", "SAFETENSORS_HEADER"],
])("a safetensors file with %s is refused", async (_, header, code) => {
  expect(await codeOf(safetensors(header))).toBe(code);
});

test("a safetensors header of 2^60 bytes is refused without reading it", async () => {
  const bytes = safetensors(`{"a":${half}}`);
  new DataView(bytes.buffer, bytes.byteOffset).setBigUint64(0, 1n << 60n, true);

  expect(await codeOf(bytes)).toBe("SAFETENSORS_HEADER");
});
