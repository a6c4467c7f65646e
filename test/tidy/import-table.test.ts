/**
 * @file The rooms of `src/` and the arrows between them are what ARCHITECTURE.md says.
 *
 * How to fix a failure: move the code to the room where it belongs. A new arrow or a new room is
 * a design change: argue for it in a decision record, then change the table.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const source = join(root, "src");

/** Reads the table under "Which room may import which". */
function readImportTable(): Map<string, readonly string[]> {
  const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const section = page.split("## Which room may import which")[1]?.split("\n## ")[0] ?? "";
  const rows = section.matchAll(/^\| `([a-z]+)` \|[^|]*\|([^|]*)\|$/gm);
  return new Map(
    Array.from(rows, ([, room = "", allowed = ""]) => [
      room,
      allowed.includes("all") ? ["*"] : allowed.split(/[\s,–]+/).filter(Boolean),
    ]),
  );
}

function roomOf(path: string): string | undefined {
  const parts = relative(source, path).split(sep);
  return parts.length < 2 ? undefined : parts[0];
}

const table = readImportTable();

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(source, name));

test("every room stands in the table, and every row of the table has its room", () => {
  const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));

  expect([...rooms].toSorted()).toEqual([...table.keys()].toSorted());
});

test("imports follow the table", () => {
  const wrong: string[] = [];
  for (const file of files.filter((name) => !/\.(test|slow)\.ts$/.test(name))) {
    const room = roomOf(file);
    if (room === undefined) continue;
    const text = readFileSync(file, "utf8");
    for (const [, target = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
      const other = roomOf(join(file, "..", target));
      const allowed = table.get(room) ?? [];
      if (other === room || allowed.includes("*") || (other && allowed.includes(other))) continue;
      wrong.push(`${relative(root, file)} imports ${other ?? "the package root"}`);
    }
  }

  expect(wrong).toEqual([]);
});
