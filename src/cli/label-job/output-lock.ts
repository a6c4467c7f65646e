/**
 * @file One process at a time writes an output: `OUT.lock` names it.
 *
 * The lock of a process that is gone does not count. A process number may be given anew, so on
 * Linux the lock also holds when the process started.
 */
import { readFileSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { RuntimeError } from "../../base/errors.ts";

interface LockJson {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

/** Takes the lock of an output; disposing gives it back. */
export async function lockOutput(lockPath: string): Promise<AsyncDisposable> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await tryToLock(lockPath)) {
      return { [Symbol.asyncDispose]: () => rm(lockPath, { force: true }) };
    }
    const holder = await readLock(lockPath);
    if (holder !== undefined && isAlive(holder)) throw outputLocked(lockPath, holder);
    await rm(lockPath, { force: true });
  }
  throw outputLocked(lockPath, undefined);
}

async function tryToLock(lockPath: string): Promise<boolean> {
  const own: LockJson = {
    pid: process.pid,
    host: hostname(),
    started: processFacts(process.pid).started,
  };
  try {
    await using file = await open(lockPath, "wx");
    await file.writeFile(JSON.stringify(own));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function readLock(lockPath: string): Promise<LockJson | undefined> {
  try {
    // This program wrote the file.
    return JSON.parse(await readFile(lockPath, "utf8")) as LockJson;
  } catch {
    // Gone meanwhile, or its writer was killed before it wrote.
    return undefined;
  }
}

function isAlive(holder: LockJson): boolean {
  // Nobody can tell from here whether a process of another machine runs.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    const isForeign = error instanceof Error && "code" in error && error.code === "EPERM";
    if (!isForeign) return false;
  }
  const { state, started } = processFacts(holder.pid);
  // A killed process keeps its number until its parent asks for it, in some containers for ever.
  return state !== "Z" && state !== "X" && started === holder.started;
}

/** State of a process, and its start in clock ticks since boot; empty where the system is silent. */
function processFacts(pid: number): { readonly state: string; readonly started: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field may hold blanks and parentheses; the third is the state, the 22nd the start.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", started: fields[19] ?? "" };
  } catch {
    return { state: "", started: "" };
  }
}

function outputLocked(lockPath: string, holder: LockJson | undefined): RuntimeError {
  const who = holder === undefined ? "other processes" : `process ${holder.pid} on ${holder.host}`;
  return new RuntimeError("OUTPUT_LOCKED", `Expected to write alone, got ${who} at work`, {
    hint: `Wait for it, or remove ${lockPath} when it is not at work`,
    place: { file: lockPath },
  });
}
