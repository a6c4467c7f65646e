/**
 * @file A matrix of float32 as a NumPy file [NumPy NEP 1, version 1.0].
 *
 * The header has room for any number of rows, so rows can be written first and counted later.
 */

/** Bytes before the first row; a multiple of 64, as the format wants. */
export const NPY_HEADER_BYTES = 128;

/** The header of a file with these rows. */
export function npyHeader(rowCount: number, columnCount: number): Uint8Array {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rowCount}, ${columnCount}), }`;
  const start = Buffer.from("\x93NUMPY\x01\x00", "latin1");
  const textBytes = NPY_HEADER_BYTES - start.length - 2;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(textBytes);
  return Buffer.concat([start, length, Buffer.from(`${header.padEnd(textBytes - 1)}\n`, "latin1")]);
}

/** Rows as they lie in the file. */
export function npyRows(rows: readonly Float32Array[]): Uint8Array {
  return Buffer.concat(rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength)));
}
