import { expect, test } from "vitest";
import { createVocabulary } from "./vocabulary.ts";

function vocabularyOf(...words: readonly string[]) {
  const vocabulary = createVocabulary({
    keep: ["hemithorax"],
    respelled: { efusion: "effusion" },
  });
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

test("a long word one edit away is repaired", () => {
  const vocabulary = vocabularyOf("pneumothorax");
  const id = vocabulary.idOf("pneumothorax");

  for (const slip of [
    "pneumothroax",
    "pneumothrax",
    "pneumotthorax",
    "pnuemothorax",
    "pneumothorex",
  ]) {
    expect(vocabulary.idOf(slip)).toBe(id);
  }
});

test("a longer word two edits away is repaired, if its ends are right", () => {
  const vocabulary = vocabularyOf("pneumothorax", "atelectasis");

  expect(vocabulary.idOf("pneumtohroax")).toBe(vocabulary.idOf("pneumothorax"));
  expect(vocabulary.idOf("atilectesis")).toBe(vocabulary.idOf("atelectasis"));
  expect(vocabulary.idOf("qneumothorux")).toBe(0);
});

test("three edits, short words and real words are left alone", () => {
  const vocabulary = vocabularyOf("pneumothorax", "lesion", "hemothorax");

  expect(vocabulary.idOf("pnumotohrox")).toBe(0);
  expect(vocabulary.idOf("legion")).toBe(0);
  expect(vocabulary.idOf("hemithorax")).toBe(0);
});

test("listed misspellings of short words are repaired", () => {
  const vocabulary = vocabularyOf("effusion");

  expect(vocabulary.idOf("efusion")).toBe(vocabulary.idOf("effusion"));
});
