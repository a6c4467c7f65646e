/**
 * @file Which steps of the recipe are complete: a stamp per step, in the work folder.
 *
 * A step's key is a checksum of everything it was made from, the keys of earlier steps included.
 * The same key and a complete output: nothing to do. The same key, begun: go on. Another key: the
 * old output is of another recipe and goes away.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Step {
  readonly name: string;
  /** Everything that decides the output: settings, checksums of inputs, keys of steps. */
  readonly madeFrom: unknown;
  /** Files and folders that the step writes. */
  readonly outputs: readonly string[];
  /** Writes the outputs; after an interruption it is called again with what it had written. */
  readonly run: () => void | Promise<void>;
}

interface Stamp {
  readonly key: string;
  readonly state: "begun" | "complete";
}

/** Runs a step unless it is complete, and returns its key. */
export async function runStep(
  work: string,
  step: Step,
  note: (line: string) => void,
): Promise<string> {
  const { name, madeFrom, outputs, run } = step;
  const key = createHash("sha256").update(JSON.stringify(madeFrom)).digest("hex");
  const file = join(work, "steps", `${name}.json`);
  const stamp = readStamp(file);
  if (stamp?.key !== key) {
    for (const output of outputs) rmSync(output, { recursive: true, force: true });
  } else if (stamp.state === "complete" && outputs.every((output) => existsSync(output))) {
    note(`${name}: complete`);
    return key;
  }
  note(`${name}: ${stamp?.key === key ? "goes on" : "begins"}`);
  writeStamp(file, { key, state: "begun" });
  await run();
  writeStamp(file, { key, state: "complete" });
  return key;
}

function readStamp(file: string): Stamp | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Stamp) : undefined;
}

function writeStamp(file: string, stamp: Stamp): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `${JSON.stringify(stamp)}\n`);
}
