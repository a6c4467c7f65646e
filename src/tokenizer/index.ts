/**
 * @file `chexbert/tokenizer`: report text to token ids with offsets, as BERT has them.
 */
export type { Casing } from "./basic-tokenizer.ts";
export { type BertTokenizer, makeBertTokenizer, type TokenizedText } from "./bert-tokenizer.ts";
export {
  type FittedReport,
  fitReport,
  type LongReports,
  MAX_SEQUENCE_LENGTH,
  type TokenWindow,
} from "./long-reports.ts";
export {
  loadDefaultVocabulary,
  makeVocabulary,
  parseVocabulary,
  type SpecialTokens,
  type Vocabulary,
} from "./vocabulary.ts";
