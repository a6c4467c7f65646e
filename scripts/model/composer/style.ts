/**
 * @file How a report looks on the page: headings, numbers, capitals, full stops, line breaks.
 */
import type { Section } from "./plans/long-plan.ts";
import { chance, pick, pickWeighted, type Random } from "./random.ts";
import { capitalize } from "./tidy-text.ts";

export interface Style {
  readonly letters: "sentence" | "upper" | "lower";
  readonly hasFullStops: boolean;
  /** Between sentences of a section. */
  readonly separator: " " | "\n" | "  ";
  readonly isNumbered: boolean;
  readonly bullet: string;
  readonly sectionBreak: string;
}

export interface StyleMix {
  readonly upperShare: number;
  readonly lowerShare: number;
}

export function drawStyle(random: Random, { upperShare, lowerShare }: StyleMix): Style {
  const letters = pickWeighted(random, {
    upper: upperShare,
    lower: lowerShare,
    sentence: 1 - upperShare - lowerShare,
  });
  return {
    letters,
    hasFullStops: chance(random, letters === "lower" ? 0.35 : 0.93),
    separator: pickWeighted(random, { " ": 80, "\n": 12, "  ": 8 }),
    isNumbered: chance(random, 0.2),
    bullet: pick(random, ["1.", "1)", "1.", "-", "1. ", "(1)", "*"]),
    sectionBreak: pick(random, ["\n", "\n\n", " ", "\n", "  "]),
  };
}

export function render(sections: readonly Section[], style: Style, random: Random): string {
  const parts = sections.map(({ heading, statements, part }) => {
    const texts = statements.map(({ text }) => text);
    const isList =
      style.isNumbered &&
      1 < texts.length &&
      (part === "impression" || (part === "findings" && sections.length === 1));
    const body = isList ? renderList(texts, style) : renderSentences(texts, style, random);
    return heading === undefined ? body : `${heading}: ${body}`;
  });
  const text = parts.join(style.sectionBreak);
  if (style.letters === "upper") return text.toUpperCase();
  return style.letters === "lower" ? text.toLowerCase() : text;
}

function renderList(texts: readonly string[], style: Style): string {
  const lineBreak = style.separator === "\n" ? "\n" : " ";
  const items = texts.map(
    (text, i) => `${style.bullet.replace("1", String(i + 1))} ${sentence(text, style)}`,
  );
  return items.join(lineBreak);
}

function renderSentences(texts: readonly string[], style: Style, random: Random): string {
  let body = "";
  for (const [i, text] of texts.entries()) {
    const next = texts[i + 1];
    body += sentence(text, style);
    if (next === undefined) break;
    if (!style.hasFullStops && style.separator !== "\n") body += runOnMark(next, random);
    body += style.separator;
  }
  return body;
}

/** Dictation runs on with a comma only where the next clause stands on its own. */
function runOnMark(next: string, random: Random): string {
  return /^(there (is|are)|the |no )/i.test(next) ? pick(random, [".", ",", ";", " -"]) : ".";
}

function sentence(text: string, { letters, hasFullStops }: Style): string {
  // a clause may hold several sentences
  const cased =
    letters === "sentence"
      ? capitalize(text).replace(
          /([.?] )([a-z])/g,
          (_, stop: string, letter: string) => stop + letter.toUpperCase(),
        )
      : text;
  return hasFullStops && !/[.?!]$/.test(cased) ? `${cased}.` : cased;
}
