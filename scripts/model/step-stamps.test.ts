import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runStep } from "./step-stamps.ts";

let work = "";
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "chexbert-steps-"));
});
afterEach(() => rmSync(work, { recursive: true }));

/** Runs a step that writes one file; returns what it noted and whether the file was there before. */
async function write(madeFrom: unknown, fails: "fails" | "succeeds" = "succeeds") {
  const output = join(work, "output");
  const notes: string[] = [];
  const seen: boolean[] = [];
  const run = () => {
    seen.push(existsSync(output));
    writeFileSync(output, "x");
    if (fails === "fails") throw new Error("interrupted");
  };
  const step = { name: "write", madeFrom, outputs: [output], run };
  await runStep(work, step, (line) => notes.push(line)).catch(() => notes.push("interrupted"));
  return { notes, seen };
}

test("a complete step is not run again", async () => {
  await write({ seed: 1 });

  expect(await write({ seed: 1 })).toEqual({ notes: ["write: complete"], seen: [] });
});

test("an interrupted step goes on with what it had written", async () => {
  await write({ seed: 1 }, "fails");

  expect(await write({ seed: 1 })).toEqual({ notes: ["write: goes on"], seen: [true] });
});

test("a step made from something else begins anew", async () => {
  await write({ seed: 1 });

  expect(await write({ seed: 2 })).toEqual({ notes: ["write: begins"], seen: [false] });
});

test("a step whose output is gone is run again", async () => {
  await write({ seed: 1 });
  rmSync(join(work, "output"));

  expect((await write({ seed: 1 })).seen).toEqual([false]);
});
