/**
 * @file The Python client and the reward example against a real process, by the system's Python.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("the Python client passes its own tests on a built package", () => {
  const command = [process.execPath, join(root, "bin/chexbert.js")];
  const script = join(import.meta.dirname, "test_client.py");

  const run = spawnSync("python3", [script, ...command], { encoding: "utf8" });

  expect(run.stderr).toMatch(/Ran 11 tests/);
  expect(run.status, run.stderr).toBe(0);
});

test("the reward example runs as its text says", () => {
  const command = [process.execPath, join(root, "bin/chexbert.js")];
  const script = join(root, "examples/python/reward_function.py");

  const run = spawnSync("python3", [script, ...command], { encoding: "utf8" });

  expect(run.status, run.stderr).toBe(0);
  expect(run.stdout).toMatch(/^1 \[1\.0, /m);
});
