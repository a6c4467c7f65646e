/**
 * @file Tries whether a device is there: a graph of one operator is run on it.
 *
 * The native library writes its own complaints to stderr when something is missing, so what
 * cannot be there is not tried.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { RuntimeError } from "../base/errors.ts";
import type { Device } from "./device.ts";
import { GraphBuilder } from "./graph-builder.ts";
import { openSession } from "./session.ts";

/** Returns whether the device runs a graph. */
export async function probeDevice(device: Device): Promise<boolean> {
  if (!mayBeThere(device)) return false;
  const graph = new GraphBuilder();
  const x = graph.input("x", "float32", [2]);
  graph.output("y", graph.add(x, x));
  try {
    await using session = await openSession(graph.toBytes(), { device });
    const data = Float32Array.of(1, 2);
    const { y } = await session.run({ x: { type: "float32", shape: [2], data } });
    return y?.data[0] === 2 && y.data[1] === 4;
  } catch (error) {
    if (error instanceof RuntimeError && error.code !== "RUNTIME_NOT_INSTALLED") return false;
    throw error;
  }
}

function mayBeThere(device: Device): boolean {
  switch (device.kind) {
    case "cpu":
      return true;
    case "cuda":
      return existsSync(join(libraryFolder(), cudaLibrary()));
    case "dml":
      return process.platform === "win32";
    case "coreml":
      return process.platform === "darwin";
    case "webgpu":
      // On Linux, Vulkan needs a device file; elsewhere the system always has a graphics stack.
      return process.platform !== "linux" || existsSync("/dev/dri") || existsSync("/dev/nvidia0");
    default:
      return device satisfies never;
  }
}

/** Where onnxruntime-node keeps its libraries for this platform. */
function libraryFolder(): string {
  const main = createRequire(import.meta.url).resolve("onnxruntime-node");
  return join(dirname(main), "..", "bin", "napi-v6", process.platform, process.arch);
}

function cudaLibrary(): string {
  return process.platform === "win32"
    ? "onnxruntime_providers_cuda.dll"
    : "libonnxruntime_providers_cuda.so";
}
