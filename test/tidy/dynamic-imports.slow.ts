/**
 * @file No built file asks for a `.ts` module.
 *
 * TypeScript 6 rewrites `.ts` to `.js` in `import()`, but forgets it in some files where it also
 * down-levels `await using`. How to fix a failure: have the file with `import()` import one whose
 * own imports stand at its top, and put the `await using` there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const dist = join(import.meta.dirname, "../../dist");

test("every dynamic import of a built file names a built file", () => {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );

  const wrong = files.filter((name) =>
    /import\(\s*"\.[^"]*\.ts"/.test(readFileSync(join(dist, name), "utf8")),
  );

  expect(files.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
