/**
 * @file Reads a fixture that an oracle script wrote.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Parses `test/oracles/fixtures/PATH`, a gzipped JSON file; the caller knows its shape. */
export function readOracle<T>(path: string): T {
  const file = join(import.meta.dirname, "../oracles/fixtures", path);
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as T;
}
