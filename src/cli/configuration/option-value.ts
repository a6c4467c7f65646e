import { UsageError } from "../../base/errors.ts";
import { nearestName } from "../../base/nearest-name.ts";
import type { OptionDeclaration } from "../command.ts";

/**
 * Turns what a flag, a variable or a configuration file says into the option's value.
 *
 * @param place How the message names the source, for example `--labels`.
 */
export function readOptionValue(option: OptionDeclaration, raw: unknown, place: string): unknown {
  switch (option.kind) {
    case "flag":
      return readBoolean(raw, place);
    case "text":
      return option.repeatable || option.variadic ? readList(raw, place) : readText(raw, place);
    case "integer":
    case "number": {
      const isNumber = typeof raw === "number" || (typeof raw === "string" && raw.trim() !== "");
      const value = isNumber ? Number(raw) : Number.NaN;
      const min = option.min ?? Number.NEGATIVE_INFINITY;
      const max = option.max ?? Number.POSITIVE_INFINITY;
      const isWhole = option.kind === "number" || Number.isInteger(value);
      if (isWhole && min <= value && value <= max) return value;
      throw badValue(place, describeRange(option.kind, option.min, option.max), raw);
    }
    case "choice": {
      if (typeof raw === "string" && option.choices.includes(raw)) return raw;
      const near = typeof raw === "string" ? nearestName(raw, option.choices) : undefined;
      throw badValue(place, option.choices.join(", "), raw, near);
    }
    default:
      return option satisfies never;
  }
}

function readBoolean(raw: unknown, place: string): boolean {
  if (typeof raw === "boolean") return raw;
  if (raw === "1" || raw === "true") return true;
  if (raw === "0" || raw === "false" || raw === "") return false;
  throw badValue(place, "true or false", raw);
}

function readText(raw: unknown, place: string): string {
  if (typeof raw === "string") return raw;
  throw badValue(place, "text", raw);
}

function readList(raw: unknown, place: string): readonly string[] {
  if (typeof raw === "string") return [raw];
  if (Array.isArray(raw)) return raw.map((item) => readText(item, place));
  throw badValue(place, "a list of texts", raw);
}

function describeRange(kind: "integer" | "number", min?: number, max?: number): string {
  const noun = kind === "integer" ? "a whole number" : "a number";
  if (min !== undefined && max !== undefined) return `${noun} from ${min} to ${max}`;
  if (min !== undefined) return `${noun} of at least ${min}`;
  return max === undefined ? noun : `${noun} of at most ${max}`;
}

function badValue(place: string, expected: string, raw: unknown, near?: string): UsageError {
  const got = typeof raw === "string" && /^[\w.,+-]{0,40}$/.test(raw) ? `"${raw}"` : typeof raw;
  return new UsageError("ARGUMENT_BAD_VALUE", `Expected ${expected} for ${place}, got ${got}`, {
    hint:
      near === undefined
        ? "Add --help --all to the command to see what each option takes"
        : `Use ${near}`,
  });
}
