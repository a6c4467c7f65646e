import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "./command-table.ts";
import { formatReference } from "./reference.ts";

const page = join(import.meta.dirname, "../../docs/reference/cli.md");

test("the reference page is what the declarations say", async () => {
  await expect(`${await formatReference(COMMANDS)}\n`).toMatchFileSnapshot(page);
});

test("every command has examples and at most five frequent options besides what it needs", async () => {
  for (const row of COMMANDS.filter((one) => !one.hidden)) {
    const { declaration } = await row.load();

    expect(declaration.name).toBe(row.name);
    expect(declaration.summary).toBe(row.summary);
    expect(declaration.examples.length, row.name).toBeGreaterThan(1);
    const frequent = declaration.options.filter((one) => one.frequent && !one.required);
    expect(frequent.length, row.name).toBeLessThanOrEqual(5);
  }
});
