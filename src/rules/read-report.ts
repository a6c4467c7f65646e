/**
 * @file A report as the stages see it: tokens with word ids and classes, cut into sentences.
 */
import { findSections, type ReportSection } from "../text/headings.ts";
import { type Token, tokenizeReport } from "../text/report-tokens.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import type { CompiledLexicon } from "./compile-lexicon.ts";
import { NUMBER_WORD } from "./vocabulary.ts";

/** `report` leaves out requests, history and technique; `all` labels every word. */
export type SectionPolicy = "report" | "all";

/** Tokens with what the lexicon knows of each; the three lists run in step. */
export interface ReportWords {
  readonly tokens: readonly Token[];
  /** Word ids; 0 for words without meaning for the rules. */
  readonly ids: readonly number[];
  /** Bits of `WORD_BITS`. */
  readonly classes: readonly number[];
}

/** Sentences of one section that is to be labeled. */
export interface LabeledPart {
  readonly section: ReportSection | undefined;
  readonly sentences: readonly Sentence[];
}

export interface ReadReport extends ReportWords {
  /** The text that the tokens are cut from. */
  readonly text: string;
  readonly parts: readonly LabeledPart[];
}

/** Tokenizes a report, looks its words up and leaves out what is not to be labeled. */
export function readReport(
  text: string,
  lexicon: CompiledLexicon,
  policy: SectionPolicy,
): ReadReport {
  const tokens = tokenizeReport(text);
  const ids = tokens.map((token) =>
    token.kind === "number" ? NUMBER_WORD : lexicon.vocabulary.idOf(token.word),
  );
  const classes = ids.map((id) => lexicon.wordClasses.get(id) ?? 0);
  const sections =
    policy === "all" ? [{ first: 0, end: tokens.length }] : findSections(text, tokens);
  const parts = sections.map((section) => ({
    section: section.name === undefined ? undefined : section,
    sentences: splitSentences(tokens.slice(section.first, section.end)).map((sentence) => ({
      first: sentence.first + section.first,
      end: sentence.end + section.first,
    })),
  }));
  return { text, tokens, ids, classes, parts };
}
