/**
 * @file How an error looks: three lines and a code, or the same as JSON.
 *
 * Nothing but the fields of a {@link ChexbertError} is printed; an error of another kind is a bug
 * of this package, and its own message stays hidden because it may hold report text.
 */
import { ChexbertError, InternalError } from "../base/errors.ts";

/** Formats an error for people; ends with a line break. */
export function formatError(error: unknown, paint: (text: string) => string): string {
  const known = toKnownError(error);
  const lines = [`${paint(`error[${known.code}]`)}: ${oneLine(known.message)}`];
  if (known.hint !== undefined) lines.push(`  hint: ${oneLine(known.hint)}`);
  lines.push(`  details: chexbert explain ${known.code}`);
  return `${lines.join("\n")}\n`;
}

/** Formats an error as one line of JSON. */
export function formatErrorJson(error: unknown): string {
  const { code, message, hint, place } = toKnownError(error);
  return `${JSON.stringify({ error: { code, message, hint, ...place } })}\n`;
}

/** Formats the stack for `--debug`. */
export function formatStack(error: unknown): string {
  const lines: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    // A stack starts with the message, which only our own errors may show.
    const frames = at.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
    const name = "code" in at ? `${at.name} ${String(at.code)}` : at.name;
    lines.push(at === error ? name : `caused by ${name}`, ...frames);
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function toKnownError(error: unknown): ChexbertError {
  if (error instanceof ChexbertError) return error;
  return new InternalError("INTERNAL_BUG", "Expected no failure here, got one: this is a bug", {
    hint: "Run again with --debug and report the stack trace, which holds no report text",
    cause: error,
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, " ");
}
