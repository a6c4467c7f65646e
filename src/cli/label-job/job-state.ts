/**
 * @file The state of an unfinished job: `OUT.state.json` beside `OUT.partial`.
 *
 * The state never runs ahead of the partial file: bytes are on the disk before the state counts
 * them. What the partial file holds beyond the state's count is cut off on resuming.
 */
import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "../../base/errors.ts";
import type { TablePosition } from "../../reports/report.ts";
import type { LabelCounts } from "./label-counts.ts";

/** What must not change between a job and its resumption. */
export interface JobChecksums {
  readonly input: string;
  readonly options: string;
  readonly labeler: string;
}

export interface JobState {
  readonly version: 1;
  readonly checksums: JobChecksums;
  /** Where reading goes on. */
  readonly position: TablePosition;
  /** The last row that is done; rows up to it are passed over after `position`. */
  readonly lastRow: number;
  readonly outputBytes: number;
  readonly errorBytes: number;
  readonly vectorBytes: number;
  readonly counts: LabelCounts;
  readonly elapsedMs: number;
  /** How often the job was resumed. */
  readonly resumed: number;
}

/** Reads the state of a job; `undefined` when there is none that can be read. */
export async function readJobState(path: string): Promise<JobState | undefined> {
  try {
    // This program wrote the file, atomically; another version is told by its number.
    const state = JSON.parse(await readFile(path, "utf8")) as JobState;
    return state.version === 1 ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces the state; it is on the disk when the promise resolves. */
export async function saveJobState(path: string, state: JobState): Promise<void> {
  await writeFileAtomic(path, `${JSON.stringify(state)}\n`, { fsync: true });
}

/** Removes the state and its leftovers. */
export async function removeJobState(path: string): Promise<void> {
  await removeLeftovers(path);
  await rm(path, { force: true });
}

/** Removes what a process that was killed while it saved may have left of a newer file. */
export async function removeLeftovers(path: string): Promise<void> {
  const leftovers = (await readdir(dirname(path))).filter(
    (name) => name.startsWith(`${basename(path)}.`) && /\.\d+$/.test(name),
  );
  for (const name of leftovers) await rm(join(dirname(path), name), { force: true });
}

/** Checksum of facts, whatever the order of their keys. */
export function checksumOf(facts: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}

/** Refuses to resume a job when something else would come out. */
export function checkResumable(before: JobChecksums, now: JobChecksums, statePath: string): void {
  const names = ["input", "options", "labeler"] as const;
  const changed = names.filter((name) => before[name] !== now[name]);
  if (changed.length === 0) return;
  throw new UsageError(
    "RESUME_MISMATCH",
    `Expected the same input, options and labeler as in ${statePath}, got another checksum of the ${changed.join(" and the ")}`,
    {
      hint: "Run without --resume to start again, or restore what has changed",
      place: { file: statePath },
    },
  );
}
