/**
 * @file Every error code in the code stands in `docs/reference/errors.md`, and the other way round.
 *
 * How to fix a failure: write the entry (class and exit code, cause, remedy, in the order of the
 * alphabet), or remove the entry of a code that is gone.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseErrorPage } from "../../src/cli/explain/error-reference.ts";

const root = join(import.meta.dirname, "../..");

const EXIT_CODES: Readonly<Record<string, number>> = {
  UsageError: 2,
  InputError: 3,
  FormatError: 4,
  RuntimeError: 5,
  InternalError: 70,
};

/** Codes and classes as they are thrown, `CODE Class`. */
function thrownCodes(): readonly string[] {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !/\.(test|slow)\.ts$/.test(name),
  );
  const pairs = files.flatMap((name) => {
    const text = readFileSync(join(root, "src", name), "utf8");
    return Array.from(
      text.matchAll(/new ((?:Usage|Input|Format|Runtime|Internal)Error)\(\s*"([^"]+)"/g),
      ([, errorClass, code]) => `${code} ${errorClass}`,
    );
  });
  return [...new Set(pairs)].toSorted();
}

const entries = parseErrorPage(readFileSync(join(root, "docs/reference/errors.md"), "utf8"));

test("codes and classes in the code are those of the page", () => {
  const documented = entries.map(({ code, paragraphs }) => {
    const [errorClass] = (paragraphs[0] ?? "").split(",");
    return `${code} ${errorClass}`;
  });

  expect(documented.toSorted()).toEqual(thrownCodes());
});

test("every entry has its class with the exit code, a cause and a remedy", () => {
  for (const { code, paragraphs } of entries) {
    const errorClass = paragraphs[0]?.split(",")[0] ?? "";

    expect(paragraphs, code).toHaveLength(3);
    expect(paragraphs[0], code).toBe(`${errorClass}, exit code ${EXIT_CODES[errorClass]}.`);
    expect(code, code).toMatch(/^[A-Z0-9]+(_[A-Z0-9]+)+$/);
  }
});

test("entries stand in the order of the alphabet", () => {
  const codes = entries.map((entry) => entry.code);

  expect(codes).toEqual(codes.toSorted());
});
