import { expect, test } from "vitest";
import { NPY_HEADER_BYTES, npyHeader, npyRows } from "./npy.ts";

test("the header names type, order and shape, and ends the first 128 bytes", () => {
  const header = Buffer.from(npyHeader(1234, 768)).toString("latin1");

  expect(header).toHaveLength(NPY_HEADER_BYTES);
  expect(header.slice(0, 10)).toBe("\x93NUMPY\x01\x00\x76\x00");
  expect(header.slice(10)).toMatch(
    /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(1234, 768\), \} +\n$/,
  );
});

test("rows lie one after the other in little-endian float32", () => {
  expect(npyRows([Float32Array.of(1), Float32Array.of(-2)])).toEqual(
    Buffer.from([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]),
  );
});
