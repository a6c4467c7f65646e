import { expect, test } from "vitest";
import { adaptiveSize } from "./adaptive-size.ts";

/** Sizes of the batches when labeling a report takes this long. */
function sizes(msPerReport: number, count: number): number[] {
  let time = 0;
  const size = adaptiveSize(() => time);
  return Array.from({ length: count }, () => {
    const next = size.next();
    time += next * msPerReport;
    size.done();
    return next;
  });
}

test("batches grow while they take less than half a second", () => {
  expect(sizes(1, 7)).toEqual([16, 32, 64, 128, 256, 512, 512]);
});

test("batches of a slow labeler stay small", () => {
  expect(sizes(100, 4)).toEqual([16, 16, 16, 16]);
});

test("batches shrink when reports get slower", () => {
  let time = 0;
  const size = adaptiveSize(() => time);
  for (let i = 0; i < 4; i += 1) size.done();
  expect(size.next()).toBe(256);

  time += 60_000;
  size.done();

  expect(size.next()).toBe(128);
});

test("there is a largest batch", () => {
  expect(Math.max(...sizes(0, 20))).toBe(2048);
});
