/**
 * @file `chexbert score --radcliq`: RadCliQ from supplied features and BLEU-2 from the texts.
 */
import { InputError, UsageError } from "../../base/errors.ts";
import { bleu2 } from "../../metrics/similarity/bleu.ts";
import { meanSimilarity } from "../../metrics/similarity/embedding-similarity.ts";
import {
  RADCLIQ_DIRECTION,
  type RadCliqVersion,
  radCliq,
} from "../../metrics/similarity/radcliq.ts";
import { findIdColumn } from "../../metrics/tables/read-label-rows.ts";
import { readTable } from "../../reports/read-table.ts";
import type { CommandContext } from "../context.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { PACKAGE_VERSION } from "../package-version.ts";
import { readScoreSide, type ScoreSide } from "./read-score-side.ts";
import { openSource, type SideOptions } from "./read-side.ts";

export interface RadCliqOptions extends SideOptions {
  readonly version: RadCliqVersion;
  readonly references: string;
  readonly candidates: string;
  readonly features: string | undefined;
  readonly textColumn: readonly string[] | undefined;
  readonly perReport: boolean;
}

/** Runs the command. */
export async function radCliqCommand(
  options: RadCliqOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (options.features === undefined) {
    throw new UsageError(
      "RADCLIQ_MISSING_FEATURES",
      "Expected --features FILE with --radcliq, got none",
      {
        hint: "RadGraph and BERTScore come from other programs; give them as columns by report id",
      },
    );
  }
  const references = await readScoreSide(options.references, options, context);
  const candidates = await readScoreSide(options.candidates, options, context);
  const features = await readFeatures(options.features, options, context);
  const scores = idsOf(candidates).map((id) => {
    const value = (name: string) => features.value(id, name);
    return radCliq(
      {
        radgraphCombined: value("radgraph_combined"),
        bertscore: value("bertscore"),
        sembScore: value("semb_score"),
        bleuScore: features.has("bleu_score")
          ? value("bleu_score")
          : bleu2(textOf(references, id), textOf(candidates, id)),
      },
      options.version,
    );
  });
  const mean = meanSimilarity(scores);
  const signature = `RadCliQ|preset:radcliq-${options.version}|bleu:${features.has("bleu_score") ? "given" : "computed"}|n:${scores.length}|v:${PACKAGE_VERSION}`;
  if (context.settings.json) {
    const reports = idsOf(candidates).map((id, row) => ({ id, radcliq: scores[row] }));
    const document = {
      kind: "radcliq",
      n: scores.length,
      mean,
      direction: RADCLIQ_DIRECTION,
      signature,
      ...(options.perReport ? { reports } : {}),
    };
    await context.write(`${JSON.stringify(document, undefined, 2)}\n`);
  } else {
    await context.write(
      `RadCliQ ${options.version}: ${mean.toFixed(4)} (${RADCLIQ_DIRECTION})\n${signature}\n`,
    );
  }
  return EXIT_CODES.done;
}

interface Features {
  has(name: string): boolean;
  value(id: string, name: string): number;
}

async function readFeatures(
  path: string,
  { idColumn }: SideOptions,
  context: CommandContext,
): Promise<Features> {
  const source = await openSource(path, context);
  const { columns, rows } = await readTable(source);
  const names = columns.map((name) => name.trim().toLowerCase());
  const idIndex = findIdColumn(columns, idColumn, source.name);
  const byId = new Map(
    rows.map((cells, row) => [
      idIndex === undefined ? String(row + 1) : (cells[idIndex] ?? ""),
      row,
    ]),
  );
  return {
    has: (name) => names.includes(name),
    value: (id, name) => {
      const row = byId.get(id);
      const cell = row === undefined ? undefined : rows[row]?.[names.indexOf(name)];
      const value = cell === undefined || cell.trim() === "" ? Number.NaN : Number(cell);
      if (Number.isFinite(value)) return value;
      throw new InputError(
        "RADCLIQ_BAD_FEATURE",
        `Expected a number in column "${name}" of ${source.name} for report "${id}", got none`,
        {
          place: {
            file: source.name,
            column: name,
            ...(row === undefined ? {} : { row: row + 1 }),
          },
        },
      );
    },
  };
}

function idsOf(side: ScoreSide): readonly string[] {
  return side.kind === "labels" ? side.table.ids : side.ids;
}

function textOf(side: ScoreSide, id: string): string {
  const row = side.kind === "labels" ? -1 : side.ids.indexOf(id);
  const text = side.kind === "labels" ? undefined : side.texts[row];
  if (text !== undefined) return text;
  throw new InputError(
    "LABELS_UNMATCHED_ID",
    `Expected a text for report "${id}" in ${side.file}, got none`,
    { hint: "Give both sides as texts, or add the column bleu_score to the features" },
  );
}
