/**
 * @file Sides as label tables: texts are labeled, labels stay.
 */
import type { LabelSource } from "../../metrics/signature.ts";
import { GIVEN_LABELS } from "../../metrics/signature.ts";
import type { LabelTable } from "../../metrics/tables/label-table.ts";
import type { CommandContext } from "../context.ts";
import { type LabelerChoice, loadLabeler } from "../load-labeler.ts";
import { labelSource, tableOfLabels } from "./label-texts.ts";
import type { ScoreSide } from "./read-score-side.ts";

export interface LabeledSides {
  readonly tables: readonly LabelTable[];
  /** How the labels of each side came about. */
  readonly sources: readonly LabelSource[];
  /** The `[CLS]` states of each side's reports, from a model that was asked for them. */
  readonly vectors: readonly (readonly (Float32Array | undefined)[])[];
}

/** Labels the sides that are texts, with one labeler, which is loaded only when needed. */
export async function labelSides(
  sides: readonly ScoreSide[],
  choice: LabelerChoice,
  context: CommandContext,
): Promise<LabeledSides> {
  const tables: LabelTable[] = [];
  const sources: LabelSource[] = [];
  const vectors: (readonly (Float32Array | undefined)[])[] = [];
  const hasTexts = sides.some(({ kind }) => kind === "texts");
  await using labeler = hasTexts ? await loadLabeler(choice, context) : undefined;
  for (const side of sides) {
    if (side.kind === "labels") {
      tables.push(side.table);
      sources.push(GIVEN_LABELS);
      vectors.push([]);
    } else if (labeler !== undefined) {
      const labels = await labeler.label(side.texts, { signal: context.signal });
      tables.push(tableOfLabels(side.ids, labels));
      sources.push(labelSource(labeler));
      vectors.push(labels.map(({ vector }) => vector));
    }
  }
  return { tables, sources, vectors };
}

/** The source of a score of two sides: given labels on one side are named beside the model. */
export function jointSource(sources: readonly LabelSource[]): LabelSource {
  const model = sources.find((source) => source.model !== GIVEN_LABELS.model);
  if (model === undefined) return GIVEN_LABELS;
  const isMixed = sources.some((source) => source.model === GIVEN_LABELS.model);
  return isMixed ? { ...model, model: `labels+${model.model}` } : model;
}
