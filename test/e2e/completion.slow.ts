/**
 * @file The completion scripts are accepted by the shells, and the program answers them.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each([
  ["bash", ["-n"]],
  ["zsh", ["-n"]],
  ["fish", ["--no-execute"]],
])("%s accepts its script", async (shell, argv) => {
  using folder = temporaryFolder();
  const { stdout, exitCode } = await runProgram(["completion", shell], { cwd: folder.path });

  expect(exitCode).toBe(0);
  expect(stdout).toContain("chexbert");
  // A shell that is not installed cannot be asked.
  if (spawnSync(shell, ["--version"]).status !== 0) return;
  execFileSync(shell, argv, { input: stdout });
});

test("bash completes a command through the script", async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  const { stdout: script } = await runProgram(["completion", "bash"], { cwd });
  const bin = join(import.meta.dirname, "../../bin/chexbert.js");
  const ask = `
    chexbert() { "${process.execPath}" "${bin}" "$@"; }
    ${script}
    COMP_WORDS=(chexbert lab); COMP_CWORD=1; COMP_LINE="chexbert lab"; COMP_POINT=12
    __chexbert_complete
    printf '%s\\n' "\${COMPREPLY[@]}"
  `;

  const reply = execFileSync("bash", ["-c", ask], { cwd, encoding: "utf8" });

  expect(reply).toMatch(/^label\b/m);
});

test("options and choices are completed", async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;

  const options = await runProgram(["complete", "--", "label", "--text"], { cwd });
  const choices = await runProgram(["complete", "--", "label", "--labels", ""], { cwd });

  expect(options.stdout).toContain("--text-column");
  expect(choices.stdout).toMatch(/^nested\b/m);
});
