import { expect, test } from "vitest";
import { tokenizeReport } from "./report-tokens.ts";
import { splitSentences } from "./sentences.ts";

function sentencesOf(text: string): readonly string[] {
  const tokens = tokenizeReport(text);
  return splitSentences(tokens).map(({ first, end }) =>
    text.slice(tokens[first]?.start, tokens[end - 1]?.end),
  );
}

test("full stops, semicolons and exclamation marks end sentences", () => {
  expect(sentencesOf("Clear lungs. No effusion; heart normal! Done")).toEqual([
    "Clear lungs",
    "No effusion",
    "heart normal",
    "Done",
  ]);
});

test("line breaks do not", () => {
  expect(sentencesOf("No\neffusion\n\nor\r\nedema.")).toEqual(["No\neffusion\n\nor\r\nedema"]);
});

test("list numbers and bullets stand between sentences", () => {
  expect(sentencesOf("1. Clear lungs 2. No effusion\n3) Heart normal")).toEqual([
    "Clear lungs",
    "No effusion\n3) Heart normal",
  ]);
  expect(sentencesOf("* Clear\n• No effusion")).toEqual(["Clear", "No effusion"]);
});

test("decimals and abbreviations keep their sentence together", () => {
  expect(sentencesOf("A 3.5 cm mass, seen by Dr. Smith vs. the prior.")).toEqual([
    "A 3.5 cm mass, seen by Dr. Smith vs. the prior",
  ]);
});

test("a short answer stays with its question", () => {
  expect(sentencesOf("Effusion? None. Edema?")).toEqual(["Effusion? None", "Edema"]);
});
