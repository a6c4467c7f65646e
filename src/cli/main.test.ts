import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type RunResult, runInProcess } from "../../test/support/run-in-process.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { FormatError, InputError, RuntimeError } from "../base/errors.ts";
import { type CommandRow, defineCommand } from "./command.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { Interruption } from "./interruption.ts";

const failures: Readonly<Record<string, () => unknown>> = {
  input: () => new InputError("CSV_RAGGED_ROW", "Expected 2 cells, got 3", { place: { row: 7 } }),
  format: () => new FormatError("FILE_NOT_FOUND", "Expected a file, got none"),
  runtime: () => new RuntimeError("DISK_FULL", "Expected room on the disk, got none"),
  bug: () => new TypeError("lungs are clear"),
  interrupt: () => new Interruption("SIGINT"),
  terminate: () => new Interruption("SIGTERM"),
};

/** A command of every kind of option, which prints its values or fails as told. */
const probe = defineCommand(
  {
    name: "probe",
    summary: "Print the values of every kind of option",
    operands: [{ name: "input", placeholder: "IN", help: "A word", required: true }],
    options: [
      { name: "dry-run", kind: "flag", help: "A flag" },
      { name: "text-column", kind: "text", value: "NAME", repeatable: true, help: "Names" },
      {
        name: "labels",
        kind: "choice",
        choices: ["csv", "word"],
        default: "csv",
        help: "A choice",
      },
      { name: "batch", kind: "integer", value: "N", min: 1, default: 8, help: "A number" },
      { name: "fail", kind: "text", value: "HOW", help: "A failure" },
    ],
    examples: [{ line: "chexbert probe x", help: "an example" }],
  },
  async ({ operands, options }, context) => {
    if (options.fail !== undefined) throw failures[options.fail]?.();
    context.note("a note");
    await context.write(`${JSON.stringify({ ...operands, ...options })}\n`);
    return EXIT_CODES.done;
  },
);

const commands: readonly CommandRow[] = [
  { name: "probe", summary: probe.declaration.summary, load: async () => probe },
];

async function run(
  argv: readonly string[],
  setup: { env?: Record<string, string>; project?: unknown; user?: unknown } = {},
): Promise<RunResult> {
  using folder = temporaryFolder();
  if (setup.project !== undefined) {
    writeFileSync(join(folder.path, "chexbert.config.json"), JSON.stringify(setup.project));
  }
  return await runInProcess(argv, { cwd: folder.path, commands, env: setup.env ?? {} });
}

test("values come from flags, and defaults fill the rest", async () => {
  const argv = ["--quiet", "probe", "x", "--text-column", "a", "--text-column=b", "--batch", "3"];

  const result = await run(argv);

  expect(result).toMatchObject({ exitCode: 0, stderr: "" });
  expect(JSON.parse(result.stdout)).toMatchObject({
    input: "x",
    dryRun: false,
    textColumn: ["a", "b"],
    labels: "csv",
    batch: 3,
  });
});

test("a flag wins over the environment, which wins over the project file", async () => {
  const project = { probe: { labels: "word", batch: 2, dryRun: true } };

  const result = await run(["probe", "x", "--no-dry-run"], {
    project,
    env: { CHEXBERT_BATCH: "5" },
  });

  expect(JSON.parse(result.stdout)).toMatchObject({ dryRun: false, batch: 5, labels: "word" });
});

test.each([
  [["prob", "x"], "ARGUMENT_UNKNOWN_COMMAND", "Use chexbert probe"],
  [["probe", "x", "--text-colum", "a"], "ARGUMENT_UNKNOWN_OPTION", "Use --text-column"],
  [["probe"], "ARGUMENT_MISSING", "IN is a word"],
  [["probe", "x", "lungs", "clear"], "ARGUMENT_EXCESS", "in quotes"],
  [["probe", "x", "--batch"], "ARGUMENT_MISSING_VALUE", "--help --all"],
  [["probe", "x", "--batch", "--dry-run"], "ARGUMENT_MISSING_VALUE", "--help --all"],
  [["probe", "x", "--batch", "0"], "ARGUMENT_BAD_VALUE", "--help --all"],
  [["probe", "x", "--labels", "wrod"], "ARGUMENT_BAD_VALUE", "Use word"],
  [["--nonsense"], "ARGUMENT_UNKNOWN_OPTION", "chexbert --help"],
])("%j is refused with %s and a hint", async (argv, code, hint) => {
  const result = await run(argv);

  expect(result.exitCode).toBe(2);
  expect(result.stderr).toContain(`error[${code}]: Expected`);
  expect(result.stderr).toMatch(new RegExp(`^  hint: .*${hint}`, "m"));
  expect(result.stderr).toContain(`  details: chexbert explain ${code}\n`);
  expect(result.stderr.split("\n")).toHaveLength(4);
  expect(result.stderr).not.toContain("clear");
});

test.each([
  [{ probes: {} }, "CONFIG_UNKNOWN_KEY", 'Use "probe"'],
  [{ probe: { batchs: 1 } }, "CONFIG_UNKNOWN_KEY", 'Use "batch"'],
  [{ probe: { batch: "many" } }, "ARGUMENT_BAD_VALUE", "--help"],
  [[], "CONFIG_NOT_JSON", "Correct the file"],
])("a configuration file with %j is refused with %s", async (project, code, hint) => {
  const result = await run(["probe", "x"], { project });

  expect(result.exitCode).toBe(2);
  expect(result.stderr).toContain(`error[${code}]`);
  expect(result.stderr).toContain(hint);
});

test.each([
  ["input", 3],
  ["format", 4],
  ["runtime", 5],
  ["bug", 70],
  ["interrupt", 130],
  ["terminate", 143],
])("a failure of kind %s ends with exit code %i", async (fail, exitCode) => {
  expect((await run(["probe", "x", "--fail", fail])).exitCode).toBe(exitCode);
});

test("an error that is no error of ours shows neither its message nor, unasked, its stack", async () => {
  const plain = await run(["probe", "x", "--fail", "bug"]);
  const debug = await run(["probe", "x", "--fail", "bug", "--debug"]);

  expect(plain.stderr).toContain("error[INTERNAL_BUG]");
  expect(plain.stderr).not.toMatch(/^\s+at /m);
  expect(debug.stderr).toMatch(/^\s+at /m);
  expect(plain.stderr + debug.stderr).not.toContain("lungs");
});

test("--json prints an error as one line of JSON", async () => {
  const result = await run(["probe", "x", "--fail", "input", "--json"]);

  expect(JSON.parse(result.stderr)).toEqual({
    error: { code: "CSV_RAGGED_ROW", message: "Expected 2 cells, got 3", row: 7 },
  });
});

test("--help is short, and --all adds every option", async () => {
  const short = await run(["probe", "--help"]);
  const full = await run(["probe", "--help", "--all"]);

  expect(short.stdout).toContain("chexbert probe x");
  expect(short.stdout).not.toContain("--batch");
  expect(full.stdout).toContain("--batch N");
  expect(full.stdout).toContain("--quiet");
});

test("help before a command is its --help", async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;

  const asWord = await runInProcess(["help", "label"], { cwd });
  const asFlag = await runInProcess(["label", "--help"], { cwd });

  expect(asWord).toEqual(asFlag);
  expect((await runInProcess(["help"], { cwd })).stdout).toContain("Commands:");
});
