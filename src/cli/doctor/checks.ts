/**
 * @file The checks of `chexbert doctor`. A check looks at one thing and says what it found.
 */
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ChexbertError } from "../../base/errors.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import type { CliContext } from "../context.ts";
import { type LabelerChoice, loadLabeler } from "../load-labeler.ts";
import { GOLDEN_REPORTS } from "./golden-reports.ts";

export interface CheckResult {
  readonly check: string;
  readonly isFine: boolean;
  readonly found: string;
  /** What to do when it is not fine. */
  readonly remedy?: string;
}

type Check = (context: CliContext) => Promise<CheckResult>;

/** Every check, in the order of the output. */
export const CHECKS: readonly Check[] = [
  checkNode,
  checkPlatform,
  checkLexicon,
  checkRules,
  checkCompactModel,
  checkFolder,
];

async function checkNode(): Promise<CheckResult> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return {
    check: "Node",
    isFine: 20 < major || (major === 20 && 19 <= minor),
    found: process.versions.node,
    remedy: "Install Node 20.19 or newer",
  };
}

async function checkPlatform(): Promise<CheckResult> {
  return { check: "Platform", isFine: true, found: `${process.platform} ${process.arch}` };
}

async function checkLexicon(context: CliContext): Promise<CheckResult> {
  const check = "Lexicon of the rules";
  try {
    const labeler = await loadLabeler({ engine: "rules" }, context);
    const facts = Object.entries(labeler.identity).map(([key, value]) => `${key} ${value}`);
    return { check, isFine: true, found: facts.join(", ") };
  } catch (error) {
    const found = error instanceof ChexbertError ? error.code : "does not load";
    return { check, isFine: false, found, remedy: "Install the package again" };
  }
}

async function checkGoldenReports(
  check: string,
  choice: LabelerChoice,
  context: CliContext,
): Promise<CheckResult> {
  const labeler = await loadLabeler(choice, context);
  const results = await labeler.label(GOLDEN_REPORTS.map((golden) => golden.text));
  await labeler[Symbol.asyncDispose]();
  const wrong = GOLDEN_REPORTS.flatMap((golden, i) =>
    OBSERVATIONS.filter(
      (name) => (golden.labels[name] ?? "blank") !== (results[i]?.[name].class ?? "blank"),
    ).map((name) => `${name} in report ${i + 1}`),
  );
  const count = GOLDEN_REPORTS.length;
  return {
    check,
    isFine: wrong.length === 0,
    found:
      wrong.length === 0
        ? `${count} of ${count} golden reports labeled as expected`
        : `another label than expected: ${wrong.join(", ")}`,
    remedy: "Install the package again; report it if this stays",
  };
}

function checkRules(context: CliContext): Promise<CheckResult> {
  return checkGoldenReports("Rules", { engine: "rules" }, context);
}

/** The one check that needs the native library. */
async function checkCompactModel(context: CliContext): Promise<CheckResult> {
  const check = "Compact model and rules";
  try {
    // In this thread: one core is enough for four reports.
    const bert = { place: "caller", device: "cpu" } as const;
    return await checkGoldenReports(check, { engine: "auto", bert }, context);
  } catch (error) {
    const found = error instanceof ChexbertError ? error.code : "does not run";
    const remedy = "Install the package again; until then, --engine rules needs no native library";
    return { check, isFine: false, found, remedy };
  }
}

async function checkFolder(context: CliContext): Promise<CheckResult> {
  const path = join(context.cwd, `.chexbert-${randomUUID()}`);
  const check = "This folder";
  try {
    await writeFile(path, "");
    await rm(path);
    return { check, isFine: true, found: "can be written" };
  } catch {
    const remedy = "Write outputs elsewhere: chexbert label IN -o FOLDER/OUT";
    return { check, isFine: false, found: "cannot be written", remedy };
  }
}
