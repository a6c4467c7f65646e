/**
 * @file Writes small WebAssembly modules [WebAssembly Core 2.0]: loops over vectors of four floats.
 *
 * Numeric loops over hundreds of megabytes are four times as fast with SIMD as in plain
 * JavaScript. Instructions are lists of bytes that are put one after the other; only those that
 * the kernels use have a name here. The module imports one memory, `env.memory`.
 */

export type Instruction = readonly number[];

export type ValueType = "i32" | "f32" | "f64" | "v128";

export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly result?: ValueType;
  /** Numbered on after the parameters. */
  readonly locals: readonly ValueType[];
  readonly body: readonly Instruction[];
}

const VALUE_TYPES = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

const SECTIONS = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;

/** Writes a module that exports the functions. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, result }) => [
    0x60,
    ...vector(parameters.map((type) => [VALUE_TYPES[type]])),
    ...vector(result === undefined ? [] : [[VALUE_TYPES[result]]]),
  ]);
  const memory = [...text("env"), ...text("memory"), 0x02, 0x00, ...unsigned(0)]; // Of any size.
  const codes = functions.map(({ locals, body }) => {
    const code = [
      ...vector(locals.map((type) => [...unsigned(1), VALUE_TYPES[type]])),
      ...body.flat(),
      0x0b,
    ];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // "\0asm", version 1
    ...section(SECTIONS.type, types),
    ...section(SECTIONS.import, [memory]),
    ...section(
      SECTIONS.function,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      SECTIONS.export,
      functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]),
    ),
    ...section(SECTIONS.code, codes),
  ]);
}

/** Instructions by their names in the specification. */
export const op = {
  localGet: (index: number): Instruction => [0x20, ...unsigned(index)],
  localSet: (index: number): Instruction => [0x21, ...unsigned(index)],
  localTee: (index: number): Instruction => [0x22, ...unsigned(index)],
  i32Const: (value: number): Instruction => [0x41, ...signed(value)],
  f32Const: (value: number): Instruction => [
    0x43,
    ...new Uint8Array(Float32Array.of(value).buffer),
  ],
  i32Add: [0x6a],
  i32LtU: [0x49],
  f64Add: [0xa0],
  blockStart: [0x02, 0x40],
  loopStart: [0x03, 0x40],
  branchIf: (depth: number): Instruction => [0x0d, ...unsigned(depth)],
  end: [0x0b],
  /** Address on the stack; loads 16 bytes, with no promise of alignment beyond 4. */
  v128Load: [...simd(0), 0x02, 0x00],
  v128Store: [...simd(11), 0x02, 0x00],
  v128And: simd(78),
  v128Xor: simd(81),
  i32x4Splat: simd(17),
  f32x4Splat: simd(19),
  i32x4GeU: simd(64),
  i32x4ShrU: simd(173),
  i32x4Add: simd(174),
  i32x4Mul: simd(181),
  f32x4Sqrt: simd(227),
  f32x4Add: simd(228),
  f32x4Sub: simd(229),
  f32x4Mul: simd(230),
  f32x4Div: simd(231),
  f64x2Add: simd(240),
  f64x2Mul: simd(242),
  /** The two lower floats as doubles. */
  f64x2PromoteLow: simd(95),
  f64x2ExtractLane: (lane: number): Instruction => [...simd(33), lane],
  /** Puts the two upper floats of the top value in the lower half. */
  upperHalf: [...simd(13), ...[8, 9, 10, 11, 12, 13, 14, 15], ...[8, 9, 10, 11, 12, 13, 14, 15]],
  v128Const: (lanes: readonly [number, number, number, number]): Instruction => [
    ...simd(12),
    ...new Uint8Array(Uint32Array.from(lanes).buffer),
  ],
} as const satisfies Record<string, Instruction | ((...operands: never[]) => Instruction)>;

/** Repeats a body while `local`, moved on by `step` bytes each time, is below `end`. */
export function loopOver(
  local: number,
  range: { readonly end: number; readonly step: number },
  body: readonly Instruction[],
): readonly Instruction[] {
  const isBelowEnd = [op.localGet(local), op.localGet(range.end), op.i32LtU];
  return [
    op.blockStart,
    ...isBelowEnd,
    [0x45], // i32.eqz
    op.branchIf(0),
    op.loopStart,
    ...body,
    op.localGet(local),
    op.i32Const(range.step),
    op.i32Add,
    op.localSet(local),
    ...isBelowEnd,
    op.branchIf(0),
    op.end,
    op.end,
  ];
}

function simd(opcode: number): Instruction {
  return [0xfd, ...unsigned(opcode)];
}

function section(id: number, items: readonly (readonly number[])[]): readonly number[] {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): readonly number[] {
  return vector([...new TextEncoder().encode(value)].map((byte) => [byte]));
}

/** LEB128. */
function unsigned(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  while (0x80 <= rest) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** LEB128 with sign. */
function signed(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest < -0x40 || 0x40 <= rest) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  return [...bytes, rest & 0x7f];
}
