/**
 * @file Writes composed reports with their labels, as `chexbert train` reads them.
 *
 * `npm run model:compose -- --count 50000 --seed 7 --out composed.csv`
 * The ending of `--out` decides between CSV and JSONL; without it CSV goes to standard output.
 */
import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { composedRows, composedTable } from "./composed-text.ts";
import type { ComposeOptions } from "./composer/compose-report.ts";
import { TRAINING_COLUMNS } from "./training-rows.ts";

interface Flags extends Required<ComposeOptions> {
  readonly count: number;
  readonly out?: string;
}

const command = new Command("compose")
  .description("Compose invented chest X-ray reports with labels known by construction")
  .addOption(number("--count <reports>", "number of reports", 1000))
  .addOption(number("--seed <number>", "seed; report i of a seed never changes", 1))
  .addOption(number("--short-share <share>", "share of reports with one to three statements", 0.6))
  .addOption(
    number("--normal-share <share>", "share of normal reports among the longer ones", 0.33),
  )
  .addOption(number("--upper-share <share>", "share of reports in capitals", 0.06))
  .addOption(number("--lower-share <share>", "share of reports in lower case", 0.1))
  .addOption(
    number("--removal-share <share>", "share of reports with removed words (XXXX, ___)", 0.25),
  )
  .addOption(number("--telegraphic-share <share>", "share of reports with abbreviations", 0.07))
  .addOption(number("--noise-share <share>", "share of reports with misspelled words", 0.3))
  .addOption(number("--noise <rate>", "share of damaged words in such a report", 0.06))
  .option("--out <file>", "file to write, .csv or .jsonl (default: CSV to standard output)");

function number(flags: string, description: string, value: number): Option {
  return new Option(flags, description).default(value).argParser((text) => {
    const parsed = Number(text);
    if (!(0 <= parsed)) throw new Error(`Expected a number for ${flags}, got "${text}"`);
    return parsed;
  });
}

const flags = command.parse().opts<Flags>();
const isJson = flags.out?.endsWith(".jsonl") === true;

function* jsonLines(): Generator<string> {
  for (const rows of composedRows([flags])) {
    yield rows.map((row) => `${JSON.stringify(toJson(row))}\n`).join("");
  }
}

function toJson(row: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(TRAINING_COLUMNS.map((column, i) => [column, row[i]]));
}

const output: Writable = flags.out === undefined ? process.stdout : createWriteStream(flags.out);
await pipeline(Readable.from(isJson ? jsonLines() : composedTable([flags])), output);
