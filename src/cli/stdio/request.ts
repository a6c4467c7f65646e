/**
 * @file The requests that `serve --stdio` understands; `docs/reference/stdio.md` describes them.
 */
import { z } from "zod";
import { InputError } from "../../base/errors.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import { PRESET_NAMES } from "../../metrics/presets.ts";

/** Any JSON value that the caller uses to tell replies apart. */
const id = z.union([z.string(), z.number(), z.null()]).optional();

const labelValue = z.union([z.literal(1), z.literal(0), z.literal(-1), z.null()]);

/** Labels as `label` replies them: 1, 0, -1, and null or nothing for blank. */
const labels = z.partialRecord(z.enum(OBSERVATIONS), labelValue);

const side = z.union([z.array(z.string()), z.array(labels)]);

export const requestSchema = z.discriminatedUnion("method", [
  z.strictObject({ id, method: z.literal("ping") }),
  z.strictObject({ id, method: z.literal("label"), texts: z.array(z.string()) }),
  z.strictObject({
    id,
    method: z.literal("score"),
    references: side.describe("texts, or labels as `label` replies them"),
    candidates: side,
    preset: z.enum(PRESET_NAMES).optional().describe("f1chexbert when absent"),
  }),
]);

export type Request = z.infer<typeof requestSchema>;

export type LabelsJson = z.infer<typeof labels>;

/** The id of a line that may be no request; `null` when it has none. */
export type RequestId = string | number | null;

/** What a line comes to: a request, or why it is none, with its id where that can be read. */
export type ParsedLine =
  | { readonly id: RequestId; readonly request: Request }
  | { readonly id: RequestId; readonly error: InputError };

/** Parses a line. Nothing of the line but its field names gets into an error. */
export function parseRequest(line: string): ParsedLine {
  const value = parseJson(line);
  if (typeof value !== "object" || value === null) {
    return { id: null, error: badRequest("a line that is no JSON object") };
  }
  const given = "id" in value ? value.id : null;
  const requestId = typeof given === "string" || typeof given === "number" ? given : null;
  const parsed = requestSchema.safeParse(value);
  if (parsed.success) return { id: requestId, request: parsed.data };
  const field = String(parsed.error.issues[0]?.path[0] ?? "");
  const known = ["id", "method", "texts", "references", "candidates", "preset"];
  const where = known.includes(field) ? `another value in "${field}"` : "other fields";
  return { id: requestId, error: badRequest(where) };
}

function badRequest(got: string): InputError {
  return new InputError("STDIO_BAD_REQUEST", `Expected a request as one line of JSON, got ${got}`, {
    hint: 'For example {"id": 1, "method": "label", "texts": ["..."]}',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the parser's own message quotes the line, so it goes no further
  }
}
