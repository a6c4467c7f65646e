import { expect, test } from "vitest";
import { makeKernels } from "./kernels.ts";
import { allocateMemory } from "./web-assembly.ts";

const COUNT = 64;
const BYTES = COUNT * 4;

test("Adam updates moments and weights as the formula says", () => {
  const memory = allocateMemory(4 * BYTES);
  const [w, g, m, v] = [0, 1, 2, 3].map(
    (i) => new Float32Array(memory.buffer, i * BYTES, COUNT),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  for (let i = 0; i < COUNT; i += 1) {
    w[i] = Math.sin(i);
    g[i] = Math.cos(3 * i);
    m[i] = 0.1 * Math.sin(7 * i);
    v[i] = 0.01 * (1 + Math.sin(5 * i));
  }
  const expected = Array.from(w, (weight, i) => {
    const gradient = 0.5 * (g[i] ?? 0);
    const first = 0.9 * (m[i] ?? 0) + 0.1 * gradient;
    const second = 0.99 * (v[i] ?? 0) + 0.01 * gradient ** 2;
    return [weight * 0.97 - (0.02 * first) / (Math.sqrt(second) / 0.6 + 1e-3), first, second];
  });

  makeKernels(memory).adam(
    {
      weights: 0,
      gradients: BYTES,
      firstMoments: 2 * BYTES,
      secondMoments: 3 * BYTES,
      bytes: BYTES,
    },
    {
      gradientFactor: 0.5,
      beta1: 0.9,
      beta2: 0.99,
      stepSize: 0.02,
      correction: 0.6,
      epsilon: 1e-3,
      decayFactor: 0.97,
    },
  );

  for (const [i, values] of expected.entries()) {
    // Float32 against float64: seven digits.
    expect(w[i]).toBeCloseTo(values[0] ?? 0, 6);
    expect(m[i]).toBeCloseTo(values[1] ?? 0, 6);
    expect(v[i]).toBeCloseTo(values[2] ?? 0, 6);
  }
});

test("an update of part of a memory leaves the rest alone", () => {
  const memory = allocateMemory(4 * BYTES);
  const all = new Float32Array(memory.buffer).fill(1);

  makeKernels(memory).adam(
    { weights: 16, gradients: BYTES, firstMoments: 2 * BYTES, secondMoments: 3 * BYTES, bytes: 16 },
    {
      gradientFactor: 1,
      beta1: 0.9,
      beta2: 0.999,
      stepSize: 1,
      correction: 1,
      epsilon: 0,
      decayFactor: 1,
    },
  );

  expect([...all.subarray(0, 12)]).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1]);
});

test("sums squares in float64", () => {
  const memory = allocateMemory(BYTES);
  const values = new Float32Array(memory.buffer, 0, COUNT);
  values.set([1e4, 1e-4, 3, -2]);

  expect(makeKernels(memory).sumOfSquares(0, BYTES)).toBeCloseTo(1e8 + 13, 6);
});

test("a dropout mask keeps the share it should and scales what it keeps", () => {
  const count = 65_536;
  const memory = allocateMemory(4 * count);
  const mask = new Float32Array(memory.buffer, 0, count);

  makeKernels(memory).dropoutMask({ address: 0, bytes: 4 * count, key: 7, probability: 0.1 });

  const dropped = mask.filter((value) => value === 0).length / count;
  expect(dropped).toBeCloseTo(0.1, 2);
  expect(new Set(mask)).toEqual(new Set([0, Math.fround(1 / 0.9)]));
  // The mean of neighbors' products: 0.81 · (1/0.9)² when neighbors are unrelated.
  const products = mask.map((value, i) => value * (mask[i + 1] ?? 0));
  expect(products.reduce((sum, value) => sum + value, 0) / count).toBeCloseTo(1, 1);
});

test("masks are a function of their key", () => {
  const memory = allocateMemory(3 * BYTES);
  const kernels = makeKernels(memory);
  for (const [i, key] of [7, 7, 8].entries()) {
    kernels.dropoutMask({ address: i * BYTES, bytes: BYTES, key, probability: 0.5 });
  }
  const [first, second, third] = [0, 1, 2].map(
    (i) => new Float32Array(memory.buffer, i * BYTES, COUNT),
  );

  expect(second).toEqual(first);
  expect(third).not.toEqual(first);
});
