import { createHash } from "node:crypto";
import { splitRecordBlocks } from "../../reports/record-blocks.ts";
import type { ReportFormat } from "../../reports/report.ts";
import type { ReportSource } from "../../reports/report-source.ts";

/** What one pass over the bytes of a file tells before any report is labeled. */
export interface InputSurvey {
  readonly bytes: number;
  readonly sha256: string;
  readonly rowCount: number;
}

/** Reads a file once: its checksum, its number of rows, and every fault that bytes can have. */
export async function surveyInput(
  source: ReportSource,
  format: ReportFormat,
  signal: AbortSignal,
): Promise<InputSurvey> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.read(0)) {
      signal.throwIfAborted();
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const delimiters = { csv: 44, tsv: 9, jsonl: undefined };
  const headerCount = format === "jsonl" ? 0 : 1;
  const blocks = splitRecordBlocks(hashed(), {
    file: source.name,
    delimiterByte: delimiters[format],
    headerCount,
    start: { byte: 0, row: 0 },
  });
  let recordCount = 0;
  for await (const block of blocks) recordCount += block.recordCount;
  return { bytes, sha256: hash.digest("hex"), rowCount: Math.max(0, recordCount - headerCount) };
}
