import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomOfReport } from "../composer/random.ts";
import { DAMAGES } from "./damages.ts";
import { misspell } from "./misspell.ts";
import { repunctuate } from "./repunctuate.ts";
import { foldLines, joinLines } from "./rewrap.ts";
import { shuffleSentences } from "./shuffle-sentences.ts";

const random = (seed = 1) => randomOfReport(seed, 0);
const words = ["effusion", "no", "left", "lungs", "XXXX", "pneumothorax", "2.5", "cm", "The"];
const word = fc.constantFrom(...words);
const gap = fc.constantFrom(" ", ". ", ", ", "; ", "\n");
const passage = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 40 })
  .map((pairs) => `${pairs.flat().join("").trim()}.`);

test.each(Object.entries(DAMAGES))("%s: a seed gives the same copy again", (_, damage) => {
  fc.assert(
    fc.property(passage, fc.nat(), (text, seed) => {
      expect(damage(text, random(seed))).toBe(damage(text, random(seed)));
    }),
  );
});

describe("misspelled", () => {
  test("about one word in 25 is another one", () => {
    const text = "There is a small effusion at the left base today. ".repeat(200);
    const before = text.split(" ");
    const after = misspell(text, random()).split(" ");

    const changed = after.filter((one, i) => one !== before[i]);

    expect(after.length).toBe(before.length);
    expect(changed.length / 2000).toBeGreaterThan(0.03);
    expect(changed.length / 2000).toBeLessThan(0.05);
    expect(changed.every((one) => 4 <= one.replace(".", "").length)).toBe(true);
  });

  test("first letters, short words, marks and numbers stay", () => {
    fc.assert(
      fc.property(passage, fc.nat(), (text, seed) => {
        const damaged = misspell(text, random(seed));
        const skeleton = (of: string) =>
          of.replace(/\p{L}{4,}/gu, (one) => (/^X+$/.test(one) ? one : one.charAt(0)));
        expect(skeleton(damaged)).toBe(skeleton(text));
      }),
    );
  });
});

describe("re-punctuated", () => {
  const text = "Heart large, lungs clear; no edema. Port in place, tip at 2,5 cm. No change.";

  test("letters, digits and their order stay, and so do marks", () => {
    const bare = (of: string) => of.replace(/\s/g, "").replace(/\.+/g, ".").replace(/\.$/, "");
    for (let seed = 0; seed < 50; seed++) {
      expect(bare(repunctuate(text, random(seed)))).toBe(bare(text));
    }
  });

  test("the last full stop goes, numbers keep their comma", () => {
    const copies = Array.from({ length: 50 }, (_, seed) => repunctuate(text, random(seed)));

    expect(copies.every((copy) => copy.endsWith("No change") && copy.includes("2,5"))).toBe(true);
    expect(new Set(copies).size).toBeGreaterThan(20);
  });
});

describe("re-wrapped", () => {
  test("folded lines are short and hold the same words", () => {
    fc.assert(
      fc.property(passage, (text) => {
        const folded = foldLines(text);
        expect(folded.replaceAll("\n", " ")).toBe(text.replaceAll("\n", " "));
        expect(folded.split("\n").every((line) => line.length <= 60)).toBe(true);
      }),
    );
  });

  test("lines are joined where the break says nothing", () => {
    expect(joinLines("FINDINGS:\nHeart is\nnormal.\n\nNo edema.")).toBe(
      "FINDINGS: Heart is normal. No edema.",
    );
    expect(joinLines("No effusion\nHeart large")).toBeUndefined();
  });
});

describe("sentences shuffled", () => {
  test("the same sentences stand in another order", () => {
    const text = "The heart is large. No effusion is seen. Lungs are quite clear.";
    const sorted = (of: string) => of.split(/(?<=\.) /).toSorted();

    for (let seed = 0; seed < 20; seed++) {
      const shuffled = shuffleSentences(text, random(seed)) ?? "";
      expect(shuffled).not.toBe(text);
      expect(sorted(shuffled)).toEqual(sorted(text));
    }
  });

  test.each([
    ["one sentence", "The heart is large."],
    ["a heading", "FINDINGS: The heart is large. No effusion is seen."],
    ["a list", "1. The heart is large. 2. No effusion is seen."],
    ["lines", "The heart is large.\nNo effusion is seen."],
    ["a word that points back", "The heart is large. This is an old finding."],
    ["an order of events", "The heart is large. Otherwise the chest is normal."],
    ["a fragment", "The heart is large. Unchanged."],
    ["the same sentence twice", "The heart is large. The heart is large."],
  ])("a passage with %s is unfit", (_, text) => {
    expect(shuffleSentences(text, random())).toBeUndefined();
  });
});
