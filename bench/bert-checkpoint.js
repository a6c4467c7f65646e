/**
 * @file A random BERT-base as the released file has it, written by PyTorch once and kept.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../test/oracles/random_bert.py", import.meta.url));

/** Returns the path of a `.pth` with `module.` prefix and Adam state, about 1.3 GB. */
export function bertCheckpoint({ python, folder }, container = "zip") {
  const path = join(folder, `bert-base-${container}.pth`);
  if (!existsSync(path)) {
    execFileSync(python, [script, path, "--container", container], { stdio: "inherit" });
  }
  return path;
}
