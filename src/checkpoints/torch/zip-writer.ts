/**
 * @file Writes zip archives as PyTorch does: entries stored, their bytes aligned to 64.
 *
 * Alignment is the reason for a writer of our own: no zip library pads an entry so that its bytes
 * can be mapped. Zip64 fields are written when an offset or size needs them.
 * Source: PKWARE's APPNOTE 6.3.
 */
import { crc32 } from "node:zlib";
import type { Append } from "../write-file.ts";

export interface ZipWriter {
  /** Appends an entry with all of its bytes. */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Writes the directory. */
  finish(): Promise<void>;
}

/** What PyTorch aligns to, and what its memory-mapped loading expects. */
const ALIGNMENT = 64;

/** Largest value of a 32-bit field; it also says "see the zip64 field". */
const MAX_32 = 0xffffffff;

/** Extra field that holds nothing but padding; PyTorch uses the same id. */
const PADDING_ID = 0x4246;

const ZIP64_ID = 1;

/** Version 4.5 of the format, the first with zip64. */
const VERSION = 45;

interface WrittenEntry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** Starts an archive; every byte of it goes through `append`. */
export function makeZipWriter(append: Append): ZipWriter {
  const entries: WrittenEntry[] = [];
  let position = 0;
  const write = async (bytes: Uint8Array) => {
    await append(bytes);
    position += bytes.length;
  };
  return {
    async add(name, bytes) {
      const entry = {
        name: Buffer.from(name, "utf8"),
        crc: crc32(bytes),
        size: bytes.length,
        offset: position,
      };
      entries.push(entry);
      await write(localHeader(entry));
      await write(bytes);
    },
    async finish() {
      const start = position;
      for (const entry of entries) await write(directoryEntry(entry));
      await write(directoryEnd({ count: entries.length, start, size: position - start }));
    },
  };
}

/** Name and sizes of an entry in front of its bytes, padded so that these are aligned. */
function localHeader(entry: WrittenEntry): Uint8Array {
  const zip64 = MAX_32 <= entry.size ? zip64Field([entry.size, entry.size]) : Buffer.alloc(0);
  const unpadded = entry.offset + 30 + entry.name.length + zip64.length + 4;
  const padding = Buffer.alloc(4 + ((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT));
  padding.writeUInt16LE(PADDING_ID, 0);
  padding.writeUInt16LE(padding.length - 4, 2);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  writeEntryFields(head.subarray(6), entry);
  head.writeUInt16LE(zip64.length + padding.length, 28);
  return Buffer.concat([head, entry.name, zip64, padding]);
}

function directoryEntry(entry: WrittenEntry): Uint8Array {
  const large = [
    ...(MAX_32 <= entry.size ? [entry.size, entry.size] : []),
    ...(MAX_32 <= entry.offset ? [entry.offset] : []),
  ];
  const zip64 = 0 < large.length ? zip64Field(large) : Buffer.alloc(0);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  writeEntryFields(head.subarray(8), entry);
  head.writeUInt16LE(zip64.length, 30);
  head.writeUInt32LE(Math.min(entry.offset, MAX_32), 42);
  return Buffer.concat([head, entry.name, zip64]);
}

/** The fields that both headers share: flags, method, time, date, sum, sizes, name length. */
function writeEntryFields(fields: Buffer, entry: WrittenEntry): void {
  // No clock: 1980-01-01, the earliest date there is, so equal contents give equal files.
  fields.writeUInt16LE(0x21, 6);
  fields.writeUInt32LE(entry.crc, 8);
  fields.writeUInt32LE(Math.min(entry.size, MAX_32), 12);
  fields.writeUInt32LE(Math.min(entry.size, MAX_32), 16);
  fields.writeUInt16LE(entry.name.length, 20);
}

function zip64Field(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(ZIP64_ID, 0);
  field.writeUInt16LE(8 * values.length, 2);
  for (const [i, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  return field;
}

interface DirectoryFacts {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

/** The end of the archive; the zip64 form stands in front when a field does not fit. */
function directoryEnd({ count, start, size }: DirectoryFacts): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(Math.min(size, MAX_32), 12);
  end.writeUInt32LE(Math.min(start, MAX_32), 16);
  if (count < 0xffff && start < MAX_32 && size < MAX_32) return end;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(VERSION, 12);
  record.writeUInt16LE(VERSION, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, end]);
}
