import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type RunOptions,
  type RunResult,
  runInProcess,
} from "../../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { Interruption } from "../interruption.ts";

const REPORTS = `study_id,Report Impression,site
a,"No pneumothorax.
Mild edema.",=A1
b,,B
c,Possible pneumonia.,C
d,N/A,D
`;

const OBSERVATION_COUNT = 14;

/** Runs `chexbert ARGV` in a folder with the given files, and reads the folder afterwards. */
async function run(
  argv: readonly string[],
  files: Readonly<Record<string, string>> = { "in.csv": REPORTS },
  options: Omit<RunOptions, "cwd"> = {},
): Promise<RunResult & { readonly files: Readonly<Record<string, string>> }> {
  using folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text);
  const result = await runInProcess(argv, { ...options, cwd: folder.path });
  const names = readdirSync(folder.path);
  return {
    ...result,
    files: Object.fromEntries(
      names.map((name) => [name, readFileSync(join(folder.path, name), "utf8")]),
    ),
  };
}

test("labels follow the input's columns, and rows keep their order", async () => {
  const { exitCode, stdout, stderr } = await run(["label", "in.csv"]);

  const lines = stdout.split("\n");
  expect(exitCode).toBe(0);
  expect(lines[0]).toMatch(/^study_id,Report Impression,site,Enlarged Cardiomediastinum,/);
  expect(lines[0]?.split(",")).toHaveLength(3 + OBSERVATION_COUNT);
  expect(stdout).toContain('a,"No pneumothorax.\nMild edema.",=A1,,,,,1,,,,0,,,,,');
  expect(lines.filter((line) => /^[abcd],/.test(line)).map((line) => line[0])).toEqual([..."abcd"]);
  expect(stderr).toBe("warning: 4 reports, 2 empty\n");
});

test.each([
  ["csv", "1", "-1"],
  ["index", "1", "3"],
  ["word", "positive", "uncertain"],
])("--labels %s writes %s and %s", async (style, positive, uncertain) => {
  const { stdout } = await run(["label", "in.csv", "--labels", style, "--output-format", "jsonl"]);

  const rows = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(String(rows[0].Edema)).toBe(positive);
  expect(String(rows[2].Pneumonia)).toBe(uncertain);
  expect(rows[0]["Report Impression"]).toBe("No pneumothorax.\nMild edema.");
});

test("nested labels hold evidence whose offsets slice the text, in CSV too", async () => {
  const { stdout } = await run(["label", "in.csv", "--labels", "nested"]);

  expect(stdout).toContain('""class"":""uncertain""');
  expect(stdout).toContain('""mention"":{""start"":9,""end"":18}');
});

test("--columns, --numbers and --compat choose order and number style", async () => {
  const explicit = await run(["label", "in.csv", "--columns", "chexpert", "--numbers", "float"]);
  const compat = await run(["label", "in.csv", "-o", "out.csv", "--compat", "chexpert"]);

  expect(explicit.stdout).toMatch(/^study_id,Report Impression,site,No Finding,/);
  expect(explicit.stdout).toContain(",1.0,");
  const manifest = JSON.parse(compat.files["out.csv.manifest.json"] ?? "");
  expect(manifest.options).toMatchObject({ columns: "chexpert", numbers: "float" });
});

test("formulas are escaped on request, and labels never", async () => {
  const { stdout } = await run(["label", "in.csv", "--escape-formulas"]);

  expect(stdout).toContain("'=A1,");
  expect(stdout).toContain(",-1,");
});

test("standard input is read, and a table is shown on a terminal", async () => {
  const options = { stdin: REPORTS, terminal: { stdoutIsTerminal: true, columns: 100 } };

  const { stdout } = await run(["label", "-", "--color", "never"], {}, options);

  expect(stdout).toMatch(/study_id.*positive.*uncertain.*negative/);
  expect(stdout).toMatch(/ a .*Edema.*Pneumothorax/);
});

test("--json is one document with every report and the counts", async () => {
  const { stdout } = await run(["label", "in.csv", "--json"]);

  const document = JSON.parse(stdout);
  expect(document.reports).toHaveLength(4);
  expect(document.counts).toMatchObject({ reports: 4, empty: 2, skipped: 0 });
});

