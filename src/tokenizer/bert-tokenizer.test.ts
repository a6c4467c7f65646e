import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeBertTokenizer } from "./bert-tokenizer.ts";
import { loadDefaultVocabulary, makeVocabulary } from "./vocabulary.ts";

interface OracleCase {
  readonly text: string;
  readonly ids: readonly number[];
  readonly cased: readonly number[];
}

const vocabulary = await loadDefaultVocabulary();
const tokenizer = makeBertTokenizer(vocabulary);

function readOracle(): OracleCase[] {
  const path = new URL("../../test/oracles/fixtures/tokens/adversarial.jsonl", import.meta.url);
  const [, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}

test("gives the ids of the slow BERT tokenizer for 1,500 adversarial strings", () => {
  const cases = readOracle();

  const differing = cases.filter(({ text, ids }) => `${tokenizer.tokenize(text).ids}` !== `${ids}`);

  expect(cases.length).toBe(1500);
  expect(differing).toEqual([]);
});

test("a cased tokenizer keeps letters and accents as they are", () => {
  const cased = makeBertTokenizer(vocabulary, { casing: "cased" });

  const differing = readOracle().filter((c) => `${cased.tokenize(c.text).ids}` !== `${c.cased}`);

  expect(differing).toEqual([]);
});

test("the default vocabulary has 30,522 entries and the known special tokens", () => {
  expect(vocabulary.entries.length).toBe(30522);
  expect(vocabulary.special).toEqual({ pad: 0, unknown: 100, cls: 101, sep: 102, mask: 103 });
});

test("every token that is no special or unknown one slices back to its own text", () => {
  const { ids, starts, ends } = tokenizer.tokenize("Mild  CARDIOMEGALY, w/o Éffusion");
  const pieces = ids.map((id) => vocabulary.entries[id]?.replace("##", ""));

  const slices = ids.map((_, i) => "Mild  CARDIOMEGALY, w/o Éffusion".slice(starts[i], ends[i]));

  expect(
    slices.map((slice) =>
      slice
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .toLowerCase(),
    ),
  ).toEqual(pieces);
});

test("offsets of any text lie inside it, in order, and slice back to the token", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { ids, starts, ends } = tokenizer.tokenize(text);

      const wrong = ids.filter((id, i) => {
        const [start = -1, end = -1, before = 0] = [starts[i], ends[i], starts[i - 1]];
        if (start < before || end <= start || text.length < end) return true;
        // The slice alone gives the token, unless it continues a word or is unknown.
        const isWhole = !vocabulary.entries[id]?.startsWith("##") && id !== 100;
        return isWhole && tokenizer.tokenize(text.slice(start, end)).ids[0] !== id;
      });

      expect(wrong).toEqual([]);
    }),
  );
});

test("texts that spell out special tokens are counted", () => {
  const { ids, specialTokenCount } = tokenizer.tokenize("edema [SEP] none[MASK]");

  expect(ids.filter((id) => id === 102 || id === 103)).toEqual([102, 103]);
  expect(specialTokenCount).toBe(2);
});

test("a vocabulary without [SEP] is refused by name", () => {
  expect(() => makeVocabulary("vocab.txt", ["[PAD]", "[UNK]", "[CLS]"])).toThrow(
    "Expected token [SEP] in vocabulary vocab.txt, got 3 entries without it",
  );
});

test("a vocabulary without [MASK] spells the word out", () => {
  const small = makeVocabulary("vocab.txt", ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[", "mask", "]"]);

  expect(makeBertTokenizer(small).tokenize("[MASK]").ids).toEqual([4, 5, 6]);
});

test("one tokenizer gives the same tokens for a text however often it is asked", () => {
  const text = "No pneumothorax. No pneumothorax.";

  expect(tokenizer.tokenize(text)).toEqual(makeBertTokenizer(vocabulary).tokenize(text));
  expect(tokenizer.tokenize(text)).toEqual(tokenizer.tokenize(text));
});
