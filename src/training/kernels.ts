/**
 * @file The loops of training that run outside the graph, as WebAssembly over one memory: Adam
 * [Kingma2015], the sum of squares for clipping, and dropout masks.
 *
 * Addresses and lengths are in bytes; every length is a multiple of 16.
 */
import { type Instruction, loopOver, op, type WasmFunction, wasmModule } from "./wasm-module.ts";
import { compileModule, instantiate, type WasmMemory } from "./web-assembly.ts";

export interface AdamRange {
  readonly weights: number;
  readonly gradients: number;
  readonly firstMoments: number;
  readonly secondMoments: number;
  readonly bytes: number;
}

export interface AdamCoefficients {
  /** Factor of every gradient, for clipping. */
  readonly gradientFactor: number;
  readonly beta1: number;
  readonly beta2: number;
  /** Learning rate over the bias correction of the first moment. */
  readonly stepSize: number;
  /** Square root of the bias correction of the second moment. */
  readonly correction: number;
  readonly epsilon: number;
  /** Factor of every weight before the update: 1 − learning rate · weight decay. */
  readonly decayFactor: number;
}

export interface MaskRange {
  readonly address: number;
  readonly bytes: number;
  /** Masks with different keys are unrelated. */
  readonly key: number;
  readonly probability: number;
}

export interface Kernels {
  /** Updates moments and weights, with the order of operations of PyTorch's Adam. */
  adam(range: AdamRange, coefficients: AdamCoefficients): void;
  sumOfSquares(address: number, bytes: number): number;
  /** Writes 0 with the probability, else 1/(1 − probability): a function of key and position. */
  dropoutMask(range: MaskRange): void;
}

/** Makes the kernels for a memory. */
export function makeKernels(memory: WasmMemory): Kernels {
  compiled ??= compileModule(wasmModule([ADAM, SUM_OF_SQUARES, DROPOUT_MASK]));
  // The signatures are those of the functions below.
  const { adam, sumOfSquares, dropoutMask } = instantiate(compiled, memory) as unknown as {
    adam(...operands: number[]): void;
    sumOfSquares(address: number, end: number): number;
    dropoutMask(address: number, end: number, key: number, threshold: number, kept: number): void;
  };
  return {
    adam(range, { beta1, beta2, ...c }) {
      const { weights, gradients, firstMoments, secondMoments, bytes } = range;
      const addresses = [weights, gradients, firstMoments, secondMoments, weights + bytes];
      const betas = [1 - beta1, beta2, 1 - beta2];
      adam(
        ...addresses,
        c.gradientFactor,
        ...betas,
        c.stepSize,
        c.correction,
        c.epsilon,
        c.decayFactor,
      );
    },
    sumOfSquares: (address, bytes) => sumOfSquares(address, address + bytes),
    dropoutMask({ address, bytes, key, probability }) {
      const threshold = Math.floor(probability * 2 ** 32);
      dropoutMask(address, address + bytes, key, threshold, 1 / (1 - probability));
    },
  };
}

let compiled: object | undefined;

const FLOATS = 16; // Bytes of one vector of four floats.

const splat = (local: number): Instruction => [...op.localGet(local), ...op.f32x4Splat];
const load = (local: number): Instruction => [...op.localGet(local), ...op.v128Load];
const advance = (local: number): readonly Instruction[] => [
  op.localGet(local),
  op.i32Const(FLOATS),
  op.i32Add,
  op.localSet(local),
];

