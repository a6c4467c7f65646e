/**
 * `chexbert label --checkpoint` killed again and again; runs the built program, as users do.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { checkpointPath } from "../support/checkpoint-fixtures.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const program = join(import.meta.dirname, "../../bin/chexbert.js");

/** A vocabulary of 29 entries, as the model has. */
const ENTRIES = Array.from({ length: 29 }, (_, id) => `w${id}`);
ENTRIES.splice(0, 5, "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

const ROWS = 20_000;

function writeInputs(folder: string): void {
  writeFileSync(join(folder, "vocab.txt"), ENTRIES.join("\n"));
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const words = Array.from({ length: i % 17 }, (_, n) => `w${5 + ((i * 7 + n * n * 3) % 24)}`);
    return `${i + 1},${words.join(" ")}`;
  });
  writeFileSync(join(folder, "reports.csv"), `id,Report Impression\n${rows.join("\n")}\n`);
}

function start(folder: string, name: string) {
  const options = ["--probabilities", "--logits", "--embeddings", `${name}.npy`, "--resume"];
  const model = ["--checkpoint", checkpointPath("wide-zip.pth"), "--vocab", "vocab.txt"];
  return spawn(
    process.execPath,
    [program, "label", "reports.csv", "-o", `${name}.csv`, ...model, ...options],
    { cwd: folder, stdio: "ignore" },
  );
}

test("labels, logits and vectors of a run that was killed again and again are those of a whole one", async () => {
  using folder = temporaryFolder();
  writeInputs(folder.path);
  const startedAt = performance.now();
  const [wholeExit] = await once(start(folder.path, "whole"), "exit");
  const wholeMs = performance.now() - startedAt;
  let kills = 0;

  while (!existsSync(join(folder.path, "killed.csv"))) {
    const child = start(folder.path, "killed");
    const exit = once(child, "exit");
    // From before the first row to well into the run, and longer each time, so that it ends.
    const share = 0.15 + ((kills * 0.13) % 0.25) + kills * 0.01;
    await Promise.race([exit, sleep(wholeMs * share)]);
    child.kill("SIGKILL");
    await exit;
    kills += 1;
    expect(kills).toBeLessThan(100);
  }

  expect(wholeExit).toBe(0);
  expect(kills).toBeGreaterThan(1);
  const read = (name: string) => readFileSync(join(folder.path, name));
  expect(read("killed.csv").equals(read("whole.csv"))).toBe(true);
  expect(read("killed.npy").equals(read("whole.npy"))).toBe(true);
});
