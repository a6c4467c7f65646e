/**
 * @file The five kinds of error, told apart by what the caller can do about them.
 *
 * Every error has a stable code (`AREA_PROBLEM`) that `docs/reference/errors.md` explains.
 * A message reads "Expected X, got Y" with the place; it may name ids, row numbers, lengths,
 * columns, options and files, and never contains report text.
 */

/** Where in an input something went wrong. Rows are 1-based data records, as a person counts them. */
export interface ErrorPlace {
  readonly file?: string;
  readonly row?: number;
  /** The value of the id column, where the row is known to have one. */
  readonly id?: string;
  readonly column?: string;
  readonly byteOffset?: number;
}

export interface ErrorDetails {
  /** What the user can do about it, as one sentence without a full stop. */
  readonly hint?: string;
  readonly place?: ErrorPlace;
  readonly cause?: unknown;
}

/** The parent of every error that this package throws on purpose. */
export abstract class ChexbertError extends Error {
  /** Stable word, documented in `docs/reference/errors.md`. */
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: ErrorPlace;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = details.hint;
    this.place = details.place ?? {};
  }
}

/** An option, an argument or a configuration is wrong: change the call. */
export class UsageError extends ChexbertError {}

/** A report, row or column is wrong: change the data. */
export class InputError extends ChexbertError {}

/** A file is malformed, unsupported, missing or incompatible: get another file. */
export class FormatError extends ChexbertError {}

/** A device, memory, native library, disk or network failed: it may work another time. */
export class RuntimeError extends ChexbertError {}

/** A broken invariant: a bug of this package. */
export class InternalError extends ChexbertError {}