test("a file comes with its manifest and nothing else", async () => {
  const { files, stdout } = await run(["label", "in.csv", "-o", "out.csv"]);
  const again = await run(["label", "in.csv", "-o", "out.csv"]);

  expect(stdout).toBe("");
  expect(Object.keys(files).toSorted()).toEqual(["in.csv", "out.csv", "out.csv.manifest.json"]);
  const manifest = JSON.parse(files["out.csv.manifest.json"] ?? "");
  expect(manifest.input).toMatchObject({ name: "in.csv", bytes: REPORTS.length, rows: 4 });
  expect(manifest.options).toMatchObject({ textColumns: ["Report Impression"], labels: "csv" });
  expect(again.files).toEqual(files);
});

test("what a killed run left of a manifest or a state is cleared away", async () => {
  const { files } = await run(["label", "in.csv", "-o", "out.csv"], {
    "in.csv": REPORTS,
    "out.csv.manifest.json.1234567": "{",
    "out.csv.state.json.7654321": "{",
  });

  expect(Object.keys(files).toSorted()).toEqual(["in.csv", "out.csv", "out.csv.manifest.json"]);
});

test("a dry run writes no file and names the columns", async () => {
  const { files, stdout } = await run(["label", "in.csv", "-o", "out.csv", "--dry-run", "--json"], {
    "in.csv": REPORTS,
  });

  expect(Object.keys(files)).toEqual(["in.csv"]);
  expect(JSON.parse(stdout)).toMatchObject({
    rows: 4,
    options: { textColumns: ["Report Impression"], idColumn: "study_id" },
  });
}, 10_000);

test("rows left out are listed by number and code, and the exit code says so", async () => {
  const input = "id,text\n1,clear\n2,x,y\n3,no edema\n";

  const { exitCode, files } = await run(
    ["label", "in.csv", "-o", "out.csv", "--on-error", "skip"],
    {
      "in.csv": input,
    },
  );

  expect(exitCode).toBe(3);
  expect(files["out.csv.errors.csv"]).toBe("row,id,code\n2,,CSV_RAGGED_ROW\n");
  expect(files["out.csv"]?.trim().split("\n")).toHaveLength(3);
});

test("the first wrong row stops the run and leaves nothing behind", async () => {
  const input = "id,text\n1,clear\n2,x,y\n";

  const { exitCode, files } = await run(["label", "in.csv", "-o", "out.csv"], { "in.csv": input });

  expect(exitCode).toBe(3);
  expect(Object.keys(files)).toEqual(["in.csv"]);
});

test("an interrupted run says how to go on, and the whole is as if it had not been", async () => {
  using folder = temporaryFolder();
  const rows = Array.from({ length: 600 }, (_, i) => `${i},No edema in study ${i}.`);
  writeFileSync(join(folder.path, "in.csv"), `id,text\n${rows.join("\n")}\n`);
  const argv = ["label", "in.csv", "-o", "out.csv"];
  const signal = AbortSignal.abort(new Interruption("SIGINT"));

  const stopped = await runInProcess(argv, { cwd: folder.path, signal: neverDuringSurvey(signal) });
  const partial = readFileSync(join(folder.path, "out.csv.partial"), "utf8");
  const resumed = await runInProcess([...argv, "--resume"], { cwd: folder.path });
  const whole = readFileSync(join(folder.path, "out.csv"), "utf8");
  const fresh = await runInProcess(["label", "in.csv"], { cwd: folder.path });

  expect(stopped.exitCode).toBe(130);
  expect(stopped.stderr).toContain("chexbert label in.csv -o out.csv --resume");
  expect(partial.split("\n").length).toBeLessThan(300);
  expect(resumed.stderr).toMatch(/^Resuming after row \d+\n/);
  expect(whole).toBe(fresh.stdout);
});

/** A signal that is aborted for whoever asks, but throws for nobody: the survey goes on. */
function neverDuringSurvey(signal: AbortSignal): AbortSignal {
  return { aborted: true, reason: signal.reason, throwIfAborted: () => {} } as AbortSignal;
}

