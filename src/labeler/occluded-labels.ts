/**
 * @file What a model says of a text with something left out; every variant is labeled once.
 */
import type { ReportLabels, Span } from "../labels/report-labels.ts";

export type Run = (texts: readonly string[]) => Promise<readonly ReportLabels[]>;

export interface OccludedLabels {
  /** Labels variants of the text, each with some spans left out, in one batch. */
  learn(variants: readonly (readonly Span[])[]): Promise<void>;
  /** Returns the labels of a variant that was learned. */
  without(spans: readonly Span[]): ReportLabels;
}

/** Prepares to label variants of a text. */
export function makeOccludedLabels(text: string, run: Run): OccludedLabels {
  const known = new Map<string, ReportLabels>();
  return {
    async learn(variants) {
      const texts = new Set(variants.map((spans) => leaveOut(text, spans)));
      const fresh = [...texts].filter((one) => !known.has(one));
      if (fresh.length === 0) return;
      const results = await run(fresh);
      results.forEach((labels, i) => {
        known.set(fresh[i] ?? "", labels);
      });
    },
    without(spans) {
      const labels = known.get(leaveOut(text, spans));
      if (labels === undefined) throw new RangeError("Expected a variant that was labeled");
      return labels;
    },
  };
}

/**
 * The longest beginning of whole words that the model reads to its end. Were the rest kept, it
 * would move into view where something is left out, and a drop would say what came in.
 */
export async function partThatIsRead(text: string, run: Run): Promise<string> {
  const ends = Array.from(text.matchAll(/ /g), ({ index }) => index);
  let fitting = 0;
  let over = ends.length;
  while (fitting < over) {
    const middle = Math.floor((fitting + over) / 2);
    const [labels] = await run([text.slice(0, ends[middle])]);
    if (labels?.truncated) over = middle;
    else fitting = middle + 1;
  }
  return text.slice(0, ends[fitting - 1]);
}

function leaveOut(text: string, spans: readonly Span[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    kept += `${text.slice(at, start)} `;
    at = end;
  }
  return kept + text.slice(at);
}
