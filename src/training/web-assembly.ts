/**
 * @file WebAssembly as Node has it: the few things that the kernels use, with their types, which
 * TypeScript only has in its library for browsers.
 */

/** Memory that both WebAssembly and ONNX Runtime work in. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

interface WebAssemblyApi {
  readonly Memory: new (limits: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

// Part of Node since version 8.
const { WebAssembly: api } = globalThis as unknown as { readonly WebAssembly: WebAssemblyApi };

const PAGE_BYTES = 65536;

/** The largest memory that 32-bit addresses reach. */
export const MAX_MEMORY_BYTES: number = 65536 * PAGE_BYTES;

/** Allocates zeroed memory; pages that are never touched cost nothing. */
export function allocateMemory(bytes: number): WasmMemory {
  return new api.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
}

export function compileModule(bytes: Uint8Array<ArrayBuffer>): object {
  return new api.Module(bytes);
}

/** Returns the functions of a module that works in this memory. */
export function instantiate(module: object, memory: WasmMemory): Readonly<Record<string, unknown>> {
  return new api.Instance(module, { env: { memory } }).exports;
}
