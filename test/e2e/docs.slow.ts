/**
 * @file What README, guides and examples tell people to run does run.
 *
 * A `sh` block runs line by line in a folder that holds `examples/`; lines that install something
 * are passed over. A `js` block runs as a module of its own. A program under `examples/` runs as
 * its header says.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROGRAM } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");

interface Block {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}

function pages(): readonly string[] {
  const guides = join(root, "docs/guide");
  const names = existsSync(guides)
    ? readdirSync(guides)
        .filter((name) => name.endsWith(".md"))
        .map((name) => `docs/guide/${name}`)
    : [];
  return ["README.md", ...names].filter((name) => existsSync(join(root, name)));
}

function blocks(languages: readonly string[]): readonly Block[] {
  return pages().flatMap((page) =>
    Array.from(
      readFileSync(join(root, page), "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms),
      ([, language = "", code = ""]) => ({ page, language, code }),
    ).filter((block) => languages.includes(block.language)),
  );
}

/** A `bin` folder whose programs are those of this package. */
function writeBin(folder: string): string {
  const bin = join(folder, ".bin");
  mkdirSync(bin);
  for (const name of readdirSync(join(PROGRAM, ".."))) {
    const file = join(PROGRAM, "..", name);
    const script = `#!/bin/sh\nexec "${process.execPath}" "${file}" "$@"\n`;
    writeFileSync(join(bin, name.replace(/\.js$/, "")), script, { mode: 0o755 });
  }
  writeFileSync(join(bin, "npx"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  return bin;
}

/** Lines that fetch or build something: they are tried by the tests of the package itself. */
function isInstallLine(line: string): boolean {
  return /^(npm |git |cd |export |ONNXRUNTIME_NODE_INSTALL=)/.test(line);
}

test("the shell blocks of the pages run", () => {
  for (const { page, code } of blocks(["sh", "bash"])) {
    using folder = temporaryFolder();
    cpSync(join(root, "examples"), join(folder.path, "examples"), { recursive: true });
    const bin = writeBin(folder.path);
    const script = code
      .split("\n")
      .filter((line) => !isInstallLine(line))
      .join("\n");

    const run = () =>
      execFileSync("bash", ["-euo", "pipefail", "-c", script], {
        cwd: folder.path,
        env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` },
        stdio: "pipe",
      });

    expect(run, `${page}:\n${code}`).not.toThrow();
  }
}, 300_000);

test("the JavaScript blocks of the pages run", () => {
  // A file inside of the package may import the package by its name.
  const folder = join(root, "test/e2e/.blocks");
  mkdirSync(folder, { recursive: true });
  try {
    for (const [i, { page, code }] of blocks(["js", "ts"]).entries()) {
      const file = join(folder, `block-${i}.mjs`);
      writeFileSync(file, code);

      const run = () => execFileSync(process.execPath, [file], { cwd: root, encoding: "utf8" });

      // A misspelled property runs too, and prints this.
      expect(run(), `${page}:\n${code}`).not.toContain("undefined");
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 300_000);

test("the programs under examples/ run as their headers say", () => {
  const names = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".js"));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const text = readFileSync(join(root, "examples", name), "utf8");
    const [, line = ""] = /^ \*\s+(node examples\/.*)$/m.exec(text) ?? [];

    const output = execFileSync("bash", ["-c", line], { cwd: root, encoding: "utf8" });

    expect(output, name).not.toBe("");
  }
});
