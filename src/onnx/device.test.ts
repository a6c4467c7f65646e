import { expect, test } from "vitest";
import {
  chooseDevices,
  type Device,
  type DeviceProbe,
  formatDevice,
  parseDevice,
} from "./device.ts";
import { probeDevice } from "./probe-device.ts";

/** A machine with these devices. */
function machine(...names: readonly string[]): DeviceProbe {
  return async (device: Device) => names.includes(formatDevice(device));
}

async function chosen(request: string, probe: DeviceProbe): Promise<readonly string[]> {
  const { devices } = await chooseDevices(parseDevice(request), probe);
  return devices.map(formatDevice);
}

test.each(["cpu", "webgpu", "coreml", "cuda:0", "cuda:12", "dml:1"])(
  "%s is read and written alike",
  (text) => {
    const device = parseDevice(text);

    expect(device === "auto" ? device : formatDevice(device)).toBe(text);
  },
);

test("cuda without a number is the first GPU", () => {
  expect(parseDevice("cuda")).toEqual({ kind: "cuda", index: 0 });
});

test.each(["gpu", "cpu:1", "cuda:", "CUDA", "", "auto:0", "cuda:-1"])(
  "the device %j is a usage error",
  (text) => {
    expect(() => parseDevice(text)).toThrow(expect.objectContaining({ code: "DEVICE_UNKNOWN" }));
  },
);

test("auto takes every GPU, and no other device beside them", async () => {
  expect(await chosen("auto", machine("cuda:0", "cuda:1", "webgpu"))).toEqual(["cuda:0", "cuda:1"]);
});

test("auto takes WebGPU when there is no CUDA", async () => {
  expect(await chosen("auto", machine("webgpu", "coreml"))).toEqual(["webgpu"]);
});

test("auto falls back to the CPU and says so", async () => {
  const choice = await chooseDevices("auto", machine());

  expect(choice).toEqual({ devices: [{ kind: "cpu" }], notice: expect.stringContaining("CPU") });
});

test("a named device that is there is taken without a notice", async () => {
  expect(await chooseDevices({ kind: "cuda", index: 1 }, machine("cuda:0", "cuda:1"))).toEqual({
    devices: [{ kind: "cuda", index: 1 }],
  });
});

test("a named device that is not there is an error", async () => {
  const choosing = chooseDevices({ kind: "cuda", index: 2 }, machine("cuda:0"));

  await expect(choosing).rejects.toMatchObject({
    name: "RuntimeError",
    code: "DEVICE_UNAVAILABLE",
    message: expect.stringContaining("cuda:2"),
  });
});

test("the CPU of this machine runs a graph", async () => {
  expect(await probeDevice({ kind: "cpu" })).toBe(true);
});
