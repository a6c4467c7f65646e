/**
 * @file Devices: what can be asked for, and what `auto` makes of it.
 *
 * Only the CPU was tested so far. Whether another device is there is found out by trying it, so
 * whatever hides devices from a process (`CUDA_VISIBLE_DEVICES`, containers) counts by itself.
 */
import { RuntimeError, UsageError } from "../base/errors.ts";

/** One device that a session can run on. */
export type Device =
  | { readonly kind: "cpu" | "webgpu" | "coreml" }
  | { readonly kind: "cuda" | "dml"; readonly index: number };

/** What a user asks for: every accelerator that is there, or one device. */
export type DeviceRequest = "auto" | Device;

/** Says whether a device is there and runs. */
export type DeviceProbe = (device: Device) => Promise<boolean>;

export interface DeviceChoice {
  /** One after another gets a session of its own. */
  readonly devices: readonly [Device, ...Device[]];
  /** One line for the user, when the choice may surprise. */
  readonly notice?: string;
}

/** No machine has more; a probe that always says yes must end. */
const MAX_DEVICES_OF_A_KIND = 64;

/** Reads a device as users write it. */
export function parseDevice(text: string): DeviceRequest {
  const [, kind, index] = /^([a-z]+)(?::(\d{1,3}))?$/.exec(text) ?? [];
  if (index === undefined) {
    if (kind === "auto") return kind;
    if (kind === "cpu" || kind === "webgpu" || kind === "coreml") return { kind };
  }
  if (kind === "cuda" || kind === "dml") return { kind, index: Number(index ?? 0) };
  throw new UsageError(
    "DEVICE_UNKNOWN",
    `Expected auto, cpu, cuda, cuda:N, webgpu, coreml or dml as device, got ${JSON.stringify(text)}`,
  );
}

/** Writes a device as users write it. */
export function formatDevice(device: Device): string {
  return "index" in device ? `${device.kind}:${device.index}` : device.kind;
}

/**
 * Decides where to run. `auto` takes all devices of the first kind that is there, in the order
 * cuda, dml, webgpu, else the CPU. CoreML runs only when it is named: it wants fixed shapes.
 *
 * @throws RuntimeError when a device is asked for that is not there.
 */
export async function chooseDevices(
  request: DeviceRequest,
  probe: DeviceProbe,
): Promise<DeviceChoice> {
  if (request === "auto") return chooseAll(probe);
  if (request.kind === "cpu" || (await probe(request))) return { devices: [request] };
  throw new RuntimeError(
    "DEVICE_UNAVAILABLE",
    `Expected the device ${formatDevice(request)} on this machine, got none that runs`,
    { hint: "Use --device auto to take what is there, or --device cpu" },
  );
}

async function chooseAll(probe: DeviceProbe): Promise<DeviceChoice> {
  for (const kind of ["cuda", "dml"] as const) {
    const devices: Device[] = [];
    for (let index = 0; index < MAX_DEVICES_OF_A_KIND; index += 1) {
      if (!(await probe({ kind, index }))) break;
      devices.push({ kind, index });
    }
    const [first, ...rest] = devices;
    if (first !== undefined) return { devices: [first, ...rest] };
  }
  if (await probe({ kind: "webgpu" })) return { devices: [{ kind: "webgpu" }] };
  return { devices: [{ kind: "cpu" }], notice: "No accelerator found: running on the CPU" };
}
