import { expect, test } from "vitest";
import { readBuiltinLexicon } from "./builtin-lexicon.ts";
import type { Lexicon, ObservationLexicon } from "./lexicon.ts";
import { parseLexiconFile } from "./lexicon-schema.ts";
import { validateLexicon } from "./validate-lexicon.ts";

const builtin = readBuiltinLexicon();

function withObservation(file: Partial<ObservationLexicon>): Lexicon {
  const own = { observation: "Edema", origin: "test", license: "MIT", include: [], ...file };
  return { ...builtin, observations: [own], cues: [] };
}

test("the built-in lexicon has no error and fits the schema of users' files", () => {
  expect(validateLexicon(builtin).filter(({ severity }) => severity === "error")).toEqual([]);
  for (const file of [...builtin.observations, ...builtin.cues]) {
    expect(parseLexiconFile(file)).toHaveProperty("file");
  }
});

test.each<[string, Partial<ObservationLexicon>]>([
  ["unknown-observation", { observation: "Oedema" }],
  ["known-observation", { new: true }],
  ["empty-phrase", { include: ["  "] }],
  ["empty-phrase", { include: ["(wet|)"] }],
  ["bad-pattern", { include: ["wet (lung"] }],
  ["bad-pattern", { include: ["wet {PLACE}"] }],
])("%s is an error", (kind, file) => {
  expect(validateLexicon(withObservation(file))).toContainEqual(
    expect.objectContaining({ severity: "error", kind }),
  );
});

test.each<[string, Partial<ObservationLexicon>]>([
  ["duplicate", { include: ["wet lung~", "wet lungs"] }],
  ["contained", { include: ["wet lung"], exclude: ["wet lung"] }],
  ["short", { include: ["wet"] }],
])("%s is a warning", (kind, file) => {
  expect(validateLexicon(withObservation(file))).toContainEqual(
    expect.objectContaining({ severity: "warning", kind }),
  );
});

test("a cue that is also a phrase is a warning", () => {
  const lexicon = { ...withObservation({ include: ["possible"] }), cues: builtin.cues };

  expect(validateLexicon(lexicon).map(({ kind }) => kind)).toContain("cue-and-phrase");
});