const ADAM: WasmFunction = (() => {
  const [w, g, m, v, end] = [0, 1, 2, 3, 4];
  const [gradientFactor, oneMinusBeta1, beta2, oneMinusBeta2] = [5, 6, 7, 8];
  const [stepSize, correction, epsilon, decayFactor] = [9, 10, 11, 12];
  const [gradient, first, second] = [13, 14, 15];
  return {
    name: "adam",
    parameters: [...repeat("i32", 5), ...repeat("f32", 8)],
    locals: repeat("v128", 3),
    body: loopOver(w, { end, step: FLOATS }, [
      ...[load(g), splat(gradientFactor), op.f32x4Mul, op.localSet(gradient)],
      // m ← m + (g − m) · (1 − β₁)
      ...[op.localGet(m), load(m), op.localGet(gradient), load(m), op.f32x4Sub],
      ...[splat(oneMinusBeta1), op.f32x4Mul, op.f32x4Add, op.localTee(first), op.v128Store],
      // v ← v · β₂ + (1 − β₂) · g · g
      ...[op.localGet(v), load(v), splat(beta2), op.f32x4Mul],
      ...[splat(oneMinusBeta2), op.localGet(gradient), op.f32x4Mul],
      ...[op.localGet(gradient), op.f32x4Mul, op.f32x4Add, op.localTee(second), op.v128Store],
      // w ← w · decay − stepSize · m / (√v / correction + ε)
      ...[op.localGet(w), load(w), splat(decayFactor), op.f32x4Mul],
      ...[splat(stepSize), op.localGet(first), op.f32x4Mul],
      ...[op.localGet(second), op.f32x4Sqrt, splat(correction), op.f32x4Div],
      ...[splat(epsilon), op.f32x4Add, op.f32x4Div, op.f32x4Sub, op.v128Store],
      ...[g, m, v].flatMap(advance),
    ]),
  };
})();

/** Sums in float64: two doubles for each half of a vector. */
const SUM_OF_SQUARES: WasmFunction = (() => {
  const [address, end, values, sum] = [0, 1, 2, 3];
  const addSquares = [op.localTee(values), op.localGet(values), op.f64x2Mul];
  return {
    name: "sumOfSquares",
    parameters: repeat("i32", 2),
    result: "f64",
    locals: repeat("v128", 2),
    body: [
      ...loopOver(address, { end, step: FLOATS }, [
        ...[op.localGet(sum), load(address), op.f64x2PromoteLow, ...addSquares, op.f64x2Add],
        ...[load(address), load(address), op.upperHalf, op.f64x2PromoteLow, ...addSquares],
        ...[op.f64x2Add, op.localSet(sum)],
      ]),
      ...[op.localGet(sum), op.f64x2ExtractLane(0), op.localGet(sum), op.f64x2ExtractLane(1)],
      op.f64Add,
    ],
  };
})();

/** Hashes key and position to 32 bits [Wellons2018, lowbias32] and compares with the threshold. */
const DROPOUT_MASK: WasmFunction = (() => {
  const [address, end, key, threshold, kept] = [0, 1, 2, 3, 4];
  const [position, hash] = [5, 6];
  const xorShift = (bits: number): readonly Instruction[] => [
    op.localTee(hash),
    op.localGet(hash),
    op.i32Const(bits),
    op.i32x4ShrU,
    op.v128Xor,
  ];
  const times = (factor: number): readonly Instruction[] => [
    op.i32Const(factor),
    op.i32x4Splat,
    op.i32x4Mul,
  ];
  return {
    name: "dropoutMask",
    parameters: [...repeat("i32", 4), ...repeat("f32", 1)],
    locals: repeat("v128", 2),
    body: [
      ...[op.v128Const([0, 1, 2, 3]), op.localSet(position)],
      ...loopOver(address, { end, step: FLOATS }, [
        op.localGet(address),
        ...[op.localGet(position), ...times(0x9e3779b1 | 0), op.localGet(key), op.i32x4Splat],
        ...[op.v128Xor, ...xorShift(16), ...times(0x7feb352d), ...xorShift(15)],
        ...[...times(0x846ca68b | 0), ...xorShift(16)],
        ...[op.localGet(threshold), op.i32x4Splat, op.i32x4GeU, splat(kept), op.v128And],
        op.v128Store,
        ...[op.localGet(position), op.v128Const([4, 4, 4, 4]), op.i32x4Add, op.localSet(position)],
      ]),
    ],
  };
})();

function repeat<const T>(value: T, count: number): readonly T[] {
  return Array.from({ length: count }, () => value);
}
