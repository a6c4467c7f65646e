/**
 * @file A run that is killed at any moment goes on and ends with the bytes of an undisturbed run.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { writeManyReports } from "../support/many-reports.ts";
import { runProgram } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROWS = 100_000;
const KILLS = 100;

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

test(`${KILLS} kills at random moments of ${ROWS} rows change no byte`, async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  await writeManyReports(join(cwd, "in.csv"), ROWS);
  const startedAt = performance.now();
  await runProgram(["label", "in.csv", "-o", "whole.csv"], { cwd });
  const wholeMs = performance.now() - startedAt;
  const whole = sha256(join(cwd, "whole.csv"));
  let kills = 0;
  let ends = 0;

  // A kill may come before the first save or in the middle of one; every run resumes what is there.
  while (kills < KILLS) {
    const argv = ["label", "in.csv", "-o", "out.csv", "--resume"];
    const result = await runProgram(argv, {
      cwd,
      onStart: (child) => {
        const afterMs = 50 + Math.random() * Math.min(wholeMs, 4000);
        void wait(afterMs, undefined, { ref: false }).then(() => child.kill("SIGKILL"));
      },
    });
    if (result.exitCode === null) {
      kills += 1;
      continue;
    }
    expect(result.exitCode).toBe(0);
    expect(sha256(join(cwd, "out.csv"))).toBe(whole);
    ends += 1;
  }
  const last = await runProgram(["label", "in.csv", "-o", "out.csv", "--resume"], { cwd });

  expect(last.exitCode).toBe(0);
  expect(sha256(join(cwd, "out.csv"))).toBe(whole);
  expect(readdirSync(cwd).filter((name) => name.startsWith("out.csv"))).toEqual([
    "out.csv",
    "out.csv.manifest.json",
  ]);
  process.stdout.write(`${kills} kills, ${ends + 1} runs to the end, all equal\n`);
});

test("Ctrl-C saves, prints the line that goes on, and that line ends the work", async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  await writeManyReports(join(cwd, "in.csv"), 30_000);
  await runProgram(["label", "in.csv", "-o", "whole.csv"], { cwd });

  const stopped = await runProgram(["label", "in.csv", "-o", "out.csv"], {
    cwd,
    onStart: (child) => void interruptWhenWriting(child.pid ?? 0, join(cwd, "out.csv.state.json")),
  });
  const line = /chexbert (label .* --resume)/.exec(stopped.stderr)?.[1] ?? "";
  const resumed = await runProgram(line.split(" "), { cwd });

  expect(stopped.exitCode).toBe(130);
  expect(resumed.exitCode).toBe(0);
  expect(resumed.stderr).toMatch(/^Resuming after row \d+\n/);
  expect(sha256(join(cwd, "out.csv"))).toBe(sha256(join(cwd, "whole.csv")));
});

async function interruptWhenWriting(pid: number, statePath: string): Promise<void> {
  for (let i = 0; i < 1000; i += 1) {
    await wait(10);
    if (readdirSync(join(statePath, "..")).includes("out.csv.state.json")) break;
  }
  process.kill(pid, "SIGINT");
}

test("a closed pipe ends the program silently", async () => {
  using folder = temporaryFolder();
  await writeManyReports(join(folder.path, "in.csv"), 20_000);

  const result = await runProgram(["label", "in.csv"], {
    cwd: folder.path,
    onStart: (child) => child.stdout?.once("data", () => child.stdout?.destroy()),
  });

  expect(result.stderr).toBe("");
  expect(result.exitCode).toBe(0);
});
