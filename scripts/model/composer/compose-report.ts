/**
 * @file Composes one invented report with labels known by construction.
 */
import { abbreviate } from "./abbreviate.ts";
import { aggregate, type ComposedLabels } from "./aggregate.ts";
import { connect } from "./frames/connections.ts";
import { addNoise } from "./noise.ts";
import { planLong, type Section } from "./plans/long-plan.ts";
import { planShort } from "./plans/short-plan.ts";
import { chance, pick, type Random, randomOfReport } from "./random.ts";
import { removeWords } from "./remove-words.ts";
import { drawStyle, render } from "./style.ts";
import type { Scope } from "./template.ts";
import { WORD_LISTS } from "./words/word-lists.ts";

export interface ComposeOptions {
  readonly seed: number;
  /** Share of reports with one to three statements. @default 0.6 */
  readonly shortShare?: number;
  /** Share of longer reports without any abnormality. @default 0.33 */
  readonly normalShare?: number;
  /** Share of reports in capitals. @default 0.06 */
  readonly upperShare?: number;
  /** Share of reports in lower case, often without full stops. @default 0.1 */
  readonly lowerShare?: number;
  /** Share of reports with removed words. @default 0.25 */
  readonly removalShare?: number;
  /** Share of reports with the abbreviations of hurried dictation. @default 0.07 */
  readonly telegraphicShare?: number;
  /** Share of reports with misspelled words. @default 0.3 */
  readonly noiseShare?: number;
  /** Probability that a word of such a report is damaged. @default 0.06 */
  readonly noise?: number;
}

export interface ComposedReport {
  readonly text: string;
  readonly labels: ComposedLabels;
  readonly sections: readonly Section[];
}

/** Share of modifiers removed in a report with removed words; of other words a quarter of it. */
const REMOVAL_RATE = 0.18;

/** Share of neighboring statements that are joined into one sentence. */
const CONNECTION_RATE = 0.16;

export function composeReport(reportIndex: number, options: ComposeOptions): ComposedReport {
  const {
    seed,
    shortShare = 0.6,
    normalShare = 0.33,
    upperShare = 0.06,
    lowerShare = 0.1,
  } = options;
  const { removalShare = 0.25, telegraphicShare = 0.07, noiseShare = 0.3, noise = 0.06 } = options;
  const random = randomOfReport(seed, reportIndex);
  const removal = drawRemoval(random, removalShare);
  const scopeOf = scopeFactory(random, removal);
  const isShort = chance(random, shortShare);
  const sections: readonly Section[] = isShort
    ? [{ statements: planShort(() => scopeOf()), part: "impression" }]
    : planLong(scopeOf, { normalShare });
  const connected = sections.map((section) =>
    section.part === "around"
      ? section
      : { ...section, statements: connect(section.statements, CONNECTION_RATE, scopeOf()) },
  );
  const rendered = render(connected, drawStyle(random, { upperShare, lowerShare }), random);
  const complete = chance(random, telegraphicShare) ? abbreviate(rendered, random) : rendered;
  const text = removeWords(complete, removal.removalRate / 4, removal.removalMark, random);
  const rate = chance(random, noiseShare) ? noise : 0;
  return {
    text: addNoise(text, rate, random),
    labels: aggregate(sections.flatMap(({ statements }) => statements)),
    sections,
  };
}

interface Removal {
  readonly removalRate: number;
  readonly removalMark: string;
}

function drawRemoval(random: Random, removalShare: number): Removal {
  const removalRate = chance(random, removalShare) ? REMOVAL_RATE : 0;
  return {
    removalRate,
    removalMark: pick(random, ["XXXX", "XXXX", "XXXX", "XXXX", "___", "____", "[**]"]),
  };
}

/** Scopes of one report share its random numbers and its marks; each topic chooses its own words. */
function scopeFactory(random: Random, removal: Removal): (chosen?: Map<string, string>) => Scope {
  const slots = { mark: removal.removalMark };
  return (chosen = new Map()) => ({ random, lists: WORD_LISTS, chosen, slots, ...removal });
}
