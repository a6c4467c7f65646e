/**
 * @file The memory of training: weights, gradients and Adam's moments of every parameter.
 *
 * Each kind lies in one stretch of WebAssembly memory, so ONNX Runtime reads weights and writes
 * gradients in place, and the optimizer works on both without a copy. A memory reaches 4 GiB;
 * a larger model gets several.
 */
import type { BertConfig } from "../bert/bert-config.ts";
import { parameterShapes } from "../bert/parameters.ts";
import { type Kernels, makeKernels } from "./kernels.ts";
import { allocateMemory, MAX_MEMORY_BYTES, type WasmMemory } from "./web-assembly.ts";

/** One trained parameter and everything that belongs to it. */
export interface TrainedParameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly weights: Float32Array<ArrayBuffer>;
  readonly gradients: Float32Array<ArrayBuffer>;
  readonly firstMoments: Float32Array<ArrayBuffer>;
  readonly secondMoments: Float32Array<ArrayBuffer>;
  /** Kernels of the memory that the four arrays lie in. */
  readonly kernels: Kernels;
}

/** The weights of a model and what training keeps beside them. */
export interface ParameterStore {
  readonly config: BertConfig;
  /** Weights of every parameter that the labels depend on, in the order of PyTorch's modules. */
  readonly weights: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** The parameters that are trained, in the same order. */
  readonly trained: ReadonlyMap<string, TrainedParameter>;
  /**
   * Tensors that travel with the model and are not trained because nothing depends on them: the
   * pooler.
   */
  readonly passengers: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
}

export interface StoreOptions {
  readonly embeddings: "trained" | "frozen";
  readonly passengers: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
}

/** Weights, gradients and two moments. */
const KINDS = 4;
/** Every parameter starts at a cache line. */
const ALIGNMENT_BYTES = 64;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Allocates everything, zeroed. */
export function makeParameterStore(config: BertConfig, options: StoreOptions): ParameterStore {
  const shapes = parameterShapes(config);
  const weights = new Map<string, Float32Array<ArrayBuffer>>();
  const names = [...shapes.keys()].filter(
    (name) => options.embeddings === "trained" || !name.startsWith("bert.embeddings."),
  );
  const trained = new Map<string, TrainedParameter>();
  for (const group of splitIntoMemories(names, shapes)) {
    for (const parameter of allocateGroup(group, shapes)) trained.set(parameter.name, parameter);
  }
  for (const [name, shape] of shapes) {
    weights.set(name, trained.get(name)?.weights ?? new Float32Array(elementCount(shape)));
  }
  return { config, weights, shapes, trained, passengers: options.passengers };
}

/** Says whether every weight and every moment is a finite number. */
export function hasOnlyFiniteWeights(store: ParameterStore): boolean {
  // A sum of squares is finite unless a value is NaN, infinite or beyond use.
  return [...store.trained.values()].every(({ kernels, weights }) =>
    Number.isFinite(kernels.sumOfSquares(weights.byteOffset, paddedBytes(weights.length))),
  );
}

/** Bytes of an array up to the next parameter; what follows its last element is zero. */
export function paddedBytes(length: number): number {
  return Math.ceil((length * FLOAT_BYTES) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}

function splitIntoMemories(
  names: readonly string[],
  shapes: ReadonlyMap<string, readonly number[]>,
): string[][] {
  const groups: string[][] = [[]];
  let bytes = 0;
  for (const name of names) {
    const size = KINDS * paddedBytes(elementCount(shapes.get(name) ?? []));
    if (MAX_MEMORY_BYTES < bytes + size) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(name);
    bytes += size;
  }
  return groups;
}

function allocateGroup(
  names: readonly string[],
  shapes: ReadonlyMap<string, readonly number[]>,
): TrainedParameter[] {
  const sizes = names.map((name) => elementCount(shapes.get(name) ?? []));
  const stretch = sizes.reduce((sum, size) => sum + paddedBytes(size), 0);
  const memory: WasmMemory = allocateMemory(KINDS * stretch);
  const kernels = makeKernels(memory);
  let offset = 0;
  return names.map((name, i) => {
    const size = sizes[i] ?? 0;
    const [weights, gradients, firstMoments, secondMoments] = [0, 1, 2, 3].map(
      (kind) => new Float32Array(memory.buffer, kind * stretch + offset, size),
    ) as [Array4, Array4, Array4, Array4]; // Four kinds.
    offset += paddedBytes(size);
    const shape = shapes.get(name) ?? [];
    return { name, shape, weights, gradients, firstMoments, secondMoments, kernels };
  });
}

type Array4 = Float32Array<ArrayBuffer>;

function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
