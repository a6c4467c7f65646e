import { expect, test } from "vitest";
import { tokenizeReport } from "./report-tokens.ts";

const words = (text: string): readonly string[] => tokenizeReport(text).map(({ word }) => word);

test("tokens slice the original text", () => {
  const text = "Effusion,\tleft (small); İ 3.5 cm Opacité – ___";

  for (const token of tokenizeReport(text)) {
    const slice = text.slice(token.start, token.end);
    expect(slice).not.toBe("");
    expect(slice.trim()).toBe(slice);
  }
});

test("decimals and spelled-out abbreviations stay whole", () => {
  expect(words("3.5 cm on a.p. view")).toEqual(["3.5", "cm", "on", "ap", "view"]);
});

test("a hyphen inside a word separates, a free one is a mark", () => {
  expect(words("air-space disease - left")).toEqual(["air", "space", "disease", "-", "left"]);
});

test("shorthand with a slash is one word, other slashes are marks", () => {
  expect(words("w/o PTX/effusion, c/w scar")).toEqual([
    "w/o",
    "ptx",
    "/",
    "effusion",
    ",",
    "c/w",
    "scar",
  ]);
});

test("marks of de-identification are placeholders", () => {
  const kinds = tokenizeReport("___ XXXX [**Name 3**] 4XXXX").map(({ kind }) => kind);

  expect(kinds).toEqual(["placeholder", "placeholder", "placeholder", "placeholder"]);
});

test("a question mark before a word is a word, behind one a mark", () => {
  expect(tokenizeReport("?pneumonia").map(({ kind }) => kind)).toEqual(["word", "word"]);
  expect(tokenizeReport("pneumonia?").map(({ kind }) => kind)).toEqual(["word", "mark"]);
});
