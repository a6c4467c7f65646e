/**
 * @file Dropout masks as a function of seed, step, micro-batch and layer: nothing to save, and any
 * step can be repeated.
 */
import type { SymbolicShape } from "../onnx/graph-builder.ts";
import type { RunTensors } from "../onnx/session.ts";
import { type Kernels, makeKernels } from "./kernels.ts";
import { allocateMemory, type WasmMemory } from "./web-assembly.ts";

export interface MaskSizes {
  readonly rows: number;
  readonly batch: number;
  readonly length: number;
}

export interface DropoutMasks {
  /** Fills one mask of each shape. The next call overwrites them. */
  fill(sizes: MaskSizes, key: readonly number[]): RunTensors;
}

/** Prepares masks for the inputs of a training graph. */
export function makeDropoutMasks(
  shapes: ReadonlyMap<string, SymbolicShape>,
  probability: number,
): DropoutMasks {
  let memory: WasmMemory = allocateMemory(0);
  let kernels: Kernels = makeKernels(memory);
  return {
    fill(sizes, key) {
      const masks = Array.from(shapes, ([name, symbolic]) => {
        const shape = symbolic.map((size) => resolve(size, sizes));
        const length = shape.reduce((product, size) => product * size, 1);
        return { name, shape, length, bytes: Math.ceil(length / 4) * 16 };
      });
      const total = masks.reduce((sum, { bytes }) => sum + bytes, 0);
      if (memory.buffer.byteLength < total) {
        memory = allocateMemory(total);
        kernels = makeKernels(memory);
      }
      let address = 0;
      const filled = masks.map(({ name, shape, length, bytes }, site) => {
        kernels.dropoutMask({ address, bytes, key: mixKey([...key, site]), probability });
        const data = new Float32Array(memory.buffer, address, length);
        address += bytes;
        return [name, { type: "float32", shape, data }] as const;
      });
      return Object.fromEntries(filled);
    },
  };
}

/** Hashes a list of whole numbers to 32 bits: MurmurHash3 over its words [Appleby2011]. */
export function mixKey(words: readonly number[]): number {
  let hash = words.length;
  for (const word of words) {
    let k = Math.imul(word, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    hash ^= k;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function resolve(size: number | string, sizes: MaskSizes): number {
  if (typeof size === "number") return size;
  if (size === "rows") return sizes.rows;
  return size === "batch" ? sizes.batch : sizes.length;
}
