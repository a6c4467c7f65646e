/**
 * @file Configuration files: JSON with a section per command, and global options at the top.
 *
 * `{ "$schema": "…", "color": "never", "label": { "engine": "rules", "textColumn": ["report"] } }`
 */
import { readFileSync } from "node:fs";
import { UsageError } from "../../base/errors.ts";
import { nearestName } from "../../base/nearest-name.ts";
import type { CommandRow } from "../command.ts";
import { GLOBAL_OPTIONS } from "../global-options.ts";

export const PROJECT_FILE_NAME = "chexbert.config.json";
export const USER_FILE_NAME = "config.json";

type JsonObject = Readonly<Record<string, unknown>>;

export interface ConfigFile {
  /** As messages name it. */
  readonly path: string;
  readonly globals: JsonObject;
  readonly sections: Readonly<Record<string, JsonObject>>;
}

/** Reads a configuration file and checks its top level; `undefined` when there is none. */
export function readConfigFile(
  path: string,
  commands: readonly CommandRow[],
): ConfigFile | undefined {
  const json = readJson(path);
  if (json === undefined) return undefined;
  const globalKeys: readonly string[] = GLOBAL_OPTIONS.map((option) => option.name);
  const sectionKeys = commands.filter((row) => !row.dropIn).map((row) => row.name);
  const globals: Record<string, unknown> = {};
  const sections: Record<string, JsonObject> = {};
  for (const [key, value] of Object.entries(json)) {
    if (key === "$schema") continue;
    if (globalKeys.includes(key)) globals[key] = value;
    else if (sectionKeys.includes(key) && isObject(value)) sections[key] = value;
    else throw unknownKey(path, key, [...globalKeys, ...sectionKeys]);
  }
  return { path, globals, sections };
}

/** The error for a key that no option has. */
export function unknownKey(path: string, key: string, known: readonly string[]): UsageError {
  const near = nearestName(key, known);
  return new UsageError("CONFIG_UNKNOWN_KEY", `Expected a known key in ${path}, got "${key}"`, {
    hint: near === undefined ? "chexbert config show lists every key" : `Use "${near}"`,
    place: { file: path },
  });
}

function readJson(path: string): JsonObject | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    // No file, or none that this user may read: the layer is absent.
    return undefined;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw notAnObject(path, "text that is not JSON", cause);
  }
  if (!isObject(json)) throw notAnObject(path, Array.isArray(json) ? "a list" : typeof json);
  return json;
}

function notAnObject(path: string, got: string, cause?: unknown): UsageError {
  return new UsageError("CONFIG_NOT_JSON", `Expected a JSON object in ${path}, got ${got}`, {
    hint: "Correct the file, or move it away",
    place: { file: path },
    cause,
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
