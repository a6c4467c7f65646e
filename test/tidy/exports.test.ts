/**
 * @file What the package publishes: the names of every entry, their documentation, and what the
 * main entry loads.
 *
 * How to fix a failure: a name that was meant to change is accepted with
 * `npx vitest run --project fast test/tidy/exports.test.ts -u`, and stands in the changelog. Write
 * a doc comment on what is exported. Keep the modules of the model behind an `import()`.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

const published: Readonly<Record<string, string | { readonly default: string }>> = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
).exports;

/** Entries of package.json with the source that each is built from. */
const entries = Object.entries(published).flatMap(([entry, target]) =>
  typeof target === "string"
    ? []
    : [[entry, target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts")] as const],
);

interface ExportedName {
  readonly name: string;
  readonly isType: boolean;
  /** The file that declares it. */
  readonly file: string;
}

/** Reads `export { … } from` and `export type { … } from` of an entry, which holds nothing else. */
function exportedNames(entryFile: string): readonly ExportedName[] {
  const text = readFileSync(join(root, entryFile), "utf8");
  const blocks = text.matchAll(/^export (type )?\{([^}]*)\} from "([^"]+)";/gm);
  return Array.from(blocks).flatMap(([, typeOnly, names = "", from = ""]) =>
    names
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part) => ({
        name: part.replace(/^type /, ""),
        isType: typeOnly !== undefined || part.startsWith("type "),
        file: relative(root, join(root, dirname(entryFile), from)),
      })),
  );
}

test("the entries are those that the reference names", () => {
  expect(entries.map(([entry]) => entry)).toEqual([
    ".",
    "./checkpoints",
    "./metrics",
    "./rules",
    "./tokenizer",
    "./training",
  ]);
});

test("every entry exports these names", () => {
  const names = Object.fromEntries(
    entries.map(([entry, file]) => [
      entry,
      exportedNames(file)
        .map(({ name, isType }) => (isType ? `type ${name}` : name))
        .toSorted(),
    ]),
  );

  expect(names).toMatchSnapshot();
});

test.each(entries)("everything that %s exports says what it is", (_, file) => {
  const undocumented = exportedNames(file).filter(({ name, file: declaredIn }) => {
    const text = readFileSync(join(root, declaredIn), "utf8");
    const declaration = new RegExp(
      String.raw`^export (?:declare )?(?:abstract )?(?:async )?(?:const|function\*?|interface|type|class) ${name}\b`,
      "m",
    ).exec(text);
    const before = text.slice(0, declaration?.index ?? 0).trimEnd();
    return declaration === null || !before.endsWith("*/");
  });

  expect(undocumented.map(({ name, file: declaredIn }) => `${name} in ${declaredIn}`)).toEqual([]);
});

test("the main entry loads nothing of the model", () => {
  const heavy = [...staticImports(join(root, "src/index.ts"))].filter((file) =>
    /^src\/(bert|checkpoints|onnx|tokenizer|training|metrics|charts|cli)\/|^zod$/.test(file),
  );

  expect(heavy).toEqual([]);
});

/** Every file and package that importing a file loads at once. */
function staticImports(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(relative(root, file)) || !existsSync(file)) return seen;
  seen.add(relative(root, file));
  const text = readFileSync(file, "utf8");
  for (const [statement, names = "", from = ""] of text.matchAll(
    /^(?:import|export) ([^"';]*?) ?from "([^"]+)";/gm,
  )) {
    const isTypeOnly =
      /^(?:import|export) type /.test(statement) ||
      (/^\{[^}]*\}$/s.test(names.trim()) &&
        names
          .replaceAll(/[{}]/g, "")
          .split(",")
          .filter((part) => part.trim() !== "")
          .every((part) => part.trim().startsWith("type ")));
    if (isTypeOnly) continue;
    if (from.startsWith(".")) staticImports(join(dirname(file), from), seen);
    else if (!from.startsWith("node:")) seen.add(from);
  }
  return seen;
}
