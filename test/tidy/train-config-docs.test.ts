/**
 * @file The table of the recipe in the training guide is what the presets say.
 *
 * How to fix a failure: copy the expected rows into `docs/guide/train-a-labeler.md`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  TRAIN_CONFIG_KEYS,
  TRAIN_PRESETS,
  trainConfigJsonSchema,
} from "../../src/training/train-config.ts";

const page = join(import.meta.dirname, "../../docs/guide/train-a-labeler.md");

test("the guide has every field of the recipe with its values", () => {
  const { properties } = trainConfigJsonSchema() as {
    readonly properties: Readonly<Record<string, { readonly description?: string }>>;
  };
  const expected = TRAIN_CONFIG_KEYS.map((key) => {
    const values = Object.entries(TRAIN_PRESETS).map(([, fields]) =>
      String(Object.entries(fields).find(([name]) => name === key)?.[1]),
    );
    return `| \`${key}\` | ${values.join(" | ")} | ${properties[key]?.description} |`;
  });

  const rows = readFileSync(page, "utf8")
    .split("\n")
    .filter((line) => /^\| `\w+` \|(.*\|){4}$/.test(line));

  expect(rows).toEqual(expected);
});
