/**
 * @file One idea in one file: a file over 400 lines holds a second idea that looks for a home.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const HARD_LIMIT_LINES = 400;
const source = join(import.meta.dirname, "../../src");

test(`no source file has more than ${HARD_LIMIT_LINES} lines`, () => {
  const tooLong = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("generated"))
    .map((name) => ({ name, lines: readFileSync(join(source, name), "utf8").split("\n").length }))
    .filter(({ lines }) => HARD_LIMIT_LINES < lines);

  expect(tooLong).toEqual([]);
});
