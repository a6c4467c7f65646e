/**
 * @file A training run that is killed at any moment goes on and ends with the same numbers.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { runProgram } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { writeTinyModel, writeTinyTable } from "../support/tiny-model.ts";

const KILLS = 50;
const RECIPE = ["epochs=3", "batchSize=4", "evaluateEverySteps=20", "saveEverySeconds=0.1"];
const ARGV = ["train", "train.csv", "--dev", "dev.csv", "--from", "start"];
const SETTINGS = RECIPE.flatMap((field) => ["--set", `training.${field}`]);

test(`${KILLS} kills at random moments of a training run change no bit`, async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  await writeTinyModel(join(cwd, "start"));
  writeTinyTable(cwd, "train.csv", 200, 1);
  writeTinyTable(cwd, "dev.csv", 30, 2);
  const startedAt = performance.now();
  const whole = await runProgram([...ARGV, "-o", "whole", ...SETTINGS], { cwd });
  const wholeMs = performance.now() - startedAt;
  expect(whole.exitCode, whole.stderr).toBe(0);
  let kills = 0;
  let ends = 0;

  while (kills < KILLS) {
    const out = `out-${ends}`;
    const result = await runProgram([...ARGV, "-o", out, ...SETTINGS, "--resume"], {
      cwd,
      onStart: (child) => {
        const afterMs = 200 + Math.random() * wholeMs;
        void wait(afterMs, undefined, { ref: false }).then(() => child.kill("SIGKILL"));
      },
    });
    if (result.exitCode === null) {
      kills += 1;
      continue;
    }
    expect(result.exitCode, result.stderr).toBe(0);
    expect(checksums(join(cwd, out))).toEqual(checksums(join(cwd, "whole")));
    ends += 1;
  }
  const last = `out-${ends}`;
  await runProgram([...ARGV, "-o", last, ...SETTINGS, "--resume"], { cwd });

  expect(checksums(join(cwd, last))).toEqual(checksums(join(cwd, "whole")));
  process.stdout.write(`${kills} kills, ${ends + 1} runs to the end, all equal\n`);
});

/** Best model and last state, by name. What a killed process left half-written is none of them. */
function checksums(folder: string): Readonly<Record<string, string>> {
  const names = [
    "model.safetensors",
    ...readdirSync(join(folder, "training"))
      .filter((name) => name.endsWith(".pth") || name === "training-state.json")
      .map((name) => join("training", name)),
  ];
  const entries = names.map((name) => {
    const hash = createHash("sha256").update(readFileSync(join(folder, name)));
    return [name, hash.digest("hex")] as const;
  });
  return Object.fromEntries(entries);
}
