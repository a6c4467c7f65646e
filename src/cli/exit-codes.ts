/**
 * @file The exit codes of every command, and which error ends with which.
 */
import {
  FormatError,
  InputError,
  InternalError,
  RuntimeError,
  UsageError,
} from "../base/errors.ts";
import { Interruption } from "./interruption.ts";

export const EXIT_CODES = {
  done: 0,
  /** Done, but a check that was asked for failed. */
  checkFailed: 1,
  usage: 2,
  input: 3,
  format: 4,
  runtime: 5,
  internal: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** Returns the exit code of a run that ended with this error. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return EXIT_CODES.usage;
  if (error instanceof InputError) return EXIT_CODES.input;
  if (error instanceof FormatError) return EXIT_CODES.format;
  if (error instanceof RuntimeError) return EXIT_CODES.runtime;
  if (error instanceof InternalError) return EXIT_CODES.internal;
  if (error instanceof Interruption) {
    return error.signalName === "SIGTERM" ? EXIT_CODES.terminated : EXIT_CODES.interrupted;
  }
  return EXIT_CODES.internal;
}
