/**
 * @file Report text leaves the process only as requested output.
 *
 * A sentence is planted in every input, every path that can fail is driven, and no three of its
 * words in a row may stand in messages, manifests, states, side files or errors.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Interruption } from "../../src/cli/interruption.ts";
import { runInProcess } from "../support/run-in-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const CANARY = "Marbled zebra opacity beside the left marigold hilum suggests edema";

/** Files that hold report text because they are the requested output, or were the input. */
const REQUESTED = /^(in[\w-]*\.(csv|tsv|jsonl)|out\.csv|out\.csv\.partial|page\.html)$/;

const INPUTS: Readonly<Record<string, string>> = {
  "in.csv": `study_id,Report Impression\n1,${CANARY}.\n2,\n`,
  "in-ragged.csv": `study_id,Report Impression\n1,${CANARY}.\n${CANARY},2,3\n`,
  "in-quote.csv": `study_id,Report Impression\n1,"${CANARY}" x\n`,
  "in-open.csv": `study_id,Report Impression\n1,"${CANARY}\n`,
  "in-cr.csv": `study_id,Report Impression\n1,${CANARY}\r${CANARY}\n`,
  "in-headless.csv": `${CANARY}.\n${CANARY}.\n`,
  "in-headless2.csv": `${CANARY},${CANARY}\n${CANARY},${CANARY}\n`,
  "in-zero.csv": `${CANARY}\0`,
  "in-bad.jsonl": `{"id":1,"text":"${CANARY}"}\n${CANARY}\n{"id":2}\n`,
  "in-key.jsonl": `{"text":"${CANARY}"}\n{"text":"x","${CANARY}":1}\n`,
};

const RUNS: readonly (readonly string[])[] = [
  ["label", "in.csv", "-o", "out.csv", "--verbose", "--progress", "json"],
  ["label", "in.csv", "-o", "out.csv", "--progress", "plain", "--verbose"],
  ["label", "in.csv", "-o", "out.csv", "--dry-run"],
  ["label", "in.csv", "--text-column", CANARY],
  ["label", "in.csv", "--id-column", CANARY],
  ["label", "in.csv", "--labels", CANARY],
  ["label", "in-ragged.csv", "-o", "out.csv"],
  ["label", "in-ragged.csv", "-o", "out.csv", "--on-error", "skip"],
  ["label", "in-quote.csv", "--debug"],
  ["label", "in-open.csv", "--debug"],
  ["label", "in-cr.csv", "--json"],
  ["label", "in-headless.csv"],
  ["label", "in-headless2.csv"],
  ["label", "in-zero.csv"],
  ["label", "in-bad.jsonl", "-o", "out.jsonl.csv", "--debug"],
  ["label", "in-bad.jsonl", "-o", "out.csv", "--on-error", "skip"],
  ["label", "in-key.jsonl", "-o", "out.csv"],
  ["explain", ...CANARY.split(" ")],
  ["explain", "in.csv", "--row", "9"],
  ["explain", "in.csv", "--id", CANARY],
  ["explain", CANARY, "--html", "page.html", "--quiet"],
  ["explain", CANARY, "--checkpoint", "none.pth"],
  [CANARY],
  ["--color", CANARY, "label"],
  ["label", "in.csv", `--${CANARY}`],
];

/** Every three words in a row of the canary. */
function fragments(): readonly string[] {
  const words = CANARY.split(" ");
  return words.slice(2).map((_, i) =>
    words
      .slice(i, i + 3)
      .join(" ")
      .toLowerCase(),
  );
}

test("the planted sentence stands nowhere but in requested output", async () => {
  for (const argv of RUNS) {
    using folder = temporaryFolder();
    for (const [name, text] of Object.entries(INPUTS)) writeFileSync(join(folder.path, name), text);

    const { stderr } = await runInProcess(argv, { cwd: folder.path });

    expectNoCanary(stderr, `stderr of ${argv.join(" ")}`, argv);
    expectNoCanaryInFiles(folder.path, argv);
  }
}, 20_000);

test("the planted sentence is not in the state of an interrupted run", async () => {
  using folder = temporaryFolder();
  const rows = Array.from({ length: 600 }, (_, i) => `${i},${CANARY}.`);
  writeFileSync(join(folder.path, "in.csv"), `id,text\n${rows.join("\n")}\n`);
  const argv = ["label", "in.csv", "-o", "out.csv"];
  // The survey does not look at `aborted`, so the run stops after its first batch.
  const signal = {
    aborted: true,
    reason: new Interruption("SIGINT"),
    throwIfAborted: () => {},
  } as unknown as AbortSignal;

  const { exitCode, stderr } = await runInProcess(argv, { cwd: folder.path, signal });

  expect(exitCode).toBe(130);
  expect(readdirSync(folder.path)).toContain("out.csv.state.json");
  expectNoCanary(stderr, "stderr", argv);
  expectNoCanaryInFiles(folder.path, argv);
});

function expectNoCanaryInFiles(folder: string, argv: readonly string[]): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (REQUESTED.test(name) || statSync(join(folder, name)).isDirectory()) continue;
    expectNoCanary(readFileSync(join(folder, name), "utf8"), `${name} of ${argv.join(" ")}`, argv);
  }
}

/** A text that the user typed as a column or id is theirs to see again; report text is not. */
function expectNoCanary(text: string, where: string, argv: readonly string[]): void {
  const typed = argv.includes("--text-column") || argv.includes("--id-column");
  if (typed) return;
  for (const fragment of fragments()) expect(text.toLowerCase(), where).not.toContain(fragment);
}
