/**
 * @file The page of error codes, `docs/reference/errors.md`, read for one code.
 */
import { readFile } from "node:fs/promises";
import { UsageError } from "../../base/errors.ts";
import { nearestName } from "../../base/nearest-name.ts";
import type { CommandContext } from "../context.ts";

export interface ErrorEntry {
  readonly code: string;
  /** The paragraphs under the heading: class and exit code, cause, remedy. */
  readonly paragraphs: readonly string[];
}

/** Prints what the page says about a code. */
export async function explainErrorCode(code: string, context: CommandContext): Promise<void> {
  const page = await readFile(
    new URL("../../../docs/reference/errors.md", import.meta.url),
    "utf8",
  );
  const entries = parseErrorPage(page);
  const entry = entries.find((known) => known.code === code);
  if (entry === undefined) {
    const near = nearestName(
      code,
      entries.map((known) => known.code),
    );
    throw new UsageError("ERROR_CODE_UNKNOWN", `Expected a known error code, got ${code}`, {
      hint: near === undefined ? "Error codes stand in brackets after error" : `Use ${near}`,
    });
  }
  if (context.settings.json) return context.write(`${JSON.stringify(entry)}\n`);
  await context.write(`${[entry.code, ...entry.paragraphs].join("\n\n")}\n`);
}

/** Reads the entries of the page, in its order. */
export function parseErrorPage(page: string): readonly ErrorEntry[] {
  const [, ...sections] = page.split(/^## /m);
  return sections.map((section) => {
    const [code = "", ...paragraphs] = section.split(/\n{2,}/).map((part) => part.trim());
    return { code, paragraphs: paragraphs.filter((part) => part !== "") };
  });
}
