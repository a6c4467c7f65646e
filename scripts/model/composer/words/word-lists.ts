/**
 * @file All word lists by name, parsed once. `<mark>`, what stands for a removed word, is a slot.
 */
import { HISTORY_WORDS } from "../books/history.ts";
import { parseTemplates, type WordLists } from "../template.ts";
import { ANATOMY_WORDS } from "./anatomy.ts";
import { DEGREE_WORDS } from "./degree.ts";
import { HEART_WORDS } from "./heart.ts";
import { SPEECH_WORDS } from "./speech.ts";

const BLOCKS: Readonly<Record<string, string>> = {
  ...ANATOMY_WORDS,
  ...DEGREE_WORDS,
  ...HEART_WORDS,
  ...HISTORY_WORDS,
  ...SPEECH_WORDS,
};

export const WORD_LISTS: WordLists = Object.fromEntries(
  Object.entries(BLOCKS).map(([name, block]) => [name, parseTemplates(block)]),
);
