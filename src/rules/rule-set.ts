/**
 * @file Everything that decides how a report is labeled by rules, put together once.
 */
import { OBSERVATIONS } from "../labels/observations.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Aggregation } from "./aggregate.ts";
import { cleanLikeChexpert, type MappedText } from "./chexpert-cleaning.ts";
import { type ChexpertTerms, createChexpertMentionFinder } from "./chexpert-mentions.ts";
import type { BareStructure } from "./classify.ts";
import { type CompiledLexicon, compileLexicon, type Target } from "./compile-lexicon.ts";
import type { CueLexicon, Lexicon } from "./lexicon.ts";
import { findMentions, type Mention } from "./mentions.ts";
import type { ReadReport, SectionPolicy } from "./read-report.ts";

export interface RuleSet {
  readonly lexicon: CompiledLexicon;
  readonly aggregation: Aggregation;
  readonly bareStructure: BareStructure;
  /** Observations beyond the 14, in column order. */
  readonly extraObservations: readonly string[];
  /** Whether text under indication, history and the like is left out. */
  readonly sections: SectionPolicy;
  readonly findMentions: (report: ReadReport, sentence: Sentence) => readonly Mention[];
  /** Cleans the text first; the map leads evidence back to the original. */
  readonly clean?: (text: string) => MappedText;
}

/** The rules of the labeling guideline. */
export function createRuleSet(
  files: Lexicon,
  { aggregation = "paper" }: { readonly aggregation?: Aggregation } = {},
): RuleSet {
  const lexicon = compileLexicon(files);
  return {
    lexicon,
    aggregation,
    bareStructure: "blank",
    extraObservations: extraOf(lexicon.targets),
    sections: "report",
    findMentions: (report, sentence) => findMentions(report, sentence, lexicon),
  };
}

/** The published behavior of chexpert-labeler: its terms, cleaning and aggregation [rule-labeler §8]. */
export function createChexpertRuleSet(
  files: Lexicon,
  terms: ChexpertTerms,
  { aggregation = "code" }: { readonly aggregation?: Aggregation } = {},
): RuleSet {
  const finder = createChexpertMentionFinder(terms);
  const cues = files.cues.map(readHistoryAsNegation);
  const lexicon = compileLexicon({ ...files, cues, observations: [] });
  return {
    lexicon,
    aggregation,
    bareStructure: "positive",
    extraObservations: extraOf(finder.targets),
    sections: "all",
    findMentions: finder.findMentions,
    clean: cleanLikeChexpert,
  };
}

/** The published rules take "history of X" for a negation and know no requests. */
function readHistoryAsNegation(file: CueLexicon): CueLexicon {
  if (file.category !== "history") return file;
  return {
    ...file,
    category: "negation",
    rules: file.rules.filter(({ id }) => id === "history.of"),
  };
}

function extraOf(targets: readonly Target[]): readonly string[] {
  const names = new Set(targets.map(({ observation }) => observation));
  return [...names].filter((name) => !OBSERVATIONS.some((known) => known === name));
}
