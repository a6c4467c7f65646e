/**
 * @file The bytes of a pickle, read in order and never past their end.
 */
import { FormatError } from "../../base/errors.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const latin1 = new TextDecoder("latin1");

/** A cursor over pickle bytes. */
export class PickleReader {
  readonly fileName: string;
  offset: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(fileName: string, bytes: Uint8Array, offset: number) {
    this.fileName = fileName;
    this.offset = offset;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  /** A 64-bit length; one that no file can have ends in the bounds check. */
  length64(): number {
    return Number(this.#view.getBigUint64(this.#advance(8), true));
  }

  /** Pickle writes floats big-endian. */
  float64(): number {
    return this.#view.getFloat64(this.#advance(8), false);
  }

  bytes(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  text(length: number): string {
    const bytes = this.bytes(length);
    try {
      return utf8.decode(bytes);
    } catch (cause) {
      throw this.wrong("UTF-8 text", "other bytes", cause);
    }
  }

  /** Text of Python 2, which has one byte a character. */
  byteText(length: number): string {
    return latin1.decode(this.bytes(length));
  }

  /** Text up to the next line feed, without it. */
  line(): string {
    const end = this.#bytes.indexOf(0x0a, this.offset);
    if (end === -1) throw this.wrong("a line feed", "the end of the file");
    const text = this.byteText(end - this.offset);
    this.offset += 1;
    return text;
  }

  /** A little-endian two's-complement integer of any width. */
  integer(length: number): number | bigint {
    // PyTorch's own magic number has 10 bytes; more than 32 is no number of a checkpoint.
    if (32 < length) throw this.wrong("an integer of at most 32 bytes", `${length} bytes`);
    const bytes = this.bytes(length);
    let value = 0n;
    for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
    const signed = BigInt.asIntN(8 * length, value);
    const asNumber = Number(signed);
    return Number.isSafeInteger(asNumber) ? asNumber : signed;
  }

  /** An error at the current place. */
  wrong(expected: string, got: string, cause?: unknown): FormatError {
    return new FormatError(
      "TORCH_PICKLE_FORMAT",
      `Expected ${expected} at pickle byte ${this.offset} of ${this.fileName}, got ${got}`,
      {
        hint: "The file is damaged or no PyTorch checkpoint",
        place: { file: this.fileName, byteOffset: this.offset },
        ...(cause === undefined ? {} : { cause }),
      },
    );
  }

  #advance(length: number): number {
    const start = this.offset;
    if (this.#bytes.length - start < length) {
      throw this.wrong(`${length} more bytes`, `${this.#bytes.length - start}`);
    }
    this.offset += length;
    return start;
  }
}
