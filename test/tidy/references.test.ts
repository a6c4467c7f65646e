/**
 * @file Every source key in a comment, such as `[Smit2020]`, is explained in docs/references.md.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("source keys in comments resolve", () => {
  const page = readFileSync(join(root, "docs/references.md"), "utf8");
  const known = new Set(Array.from(page.matchAll(/^## (\S+)$/gm), ([, key]) => key));

  const unknown = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const text = readFileSync(join(root, "src", name), "utf8");
      const keys = text.matchAll(/\[([A-Z][a-z]+(?:[A-Z][a-z]+)*(?:19|20)\d\d)[ \]]/g);
      return Array.from(keys, ([, key]) => key).filter((key) => !known.has(key));
    });

  expect(unknown).toEqual([]);
});
