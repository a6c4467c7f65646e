/**
 * @file Wrong invocations of the built program: exit code, error code, hint; no stack trace, no
 * report text, nothing half-written.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROGRAM, runProgram } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Text of the reports; none of its words may appear in a message. */
const SECRET = "Zebraic opacification beneath marigold sutures";

const GOOD = `study_id,Report Impression\n1,${SECRET}.\n`;

/** Files of the folder in which every case runs. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  "good.csv": GOOD,
  "other.csv": `study_id,impression,findings\n1,${SECRET}.,${SECRET}.\n`,
  "headless.csv": `${SECRET}.,${SECRET} again and again.\n1,2\n`,
  "header-only.csv": "study_id,Report Impression\n",
  "empty.csv": "",
  "twice.csv": `id,text,text\n1,${SECRET},${SECRET}\n`,
  "ragged.csv": `id,text\n1,${SECRET}, it seems\n`,
  "quote.csv": `id,text\n1,"${SECRET}" indeed\n`,
  "open.csv": `id,text\n1,"${SECRET}\n2,${SECRET}\n`,
  "latin.csv": Buffer.from(`id,text\n1,${SECRET} caf\u00e9\n`, "latin1"),
  "cr.csv": `id,text\n1,${SECRET}\r and more\n`,
  "zero.csv": `id,text\n1,${SECRET}\0\n`,
  "book.csv": Buffer.from("PK\u0003\u0004 and so on", "latin1"),
  "sheet.csv": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, "utf16le")]),
  "list.jsonl": `[{"text":"${SECRET}"}]`,
  "bad.jsonl": `{"text":"${SECRET}"}\n${SECRET}\n`,
  "keyless.jsonl": `{"text":"${SECRET}"}\n{"txt":"${SECRET}"}\n`,
  "newkey.jsonl": `{"text":"${SECRET}"}\n{"text":"${SECRET}","more":1}\n`,
  "labeled.csv": `text,Edema\n${SECRET},1\n`,
  "wide.csv": `a,b,${SECRET}\n`,
};

const LONG_CELL_BYTES = 50 * 1024 * 1024;

interface WrongCase {
  readonly argv: readonly string[];
  readonly exitCode: number;
  readonly code: string;
  readonly env?: Readonly<Record<string, string>>;
}

function wrong(line: string, exitCode: number, code: string, env?: WrongCase["env"]): WrongCase {
  return { argv: line.split(" "), exitCode, code, ...(env && { env }) };
}

const CASES: readonly WrongCase[] = [
  wrong("labl good.csv", 2, "ARGUMENT_UNKNOWN_COMMAND"),
  wrong("label", 2, "ARGUMENT_MISSING"),
  wrong("label good.csv --text-colunm x", 2, "ARGUMENT_UNKNOWN_OPTION"),
  wrong("label good.csv -o", 2, "ARGUMENT_MISSING_VALUE"),
  wrong("label good.csv -o --resume", 2, "ARGUMENT_MISSING_VALUE"),
  wrong("label good.csv other.csv -o out.csv", 2, "ARGUMENT_EXCESS"),
  wrong("label good.csv --labels numbers", 2, "ARGUMENT_BAD_VALUE"),
  wrong("label good.csv -o out.csv", 2, "ARGUMENT_BAD_VALUE", { CHEXBERT_COLUMNS: "alphabetical" }),
  wrong("label good.csv --engine rules --probabilities -o out.csv", 2, "OPTION_NEEDS_MODEL"),
  wrong("label good.csv --resume", 2, "RESUME_IMPOSSIBLE"),
  wrong("label good.csv -o good.csv", 2, "OUTPUT_IS_INPUT"),
  wrong("label good.csv -o link.csv", 2, "OUTPUT_IS_INPUT"),
  wrong("label good.csv -o nowhere/out.csv", 2, "OUTPUT_NO_FOLDER"),
  wrong("label good.csv -o folder", 2, "OUTPUT_IS_FOLDER"),
  wrong("label other.csv -o out.csv", 3, "CSV_MISSING_COLUMN"),
  wrong("label good.csv --text-column Impresion -o out.csv", 3, "CSV_MISSING_COLUMN"),
  wrong("label good.csv --id-column uid -o out.csv", 3, "CSV_MISSING_COLUMN"),
  wrong("label header-only.csv -o out.csv", 3, "TABLE_NO_ROWS"),
  wrong("label twice.csv -o out.csv", 3, "CSV_DUPLICATE_COLUMN"),
  wrong("label ragged.csv -o out.csv", 3, "CSV_RAGGED_ROW"),
  wrong("label quote.csv -o out.csv", 3, "CSV_BAD_QUOTE"),
  wrong("label open.csv -o out.csv", 3, "CSV_UNCLOSED_QUOTE"),
  wrong("label cr.csv -o out.csv", 3, "CSV_MIXED_LINE_ENDS"),
  wrong("label long.csv -o out.csv", 3, "RECORD_TOO_LONG"),
  wrong("label bad.jsonl -o out.jsonl", 3, "JSONL_BAD_LINE"),
  wrong("label keyless.jsonl -o out.jsonl", 3, "JSONL_MISSING_KEY"),
  wrong("label newkey.jsonl -o out.csv", 3, "JSONL_NEW_KEY"),
  wrong("label labeled.csv -o out.csv", 3, "LABEL_COLUMN_EXISTS"),
  wrong("explain good.csv --row 7", 3, "REPORT_NOT_FOUND"),
  wrong("label missing.csv -o out.csv", 4, "FILE_NOT_FOUND"),
  wrong("label folder -o out.csv", 4, "FILE_IS_FOLDER"),
  wrong("label empty.csv -o out.csv", 4, "FILE_EMPTY"),
  wrong("label headless.csv -o out.csv", 4, "CSV_NO_HEADER"),
  wrong("label latin.csv -o out.csv", 4, "ENCODING_NOT_UTF8"),
  wrong("label zero.csv -o out.csv", 4, "FILE_IS_BINARY"),
  wrong("label book.csv -o out.csv", 4, "FORMAT_UNSUPPORTED"),
  wrong("label sheet.csv -o out.csv", 4, "FORMAT_UNSUPPORTED"),
  wrong("label list.jsonl -o out.jsonl", 4, "FORMAT_UNSUPPORTED"),
  wrong("label good.csv --checkpoint missing.pth -o out.csv", 4, "CHECKPOINT_NOT_FOUND"),
  wrong("chexpert-label --output_path out.csv", 2, "ARGUMENT_MISSING"),
  wrong("chexpert-label --reports_path wide.csv --output_path out.csv", 4, "CSV_TOO_MANY_COLUMNS"),
  wrong("explain CSV_MISSING_COLUM", 2, "ERROR_CODE_UNKNOWN"),
  wrong("completion tcsh", 2, "ARGUMENT_BAD_VALUE"),
];

function prepareFolder(path: string): void {
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(path, name), content);
  const long = Buffer.alloc(LONG_CELL_BYTES, "x");
  writeFileSync(join(path, "long.csv"), Buffer.concat([Buffer.from('id,text\n1,"'), long]));
  symlinkSync("good.csv", join(path, "link.csv"));
  mkdirSync(join(path, "folder"));
}

function expectErrorShape(stderr: string, code: string): void {
  const lines = stderr.trimEnd().split("\n");
  expect(lines[0]).toMatch(new RegExp(`^error\\[${code}\\]: Expected .+, got .*[^.]$`));
  expect(lines[1]).toMatch(/^ {2}hint: .+[^.]$/);
  expect(lines[2]).toBe(`  details: chexbert explain ${code}`);
  expect(lines).toHaveLength(3);
  expect(stderr).not.toMatch(/^\s+at /m);
  for (const word of SECRET.split(" ")) expect(stderr).not.toContain(word);
}

test("every wrong invocation has its exit code and error, and writes nothing", async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  prepareFolder(cwd);
  const before = readdirSync(cwd, { recursive: true }).toSorted();

  for (const { argv, exitCode, code, env } of CASES) {
    const result = await runProgram(argv, { cwd, ...(env && { env }) });

    expect(result, argv.join(" ")).toMatchObject({ exitCode, stdout: "" });
    expectErrorShape(result.stderr, code);
    expect(readdirSync(cwd, { recursive: true }).toSorted(), argv.join(" ")).toEqual(before);
  }
});

test.runIf(process.getuid?.() !== 0)("a folder without permission is named", async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  prepareFolder(cwd);
  chmodSync(join(cwd, "folder"), 0o500);

  const result = await runProgram(["label", "good.csv", "-o", "folder/out.csv"], { cwd });

  expect(result.exitCode).toBe(5);
  expectErrorShape(result.stderr, "FILE_NOT_WRITABLE");
});

test.runIf(process.platform === "linux")(
  "a full device ends the run with its own code",
  async () => {
    using folder = temporaryFolder();
    const cwd = folder.path;
    prepareFolder(cwd);

    const result = await runProgram(["label", "good.csv", "-o", "/dev/full"], { cwd });

    expect(result.exitCode).toBe(5);
    expectErrorShape(result.stderr, "DISK_FULL");
  },
);

test.runIf(process.platform === "linux").each(["label good.csv", "explain clear", "--help"])(
  "%s into a full device ends with its own code",
  async (line) => {
    using folder = temporaryFolder();
    prepareFolder(folder.path);
    using full = openFull();

    const result = spawnSync(process.execPath, [PROGRAM, ...line.split(" ")], {
      cwd: folder.path,
      stdio: ["ignore", full.descriptor, "pipe"],
      encoding: "utf8",
    });

    expect(result.status).toBe(5);
    expectErrorShape(result.stderr, "DISK_FULL");
  },
);

function openFull(): Disposable & { readonly descriptor: number } {
  const descriptor = openSync("/dev/full", "w");
  return { descriptor, [Symbol.dispose]: () => closeSync(descriptor) };
}
