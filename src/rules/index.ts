/**
 * @file `chexbert/rules`: the rule labeler, its lexicon and the report of labels that do not go
 * together.
 */
export type { Aggregation } from "./aggregate.ts";
export { readBuiltinLexicon } from "./builtin-lexicon.ts";
export type { PhrasesByName } from "./chexpert-mentions.ts";
export { findInconsistencies, type Inconsistency, type InconsistencyKind } from "./consistency.ts";
export type { CueLexicon, Lexicon, ObservationLexicon, WordLexicon } from "./lexicon.ts";
export { readLexiconFolder } from "./read-lexicon-folder.ts";
export { loadRuleLabeler, type RuleLabelerOptions } from "./rule-labeler.ts";
export { type LexiconFault, type LexiconFaultKind, validateLexicon } from "./validate-lexicon.ts";
