/**
 * @file Which format a table has, by its name and its first bytes.
 */
import { FormatError } from "../base/errors.ts";
import type { ReportFormat } from "./report.ts";

const EXTENSIONS: ReadonlyMap<string, ReportFormat> = new Map([
  ["csv", "csv"],
  ["tsv", "tsv"],
  ["tab", "tsv"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
]);

/** First bytes of files that are often given by mistake, as Latin-1. */
const OTHER_FILES: readonly (readonly [string, string])[] = [
  ["PK\u0003\u0004", "a zip archive or an Excel workbook"],
  ["\u001f\u008b", "a gzip file"],
  ["PAR1", "a Parquet file"],
  ["%PDF", "a PDF"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Office file"],
  ["\u00ff\u00fe", "UTF-16 text"],
  ["\u00fe\u00ff", "UTF-16 text"],
  ["SQLite format 3", "an SQLite database"],
];

/** Names the format; content wins over the name, and a file of another kind is refused. */
export function sniffFormat(name: string, firstBytes: Uint8Array): ReportFormat {
  const head = Buffer.from(firstBytes.subarray(0, 4096)).toString("latin1");
  const other = OTHER_FILES.find(([magic]) => head.startsWith(magic))?.[1];
  if (other !== undefined) throw unsupported(name, other);
  const text = head.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (text.startsWith("{")) return "jsonl";
  if (/^\[\s*[{\]]/.test(text)) throw unsupported(name, "a JSON list");
  const [line = ""] = text.split(/[\r\n]/, 1);
  if (line.includes("\t") && !line.includes(",")) return "tsv";
  return formatOfName(name) ?? "csv";
}

/** The format that a file name's extension stands for. */
export function formatOfName(name: string): ReportFormat | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : EXTENSIONS.get(extension);
}

function unsupported(name: string, got: string): FormatError {
  return new FormatError(
    "FORMAT_UNSUPPORTED",
    `Expected CSV, TSV or JSONL in ${name}, got ${got}`,
    {
      hint: "Convert it, or force a format with --format csv, tsv or jsonl",
      place: { file: name },
    },
  );
}
