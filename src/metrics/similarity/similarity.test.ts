import { expect, test } from "vitest";
import { bleu2 } from "./bleu.ts";
import { embeddingSimilarity, meanSimilarity } from "./embedding-similarity.ts";
import { radCliq } from "./radcliq.ts";

test.each([
  [[1, 1, 1, 1], -0.24213342294409346, -1.4406902828047017],
  [[0, 0, 0, 0], 5.516160804054495, 2.4501430833271307],
  [[0.25, 0.5, 0.75, 0.1], 2.280352580397155, 0.5673375560094998],
])("RadCliQ of %j", ([radgraph = 0, bertscore = 0, semb = 0, bleu = 0], v0, v1) => {
  const features = {
    radgraphCombined: radgraph,
    bertscore,
    sembScore: semb,
    bleuScore: bleu,
  };

  expect(radCliq(features, "v0")).toBeCloseTo(v0, 12);
  expect(radCliq(features, "v1")).toBeCloseTo(v1, 12);
});

test("a vector is like itself, unlike its opposite, and nothing is like zero", () => {
  const vector = Float32Array.of(0.5, -2, 3);
  const opposite = vector.map((x) => -x);

  expect(embeddingSimilarity(vector, vector)).toBeCloseTo(1, 6);
  expect(embeddingSimilarity(vector, opposite)).toBeCloseTo(-1, 6);
  expect(embeddingSimilarity(vector, new Float32Array(3))).toBe(0);
  expect(meanSimilarity([1, 0])).toBe(0.5);
});

test("BLEU-2 of equal texts is 1, and full stops are words of their own", () => {
  expect(bleu2("Lungs are clear.", "lungs are clear .")).toBe(1);
});

test("BLEU-2 punishes short candidates and clips repeated words", () => {
  // 2 of 2 words, 1 of 1 pairs, 2 words for 4: exp(1 - 4/2).
  expect(bleu2("lungs are clear today", "lungs are")).toBeCloseTo(Math.exp(-1), 14);
  // "a" counts once of three times; no pair "a a" in the reference.
  expect(bleu2("a b c", "a a a")).toBe(0);
  // words 2/3, pairs 1/2.
  expect(bleu2("a b d", "a b c")).toBeCloseTo(Math.sqrt((2 / 3) * (1 / 2)), 14);
});

test("an empty side scores 0", () => {
  expect(bleu2("", "lungs are clear")).toBe(0);
  expect(bleu2("lungs are clear", "")).toBe(0);
});