test.each([
  ["input", { change: "id,text\n0,No edema at all.\n1,Clear.\n" }, []],
  ["options", {}, ["--labels", "word"]],
])("--resume refuses another %s", async (what, { change }: { change?: string }, extra) => {
  using folder = temporaryFolder();
  const path = join(folder.path, "in.csv");
  writeFileSync(path, "id,text\n0,No edema.\n1,Clear.\n");
  const argv = ["label", "in.csv", "-o", "out.csv"];
  const signal = neverDuringSurvey(AbortSignal.abort(new Interruption("SIGINT")));
  await runInProcess(argv, { cwd: folder.path, signal });
  if (change !== undefined) writeFileSync(path, change);

  const result = await runInProcess([...argv, "--resume", ...extra], { cwd: folder.path });

  expect(result.exitCode).toBe(2);
  expect(result.stderr).toContain("error[RESUME_MISMATCH]");
  expect(result.stderr).toContain(`checksum of the ${what}\n`);
});

test("--resume with nothing to resume starts, and the lock of a dead process is no obstacle", async () => {
  const lock = JSON.stringify({ pid: 999_999_999, host: hostname(), started: "1" });

  const { exitCode, files } = await run(["label", "in.csv", "-o", "out.csv", "--resume"], {
    "in.csv": REPORTS,
    "out.csv.lock": lock,
  });

  expect(exitCode).toBe(0);
  expect(Object.keys(files)).toContain("out.csv");
  expect(Object.keys(files)).not.toContain("out.csv.lock");
});

test("the lock of a process at work is respected", async () => {
  const started = readFileSync(`/proc/${process.ppid}/stat`, "utf8").split(") ")[1]?.split(" ")[19];
  const lock = JSON.stringify({ pid: process.ppid, host: hostname(), started });

  const { exitCode, stderr } = await run(["label", "in.csv", "-o", "out.csv"], {
    "in.csv": REPORTS,
    "out.csv.lock": lock,
  });

  expect(exitCode).toBe(5);
  expect(stderr).toContain("error[OUTPUT_LOCKED]");
});

test("input and output must be two files, whatever their names", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "in.csv"), REPORTS);
  linkSync(join(folder.path, "in.csv"), join(folder.path, "link.csv"));
  mkdirSync(join(folder.path, "sub"));

  for (const output of ["in.csv", "sub/../in.csv", "link.csv"]) {
    const result = await runInProcess(["label", "in.csv", "-o", output], { cwd: folder.path });

    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain("error[OUTPUT_IS_INPUT]");
  }
  expect(readFileSync(join(folder.path, "in.csv"), "utf8")).toBe(REPORTS);
});

test.each(["out.xlsx", "out.parquet", "out.json", "out.csv.gz"])(
  "a name such as %s, which says another format, is refused",
  async (name) => {
    const { exitCode, stderr, files } = await run(["label", "in.csv", "-o", name]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain("error[OUTPUT_FORMAT_UNKNOWN]");
    expect(Object.keys(files)).toEqual(["in.csv"]);
  },
);

test("an output format that is asked for goes under any name", async () => {
  const { exitCode } = await run(["label", "in.csv", "-o", "o.json", "--output-format", "jsonl"]);

  expect(exitCode).toBe(0);
});

test("a lexicon beside labels that do not come from it is refused, not ignored", async () => {
  const { exitCode, stderr } = await run([
    "label",
    "in.csv",
    "--lexicon",
    ".",
    "--compat=chexpert",
  ]);

  expect(exitCode).toBe(2);
  expect(stderr).toContain("error[LEXICON_NEEDS_RULES]");
});

test("an error of a lexicon names the file as the user typed it, and the field", async () => {
  const own = JSON.stringify({ observation: "Edema", origin: "x", license: "x", inlcude: ["wet"] });

  const { stderr } = await run(["label", "in.csv", "--lexicon", "lexicon.d"], {
    "in.csv": REPORTS,
    "own.json": own,
  });
  const inFolder = await run(["label", "in.csv", "--lexicon", "."], {
    "in.csv": REPORTS,
    "own.json": own,
  });

  expect(stderr).toContain("Expected a folder of lexicon files at lexicon.d, got none");
  expect(inFolder.stderr).toContain(
    'Expected fields that a lexicon file has in own.json, got "inlcude"',
  );
});
