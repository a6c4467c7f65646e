/**
 * @file A text cut where mentions and cues begin and end, so that each piece can be marked.
 *
 * Mentions of several observations may lie on the same words; they come as one piece with several
 * classes. A cue inside of a mention is not marked in the text; the table of labels names it.
 */
import type { LabelClass } from "../../labels/label-class.ts";
import type { ReportLabels } from "../../labels/report-labels.ts";
import { labelOf } from "../../reports/label-cells.ts";

/** A mention of one observation in the text. */
export interface MarkedMention {
  readonly observation: string;
  readonly class: LabelClass;
  readonly ruleId: string;
}

export type TextPiece =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "cue"; readonly text: string }
  | {
      readonly kind: "mention";
      readonly text: string;
      readonly mentions: readonly MarkedMention[];
    };

interface Range {
  start: number;
  end: number;
  readonly mentions: MarkedMention[];
}

/** Cuts a text into pieces; the pieces' texts, one after the other, are the text. */
export function markText(
  text: string,
  labels: ReportLabels,
  observations: readonly string[],
): readonly TextPiece[] {
  const mentions: Range[] = [];
  const cues: Range[] = [];
  for (const observation of observations) {
    for (const evidence of labelOf(labels, observation)?.evidence ?? []) {
      const { mention, cue, ruleId } = evidence;
      const marked = { observation, class: evidence.class, ruleId };
      mentions.push({ start: mention.start, end: mention.end, mentions: [marked] });
      if (cue !== undefined) cues.push({ start: cue.start, end: cue.end, mentions: [] });
    }
  }
  const marked = mergeOverlaps(mentions);
  const free = mergeOverlaps(cues).filter(
    (cue) => !marked.some((mention) => cue.start < mention.end && mention.start < cue.end),
  );
  const ranges = [...marked, ...free].toSorted((a, b) => a.start - b.start);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const range of ranges) {
    if (at < range.start) pieces.push({ kind: "plain", text: text.slice(at, range.start) });
    const words = text.slice(range.start, range.end);
    pieces.push(
      range.mentions.length === 0
        ? { kind: "cue", text: words }
        : { kind: "mention", text: words, mentions: range.mentions },
    );
    at = range.end;
  }
  if (at < text.length) pieces.push({ kind: "plain", text: text.slice(at) });
  return pieces;
}

/** The signs of the classes, so that color is never alone. */
export const CLASS_SIGNS: Readonly<Record<LabelClass, string>> = {
  positive: "+",
  negative: "−",
  uncertain: "?",
  blank: "·",
};

/** The signs of a piece, each once, in the order of the mentions. */
export function signsOf(mentions: readonly MarkedMention[]): string {
  return [...new Set(mentions.map((mention) => CLASS_SIGNS[mention.class]))].join("");
}

function mergeOverlaps(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last === undefined || last.end <= range.start) {
      merged.push({ ...range, mentions: [...range.mentions] });
      continue;
    }
    last.end = Math.max(last.end, range.end);
    last.mentions.push(...range.mentions);
  }
  return merged;
}
