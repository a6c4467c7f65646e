import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { escapeHtml } from "./page-html.ts";

test("signs say without color what each mention is, and the table names the rule", async () => {
  using folder = temporaryFolder();

  const { stdout } = await runInProcess(["explain", "No edema. Possible pneumonia."], {
    cwd: folder.path,
  });

  expect(stdout).toContain("{No} [−edema]. {Possible} [?pneumonia].");
  expect(stdout).toMatch(/Edema +│ − negative +│ edema +│ No +│ negation\./);
  expect(stdout).toMatch(/^Blank: .*Cardiomegaly/m);
  expect(stdout).not.toContain("\u001b[");
});

test("color is added on request, and the words stay", async () => {
  using folder = temporaryFolder();
  const argv = ["explain", "No edema.", "--color", "always"];

  const { stdout } = await runInProcess(argv, { cwd: folder.path });

  expect(stdout).toContain("\u001b[32m[−edema]");
});

test("control characters of a report do not reach the terminal", async () => {
  using folder = temporaryFolder();

  const { stdout } = await runInProcess(["explain", "Clear\u001b]0;lungs\u0007 and dry."], {
    cwd: folder.path,
  });

  expect(stdout).toContain("Clear\u{FFFD}]0;lungs\u{FFFD} and dry.");
});

test("a row or an id of a table is explained", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "in.csv"), "id,text\na,Clear.\nb,Mild edema.\n");

  const byRow = await runInProcess(["explain", "in.csv", "--row", "2", "--json"], {
    cwd: folder.path,
  });
  const byId = await runInProcess(["explain", "in.csv", "--id", "b", "--json"], {
    cwd: folder.path,
  });

  expect(byId.stdout).toBe(byRow.stdout);
  expect(JSON.parse(byRow.stdout)).toMatchObject({
    row: 2,
    id: "b",
    labels: { Edema: { class: "positive" } },
  });
});

test("the page needs no other file and shows text as text", async () => {
  using folder = temporaryFolder();
  const text = '<script>alert("x")</script> No edema & more.';

  const { stdout } = await runInProcess(["explain", text, "--html", "page.html"], {
    cwd: folder.path,
  });
  const page = readFileSync(join(folder.path, "page.html"), "utf8");

  expect(stdout).toBe("");
  expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  expect(page).not.toMatch(/<script|https?:|src=|@import|url\(/);
  expect(page).toContain("prefers-color-scheme: dark");
});

test("escaping leaves no markup character", () => {
  expect(escapeHtml(`<a b="c" d='e'>&`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
});

test("an error code is explained with cause and remedy", async () => {
  using folder = temporaryFolder();

  const { stdout } = await runInProcess(["explain", "DISK_FULL"], { cwd: folder.path });

  expect(stdout).toContain("RuntimeError, exit code 5.");
  expect(stdout).toContain("--resume");
});

test("a page does not take the place of the table", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "in.csv");
  writeFileSync(path, "id,text\na,Clear.\n");

  const { exitCode, stderr } = await runInProcess(
    ["explain", "in.csv", "--row", "1", "--html", "in.csv"],
    { cwd: folder.path },
  );

  expect(exitCode).toBe(2);
  expect(stderr).toContain("error[OUTPUT_IS_INPUT]");
  expect(readFileSync(path, "utf8")).toBe("id,text\na,Clear.\n");
});

test.each([
  ["a table without a row", ["in.csv"], "in.csv"],
  ["a table that is not there", ["gone.csv"], "gone.csv"],
  ["a text with a row", ["Mild secret edema.", "--row", "1"], "a text"],
])("%s is refused, and no text is repeated", async (_, argv, named) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "in.csv"), "id,text\na,Clear.\n");

  const { exitCode, stderr, stdout } = await runInProcess(["explain", ...argv], {
    cwd: folder.path,
  });

  expect(exitCode).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("error[EXPLAIN_NO_ROW]");
  expect(stderr).toContain(named);
  expect(stderr).not.toContain("secret");
});
