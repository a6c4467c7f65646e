/**
 * @file The fidelity ledger is whole: every id once, comments point to rows, proofs exist.
 *
 * How to fix a failure: write the row in `docs/explanation/fidelity.md`, or correct the comment or
 * the path.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/explanation/fidelity.md"), "utf8");
const rows = Array.from(page.matchAll(/^\| (F\d\d) \|(.*)\|$/gm), ([, id = "", cells = ""]) => ({
  id,
  cells: cells.split(/(?<!\\)\|/),
}));

test("F01 to F31 have one row each", () => {
  const ids = Array.from({ length: 31 }, (_, i) => `F${String(i + 1).padStart(2, "0")}`);

  expect(rows.map(({ id }) => id).toSorted()).toEqual(ids);
});

test("every row names a test", () => {
  for (const { id, cells } of rows) {
    expect(cells, id).toHaveLength(4);
    expect(cells[3], id).toMatch(/\.(test|slow)\.ts`/);
  }
});

test("every path on the page exists", () => {
  const paths = Array.from(page.matchAll(/`([\w./-]+\/[\w.-]+\.\w+)`/g), ([, path = ""]) => path);

  expect(paths.length).toBeGreaterThan(31);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("every row that a comment names is on the page", () => {
  const known = new Set(rows.map(({ id }) => id));

  const named = ["src", "test", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => {
        const text = readFileSync(join(root, folder, name), "utf8");
        return Array.from(
          text.matchAll(/fidelity(?: ledger)? (F\d+(?:, F\d+)*)/gi),
          ([, ids = ""]) => ids.split(", ").map((id) => ({ name, id })),
        ).flat();
      }),
  );

  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(({ id }) => !known.has(id))).toEqual([]);
});
