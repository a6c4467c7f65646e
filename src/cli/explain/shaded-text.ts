/**
 * @file A text cut where model evidence begins and ends, so that each piece can be shaded by how
 * far probabilities fall without it.
 */
import type { Attribution } from "../../labeler/occlusion.ts";

export type AttributionsByName = Readonly<Record<string, readonly Attribution[]>>;

/** A piece of the text; the pieces' texts, one after the other, are the text. */
export interface ShadedPiece {
  readonly text: string;
  /** The largest drop first; empty for words that no label misses. */
  readonly missedBy: readonly NamedAttribution[];
}

export interface NamedAttribution {
  readonly observation: string;
  readonly attribution: Attribution;
}

/** Cuts a text into pieces. */
export function shadeText(text: string, attributions: AttributionsByName): readonly ShadedPiece[] {
  const all = Object.entries(attributions).flatMap(([observation, list]) =>
    telling(list).map((attribution) => ({ observation, attribution })),
  );
  const cuts = new Set([0, text.length]);
  for (const { attribution } of all) cuts.add(attribution.start).add(attribution.end);
  const sorted = [...cuts].toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i] ?? 0;
    return {
      text: text.slice(start, end),
      missedBy: all
        .filter(({ attribution: one }) => one.start <= start && end <= one.end)
        .toSorted((a, b) => b.attribution.drop - a.attribution.drop),
    };
  });
}

/** Words, and those clauses that no word of theirs stands for: it would have half their drop. */
export function telling(list: readonly Attribution[]): readonly Attribution[] {
  return list.filter(
    (one) =>
      one.unit === "word" ||
      !list.some(
        (other) =>
          other.unit === "word" &&
          one.start <= other.start &&
          other.end <= one.end &&
          one.drop <= 2 * other.drop,
      ),
  );
}

/** The title of everything that shows attributions. */
export const MODEL_EVIDENCE_TITLE =
  "Model evidence (occlusion): words without which the probability falls";

/** Words per observation that are shown; the JSON document has them all. */
export const MOST_SHOWN = 6;

/** A drop in points of a hundred. */
export function points({ drop }: Attribution): string {
  return String(Math.round(100 * drop));
}

/** ` ×2` where the words are said twice, and are missed only where the other clause is gone. */
export function times({ repeats }: Attribution): string {
  return repeats === undefined ? "" : ` ×${1 + repeats.length}`;
}
