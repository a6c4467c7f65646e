/**
 * @file `chexbert score`: candidates against references, each as texts or as labels.
 */
import { InternalError, UsageError } from "../../base/errors.ts";
import type { Convention } from "../../metrics/convention.ts";
import { type ScoreOptions, scoreTables } from "../../metrics/score-tables.ts";
import { embeddingSimilarity } from "../../metrics/similarity/embedding-similarity.ts";
import type { UnmatchedPolicy } from "../../metrics/tables/match-tables.ts";
import type { CommandContext } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import { refusePageOverInput } from "../refuse-same-file.ts";
import {
  type ConventionChoice,
  chooseConvention,
  chooseInterval,
  type IntervalChoice,
} from "./choose-convention.ts";
import { jointSource, type LabeledSides, labelSides } from "./label-sides.ts";
import { matchSides, requiredObservations } from "./matched-sides.ts";
import { printScore } from "./print-score.ts";
import { clusterCells, readScoreSide, type ScoreSide } from "./read-score-side.ts";
import type { SideOptions } from "./read-side.ts";

export interface ScoreCommandOptions extends ConventionChoice, IntervalChoice, SideOptions {
  readonly references: string;
  readonly candidates: string;
  readonly engine: "auto" | "rules" | "bert";
  readonly checkpoint: string | undefined;
  readonly textColumn: readonly string[] | undefined;
  readonly unmatched: UnmatchedPolicy;
  readonly clusterColumn: string | undefined;
  /** Also gives the similarity of `[CLS]` states. */
  readonly semb: boolean;
  readonly markdown: boolean;
  readonly html: string | undefined;
  readonly perReport: boolean;
  readonly failUnder: number | undefined;
}

/** Runs the command. */
export async function scoreCommand(
  options: ScoreCommandOptions,
  context: CommandContext,
): Promise<ExitCode> {
  await refusePageOverInput(
    options.html,
    [options.references, options.candidates, options.checkpoint],
    context.cwd,
  );
  const convention = chooseConvention(options, "f1chexbert");
  const required = requiredObservations(convention);
  const sides = [
    await readScoreSide(options.references, { ...options, required }, context),
    await readScoreSide(options.candidates, { ...options, required }, context),
  ] as const;
  const choice = options.semb ? { ...options, bert: { withVectors: true } } : options;
  const labeled = await labelSides(sides, choice, context);
  const { tables, rows, unmatched } = matchSides(
    labeled.tables.map((table, index) => ({ table, file: sides[index]?.file ?? "" })),
    options.unmatched,
  );
  const [reference, candidate] = tables;
  if (reference === undefined || candidate === undefined) {
    throw new InternalError("METRIC_MISSING_TABLE", "Expected two matched tables, got fewer");
  }
  const [references, candidates] = sides;
  const result = scoreTables(reference, candidate, {
    convention,
    version: PACKAGE_VERSION,
    source: jointSource(labeled.sources),
    ...intervalOption(options, convention, { side: references, rows: rows[0] ?? [] }),
  });
  const countEmpty = (side: ScoreSide, matched: readonly number[] = []) =>
    side.kind === "texts" ? matched.filter((row) => side.texts[row]?.trim() === "").length : 0;
  return printScore(
    result,
    {
      ...options,
      title: "Score",
      facts: {
        version: PACKAGE_VERSION,
        goldKind: "four-class",
        perReport: options.perReport,
        ...(options.semb ? { similarities: similaritiesOf(labeled, rows) } : {}),
        policies: {
          unmatched: options.unmatched,
          duplicates: options.duplicates,
          no_finding: options.nofinding,
        },
        rows: {
          unmatched_reference: unmatched[0] ?? 0,
          unmatched_candidate: unmatched[1] ?? 0,
          duplicate_rows: references.duplicateRows + candidates.duplicateRows,
          no_finding_cells: references.noFindingCells + candidates.noFindingCells,
          empty_references: countEmpty(references, rows[0]),
          empty_candidates: countEmpty(candidates, rows[1]),
        },
      },
    },
    context,
  );
}

/** s_emb of every matched pair, by the vectors of the model. */
function similaritiesOf(
  { vectors }: LabeledSides,
  rows: readonly (readonly number[])[],
): readonly number[] {
  const [references = [], candidates = []] = vectors;
  return (rows[0] ?? []).map((row, pair) => {
    const reference = references[row];
    const candidate = candidates[rows[1]?.[pair] ?? -1];
    if (reference !== undefined && candidate !== undefined) {
      return embeddingSimilarity(reference, candidate);
    }
    throw new UsageError("SEMB_NEEDS_MODEL", "Expected texts on both sides and a model, got none", {
      hint: "s_emb compares the vectors of a checkpoint: --checkpoint CKPT",
    });
  });
}

function intervalOption(
  options: ScoreCommandOptions,
  convention: Convention,
  { side, rows }: { readonly side: ScoreSide; readonly rows: readonly number[] },
): Pick<ScoreOptions, "interval"> {
  const plan = chooseInterval(options, convention);
  if (plan === undefined) return {};
  if (options.clusterColumn === undefined) return { interval: plan };
  const clusters = clusterCells(side, options.clusterColumn);
  return { interval: { ...plan, clusters: rows.map((row) => clusters[row] ?? "") } };
}
