/**
 * @file Memory stays flat however long the table is.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeManyReports } from "../support/many-reports.ts";
import { runProgram } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const LIMIT_MB = 300;

/** Runs the program and returns its peak of resident memory, read while it runs (Linux). */
async function peakMb(argv: readonly string[], cwd: string): Promise<number> {
  let peak = 0;
  let timer: NodeJS.Timeout | undefined;
  const result = await runProgram(argv, {
    cwd,
    onStart: ({ pid }) => {
      timer = setInterval(() => {
        const kilobytes = /VmHWM:\s+(\d+)/.exec(statusOf(pid ?? 0))?.[1];
        peak = Math.max(peak, Number(kilobytes ?? 0) / 1024);
      }, 20);
    },
  });
  clearInterval(timer);
  expect(result.exitCode).toBe(0);
  return peak;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    // The process has just ended.
    return "";
  }
}

test.runIf(process.platform === "linux")(
  `a million rows take at most ${LIMIT_MB} MB, hardly more than a hundred thousand`,
  async () => {
    using folder = temporaryFolder();
    const cwd = folder.path;
    // Fewer rows end before the heap has reached the size at which it is collected.
    await writeManyReports(join(cwd, "small.csv"), 100_000);
    await writeManyReports(join(cwd, "large.csv"), 1_000_000);

    const small = await peakMb(["label", "small.csv", "-o", "small-out.csv"], cwd);
    const large = await peakMb(["label", "large.csv", "-o", "large-out.csv"], cwd);

    process.stdout.write(`peak ${small.toFixed(0)} MB at 10^5, ${large.toFixed(0)} MB at 10^6\n`);
    expect(large).toBeLessThan(LIMIT_MB);
    expect(large).toBeLessThan(small + 100);
  },
);
