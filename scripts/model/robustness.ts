/**
 * @file Prints how many labels change when the text is damaged in ways that change no meaning.
 *
 * `npm run model:robustness -- --corpus FILE.jsonl [--checkpoint MODEL | --engine rules]`
 * Prints numbers only, never words of a passage.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Table from "cli-table3";
import { Command } from "commander";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { OBSERVATIONS } from "../../src/labels/observations.ts";
import { runChexbert } from "./child-process.ts";
import { randomOfReport } from "./composer/random.ts";
import { type Passage, readPassages } from "./gold.ts";
import { DAMAGES } from "./robustness/damages.ts";

interface Flags {
  readonly corpus: readonly string[];
  readonly seed: string;
  readonly checkpoint?: string;
  readonly engine?: string;
  readonly json?: boolean;
}

/** A damaged copy beside its original. */
interface Copy {
  readonly kind: string;
  readonly passageIndex: number;
  readonly text: string;
}

interface KindResult {
  readonly kind: string;
  /** Passages that are fit for this kind of damage. */
  readonly passages: number;
  /** Copies whose text differs from the original's. */
  readonly damaged: number;
  /** Cells of damaged copies whose label differs. */
  readonly changedCells: number;
  readonly changedPassages: number;
  /** Changed cells among the cells of damaged copies. */
  readonly changedShare: number;
}

type Row = Readonly<Record<string, string>>;

const flags = new Command("robustness")
  .description("Share of labels that change when passages are damaged")
  .requiredOption("--corpus <files...>", "passages, JSONL as in test/corpus")
  .option("--seed <number>", "seed of the damage", "1")
  .option("--checkpoint <model>", "the model that labels")
  .option("--engine <engine>", "the engine that labels: auto, bert or rules")
  .option("--json", "print JSON")
  .parse()
  .opts<Flags>();

const passages = flags.corpus.flatMap(readPassages);
const copies = damagedCopies(passages, Number(flags.seed));
const texts = [...new Set([...passages, ...copies].map(({ text }) => text))];
const labels = await labelTexts(texts);
const results = Object.keys(DAMAGES).map(resultOf);
process.stdout.write(flags.json === true ? `${JSON.stringify(results)}\n` : render(results));

function damagedCopies(originals: readonly Passage[], seed: number): readonly Copy[] {
  return Object.entries(DAMAGES).flatMap(([kind, damage]) =>
    originals.flatMap(({ text }, passageIndex) => {
      const damaged = damage(text, randomOfReport(seed, passageIndex));
      return damaged === undefined ? [] : [{ kind, passageIndex, text: damaged }];
    }),
  );
}

/** Labels all texts in one run; the cells of each text as one string per observation. */
async function labelTexts(
  all: readonly string[],
): Promise<ReadonlyMap<string, readonly (string | undefined)[]>> {
  const folder = mkdtempSync(join(tmpdir(), "chexbert-robustness-"));
  try {
    const [input, output] = [join(folder, "texts.csv"), join(folder, "labels.csv")];
    const rows = all.map((text, i) => [String(i), text]);
    writeFileSync(input, stringify([["id", "Report Impression"], ...rows]));
    const { checkpoint, engine } = flags;
    await runChexbert(process.cwd(), [
      ...["label", input, "-o", output],
      ...(checkpoint === undefined ? [] : ["--checkpoint", checkpoint]),
      ...(engine === undefined ? [] : ["--engine", engine]),
    ]);
    const labeled = parse(readFileSync(output), { columns: true }) as Row[]; // columns: true
    const cells = (i: number) => OBSERVATIONS.map((observation) => labeled[i]?.[observation]);
    return new Map(all.map((text, i) => [text, cells(i)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function resultOf(kind: string): KindResult {
  const ofKind = copies.filter((copy) => copy.kind === kind);
  const damaged = ofKind.filter((copy) => copy.text !== passages[copy.passageIndex]?.text);
  const changes = damaged.map((copy) => {
    const before = labels.get(passages[copy.passageIndex]?.text ?? "");
    const after = labels.get(copy.text);
    return OBSERVATIONS.filter((_, i) => before?.[i] !== after?.[i]).length;
  });
  const changedCells = changes.reduce((sum, count) => sum + count, 0);
  return {
    kind,
    passages: ofKind.length,
    damaged: damaged.length,
    changedCells,
    changedPassages: changes.filter((count) => 0 < count).length,
    changedShare: changedCells / (damaged.length * OBSERVATIONS.length),
  };
}

function render(kinds: readonly KindResult[]): string {
  const head = ["", "fit", "damaged", "cells changed", "% of damaged", "% of fit"];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { kind, passages: fit, damaged, changedCells, changedShare } of kinds) {
    const ofFit = changedCells / (fit * OBSERVATIONS.length);
    table.push([kind, fit, damaged, changedCells, percent(changedShare), percent(ofFit)]);
  }
  return `${table.toString()}\n`;
}

function percent(share: number): string {
  return Number.isNaN(share) ? "–" : (100 * share).toFixed(2);
}
