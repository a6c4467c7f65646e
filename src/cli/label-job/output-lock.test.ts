import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { lockOutput } from "./output-lock.ts";

test("a second run waits for nobody and is refused", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "out.csv.lock");
  await using _held = await lockOutput(path);

  await expect(lockOutput(path)).rejects.toMatchObject({ code: "OUTPUT_LOCKED" });
});

test.runIf(process.platform === "linux")(
  "a killed process that nobody has buried does not block",
  async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, "out.csv.lock");
    // The shell becomes a program that never asks for its dead child.
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 20"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const pid = Number(await new Promise((resolve) => parent.stdout.once("data", resolve)));
    const facts = await statWhenDead(pid);
    writeFileSync(path, JSON.stringify({ pid, host: hostname(), started: facts[19] }));

    await using _taken = await lockOutput(path);
    const holder: unknown = JSON.parse(readFileSync(path, "utf8"));

    parent.kill();
    expect(holder).toMatchObject({ pid: process.pid });
  },
);

/** The fields after the name in `/proc/PID/stat`, once the process is dead. */
async function statWhenDead(pid: number): Promise<readonly string[]> {
  for (;;) {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return fields;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
