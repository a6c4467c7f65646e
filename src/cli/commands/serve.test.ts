import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { runInProcess } from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { scoreDocumentSchema } from "../metric-job/score-document.ts";
import { type Line, readLines } from "../stdio/read-lines.ts";

/** Sends lines and returns the parsed replies. */
async function serve(...lines: readonly (string | object)[]) {
  using folder = temporaryFolder();
  const stdin = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  const run = await runInProcess(["serve", "--stdio"], {
    cwd: folder.path,
    stdin: `${stdin.join("\n")}\n`,
  });
  const replies = run.stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { ...run, replies };
}

test("replies to every request in order, with its id", async () => {
  const { replies, exitCode } = await serve(
    { id: "first", method: "ping" },
    { id: 2, method: "label", texts: ["Small right pleural effusion. No pneumothorax.", ""] },
  );

  expect(exitCode).toBe(0);
  expect(replies[0]).toMatchObject({ id: "first", engine: "rules" });
  expect(replies[1]).toMatchObject({
    id: 2,
    labels: [{ "Pleural Effusion": 1, Pneumothorax: 0, Edema: null }, {}],
  });
});

test("scores texts against the labels of references", async () => {
  const { replies } = await serve({
    id: 1,
    method: "score",
    references: [{ Edema: 1 }, { Fracture: -1 }],
    candidates: ["Mild pulmonary edema.", "No fracture."],
  });

  const document = scoreDocumentSchema.parse(replies[0]?.["score"]);
  expect(document.observations["Edema"]?.["f1"]).toBe(1);
  expect(document.observations["Fracture"]?.["f1"]).toBe(0);
  expect(document.reports).toHaveLength(2);
});

test.each<[string, string | object]>([
  ["no JSON", '{"id": 7, "texts": ["A canary sings in the mine'],
  ["an unknown method", { id: 7, method: "A canary sings in the mine" }],
  ["a text that is a number", { id: 7, method: "label", texts: [3, "A canary sings in the mine"] }],
  [
    "an unknown observation",
    { id: 7, method: "score", references: [{ "A canary sings": 1 }], candidates: [] },
  ],
  [
    "a label like 2",
    { id: 7, method: "score", references: [{ Edema: 2 }], candidates: ["A canary"] },
  ],
])("answers %s with a code, without text, and goes on", async (_, line) => {
  const { replies, stderr } = await serve(line, { id: 8, method: "ping" });

  expect(replies[0]).toMatchObject({ error: { code: "STDIO_BAD_REQUEST" } });
  expect(replies[1]).toMatchObject({ id: 8 });
  expect(JSON.stringify(replies[0]) + stderr).not.toContain("canary");
});

test("answers another number of candidates than references with a code", async () => {
  const { replies } = await serve({
    id: 1,
    method: "score",
    references: ["Edema."],
    candidates: [],
  });

  expect(replies[0]).toMatchObject({ id: 1, error: { code: "METRIC_LENGTHS_DIFFER" } });
});

test("refuses to serve without a way to", async () => {
  const { stderr, exitCode } = await runInProcess(["serve"], { cwd: "." });

  expect(stderr).toContain("STDIO_ONLY");
  expect(exitCode).toBe(2);
});

test("lines are split across chunks, and a too long one is thrown away alone", async () => {
  async function* chunks() {
    yield Buffer.from("ab\r\nc");
    yield Buffer.from("defghijk\nlm");
  }

  const lines: Line[] = [];
  for await (const line of readLines(chunks(), 4)) lines.push(line);

  expect(lines).toEqual([{ text: "ab" }, { tooLong: true }, { text: "lm" }]);
});
