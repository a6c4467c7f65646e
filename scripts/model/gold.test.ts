import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CorpusFile, type Passage, readCorpus, splitGold, thinOut } from "./gold.ts";

const passage = (id: string, source?: string): Passage => ({
  id,
  text: `Text of ${id}.`,
  labels: {},
  ...(source !== undefined && { source }),
});
const file = (kind: string, names: string): CorpusFile => ({
  kind,
  passages: names.split(" ").map((id) => passage(id)),
});
const ids = (passages: readonly Passage[]) => passages.map(({ id }) => id).join(" ");

test("the third of every five passages of a file goes to the dev set", () => {
  const files = [file("formal", "a0 a1 a2 a3 a4 a5 a6 a7"), file("heart", "b0 b1 b2")];

  const { train, dev } = splitGold({ files, paraphrases: [] });

  expect(ids(dev)).toBe("a2 a7 b2");
  expect(ids(train)).toBe("a0 a1 a3 a4 a5 a6 b0 b1");
});

test("a paraphrase of a dev passage does not train", () => {
  const files = [file("formal", "a0 a1 a2")];
  const paraphrases = [passage("a2-p1", "a2"), passage("a0-p1", "a0")];

  const { withParaphrases } = splitGold({ files, paraphrases });

  expect(ids(withParaphrases)).toBe("a0 a1 a0-p1");
});

test("what the rules have not seen is the dev part of later kinds and of the paraphrases", () => {
  const files = [file("formal", "a0 a1 a2"), file("heart", "b0 b1 b2")];
  const paraphrases = [passage("a2-p1", "a2"), passage("a0-p1", "a0")];

  const { firstDev, unseen } = splitGold({ files, paraphrases });

  expect(ids(firstDev)).toBe("a2");
  expect(ids(unseen)).toBe("b2 a2-p1");
});

test("the authored corpus gives at least 5,000 training passages and no shared ids", () => {
  const corpus = readCorpus(join(import.meta.dirname, "../../test/corpus/development"));

  const { train, dev, withParaphrases } = splitGold(corpus);

  const devIds = new Set(dev.map(({ id }) => id));
  expect(train.length + dev.length).toBe(corpus.files.flatMap(({ passages }) => passages).length);
  expect(withParaphrases.length).toBeGreaterThan(5000);
  expect(
    withParaphrases.filter(({ id, source = "" }) => devIds.has(id) || devIds.has(source)),
  ).toEqual([]);
});

test("thinning keeps the wanted number of rows, in order", () => {
  const size = fc.integer({ min: 0, max: 300 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(size, share, size, (length, wanted, fewest) => {
      const rows = Array.from({ length }, (_, i) => i);
      const kept = thinOut(rows, wanted, fewest);

      expect(kept.length).toBe(Math.min(length, Math.max(fewest, Math.ceil(length * wanted))));
      expect(kept).toEqual(kept.toSorted((a, b) => a - b));
    }),
  );
  expect(thinOut([0, 1, 2, 3, 4, 5], 0.5, 0)).toEqual([1, 3, 5]);
});
