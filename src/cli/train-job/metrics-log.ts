/**
 * @file The metrics of a run as JSON lines: every step, evaluation and epoch, without any text.
 */
import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { TrainEvent } from "../../training/train-event.ts";

export interface MetricsLog extends AsyncDisposable {
  write(event: TrainEvent, seconds: number): Promise<void>;
}

/** Opens the log; lines of steps that a resumed run repeats are removed. */
export async function openMetricsLog(path: string, stepsDone: number): Promise<MetricsLog> {
  await mkdir(dirname(path), { recursive: true });
  const old = stepsDone === 0 ? "" : await readFile(path, "utf8").catch(() => "");
  const kept = old.split("\n").filter((line) => 0 < stepOf(line) && stepOf(line) <= stepsDone);
  await writeFileAtomic(path, kept.map((line) => `${line}\n`).join(""));
  const file: FileHandle = await open(path, "a");
  return {
    async write({ type, ...fields }, seconds) {
      if (type === "checkpointSaved") return;
      const line = { event: type, seconds: Number(seconds.toFixed(3)), ...toJson(fields) };
      await file.appendFile(`${JSON.stringify(line)}\n`);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** JSON has no NaN: it becomes null. Names that leave the process are snake_case. */
function toJson(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      // Observations are names, not fields.
      /^[a-z]/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key,
      typeof value === "object" && value !== null ? toJson({ ...value }) : value,
    ]),
  );
}

function stepOf(line: string): number {
  const [, step] = /"step":(\d+)/.exec(line) ?? [];
  return Number(step ?? 0);
}
