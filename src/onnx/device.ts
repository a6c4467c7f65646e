/**
 * @file Devices: what can be asked for, what is there, and what `auto` makes of it.
 */
import { RuntimeError, UsageError } from "../base/errors.ts";

/** One device that a session can run on. */
export type Device =
  | { readonly kind: "cpu" | "webgpu" | "coreml" }
  | { readonly kind: "cuda" | "dml"; readonly index: number };

/** What a user asks for: every accelerator that is there, or one device. */
export type DeviceRequest = "auto" | Device;

/** What this machine has. */
export interface DeviceFacts {
  /** Backends of the ONNX Runtime build. */
  readonly backends: readonly string[];
  /** Indexes of the NVIDIA GPUs that the process may use. */
  readonly cudaIndexes: readonly number[];
}

export interface DeviceChoice {
  /** One session is opened on each. */
  readonly devices: readonly [Device, ...Device[]];
  /** One line for the user about a choice that may surprise. */
  readonly notice?: string;
}

/** Reads a device as users write it. */
export function parseDevice(text: string): DeviceRequest {
  const [, kind = "", index] = /^([a-z]+)(?::(\d{1,3}))?$/.exec(text) ?? [];
  if (kind === "auto" && index === undefined) return "auto";
  if ((kind === "cpu" || kind === "webgpu" || kind === "coreml") && index === undefined) {
    return { kind };
  }
  if (kind === "cuda" || kind === "dml") return { kind, index: Number(index ?? 0) };
  throw new UsageError(
    "DEVICE_UNKNOWN",
    `Expected auto, cpu, cuda, cuda:N, webgpu, coreml or dml as device, got "${text}"`,
  );
}

/** Writes a device as users write it. */
export function formatDevice(device: Device): string {
  return "index" in device ? `${device.kind}:${device.index}` : device.kind;
}

/**
 * Decides where to run.
 *
 * @throws RuntimeError when a device is asked for that is not there.
 */
export function chooseDevices(request: DeviceRequest, facts: DeviceFacts): DeviceChoice {
  if (request === "auto") return chooseAll(facts);
  const isThere =
    request.kind === "cuda"
      ? hasCuda(facts) && facts.cudaIndexes.includes(request.index)
      : facts.backends.includes(request.kind);
  if (isThere) return { devices: [request] };
  throw new RuntimeError(
    "DEVICE_UNAVAILABLE",
    `Expected the device ${formatDevice(request)}, got a machine with ${describe(facts)}`,
    { hint: "Use --device auto to take what is there, or --device cpu" },
  );
}

function chooseAll(facts: DeviceFacts): DeviceChoice {
  const [first, ...rest] = hasCuda(facts)
    ? facts.cudaIndexes.map((index) => ({ kind: "cuda" as const, index }))
    : [];
  if (first !== undefined) return { devices: [first, ...rest] };
  return { devices: [{ kind: "cpu" }], notice: "No accelerator found: running on the CPU" };
}

function hasCuda(facts: DeviceFacts): boolean {
  return facts.backends.includes("cuda");
}

function describe(facts: DeviceFacts): string {
  const gpus = hasCuda(facts) ? facts.cudaIndexes.map((index) => `cuda:${index}`) : [];
  const others = facts.backends.filter((backend) => backend !== "cuda" && backend !== "tensorrt");
  return [...others, ...gpus].join(", ") || "no device";
}
