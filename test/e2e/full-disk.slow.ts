/**
 * @file A disk that is full in the middle of a run: nothing under the final name, and the run goes
 * on when there is room. Needs the right to mount a small file system.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeManyReports } from "../support/many-reports.ts";
import { runProgram } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function mount(path: string, size: string): boolean {
  mkdirSync(path);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", path], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

test("a full disk leaves no output, and --resume ends the work when there is room", async (context) => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  const disk = join(cwd, "disk");
  if (!mount(disk, "512k")) return context.skip("mounting is not allowed here");
  try {
    await writeManyReports(join(cwd, "in.csv"), 20_000);
    await runProgram(["label", "in.csv", "-o", "whole.csv"], { cwd });

    const full = await runProgram(["label", "in.csv", "-o", "disk/out.csv"], { cwd });
    const left = readdirSync(disk);
    execFileSync("mount", ["-o", "remount,size=64m", disk]);
    const resumed = await runProgram(["label", "in.csv", "-o", "disk/out.csv", "--resume"], {
      cwd,
    });

    expect(full.exitCode).toBe(5);
    expect(full.stderr).toContain("error[DISK_FULL]");
    expect(left).not.toContain("out.csv");
    expect(left).not.toContain("out.csv.lock");
    expect(resumed.exitCode).toBe(0);
    expect(readFileSync(join(disk, "out.csv"))).toEqual(readFileSync(join(cwd, "whole.csv")));
  } finally {
    execFileSync("umount", [disk]);
  }
});
