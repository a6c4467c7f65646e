import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkpointPath, readExpectedCheckpoints } from "../../test/support/checkpoint-fixtures.ts";
import { ODD_VOCABULARY, oddModel } from "../../test/support/odd-model.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { type LoadLabelerOptions, loadLabeler } from "./load-labeler.ts";

const { odd } = readExpectedCheckpoints();

function load(path: string, options: LoadLabelerOptions = {}) {
  return loadLabeler(path, { device: "cpu", place: "caller", ...options });
}

test("labels come with probabilities and logits, vectors only when asked for", async () => {
  using model = oddModel();
  await using plain = await load(model.path);
  await using withVectors = await load(model.path, { withVectors: true });

  const [labels] = await plain.label(["w10 w11"]);
  const [more] = await withVectors.label(["w10 w11"]);

  expect(labels?.Edema.logits).toHaveLength(4);
  expect(labels?.vector).toBeUndefined();
  expect(more?.vector).toHaveLength(odd.config.hiddenSize);
  expect(more?.Edema).toEqual(labels?.Edema);
});

test("order is kept, and equal reports run once", async () => {
  using model = oddModel();
  await using labeler = await load(model.path, { batchTokens: 20 });
  const texts = Array.from({ length: 40 }, (_, i) => `w${10 + (i % 13)} `.repeat(1 + (i % 13)));

  const together = await labeler.label(texts);

  expect(labeler.counts()).toMatchObject({ reportCount: 40, duplicateCount: 27 });
  for (const [index, text] of texts.entries()) {
    const [alone] = await labeler.label([text]);
    expect(together[index]).toEqual(alone);
  }
});

test("an empty report gets labels and says that it is empty", async () => {
  using model = oddModel();
  await using labeler = await load(model.path);

  const [labels] = await labeler.label([" \n"]);

  expect(labels).toMatchObject({ empty: true, truncated: false });
  expect(OBSERVATIONS.every((observation) => labels?.[observation].logits?.length)).toBe(true);
});

test("the list cleaning reads a report as if its list numbers were not there", async () => {
  using model = oddModel();
  await using batch = await load(model.path);
  await using list = await load(model.path, { cleaning: "list" });

  const [numbered, plain] = await list.label(["1. w10 2. w11", "w10 w11"]);
  const [other] = await batch.label(["1. w10 2. w11"]);

  expect(numbered).toEqual(plain);
  expect(other?.Edema.logits).not.toEqual(plain?.Edema.logits);
});

test("special tokens that reports spell out are counted", async () => {
  using model = oddModel();
  await using labeler = await load(model.path);

  await labeler.label(["w10 [SEP] w11 [MASK]", "w10", "[SEP]"]);

  expect(labeler.counts()).toMatchObject({ reportCount: 3, specialTokenCount: 3 });
});

test("a report longer than the model is cut, flagged and counted", async () => {
  using model = oddModel();
  await using labeler = await load(model.path);
  const [kept, left] = ["w20 ".repeat(39), "w30 ".repeat(200)];

  const [long, short] = await labeler.label([kept + left, kept]);

  expect(long).toMatchObject({ truncated: true });
  expect(short).toMatchObject({ truncated: false });
  expect(long?.Edema).toEqual(short?.Edema);
  expect(labeler.counts()).toMatchObject({ truncatedCount: 1, duplicateCount: 1 });
});

test("windows read what truncation leaves out", async () => {
  using model = oddModel();
  await using labeler = await load(model.path, { long: "window" });

  await labeler.label(["w20 ".repeat(100)]);

  expect(labeler.counts().tokenCount).toBeGreaterThan(100);
});

test("the same weights have the same identity in every container, and no path in it", async () => {
  using folder = temporaryFolder();
  const vocabularyFile = join(folder.path, "vocab.txt");
  writeFileSync(vocabularyFile, ODD_VOCABULARY.slice(0, 29).join("\n"));
  await using zip = await load(checkpointPath("wide-zip.pth"), { vocabularyFile });
  await using legacy = await load(checkpointPath("wide-legacy.pth"), { vocabularyFile });

  expect(zip.identity).toEqual(legacy.identity);
  expect(zip.identity["weightsSha256"]).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(zip.identity)).not.toContain("vocab.txt");
});

test("other temperatures make another identity", async () => {
  using model = oddModel();
  await using plain = await load(model.path);
  const calibration = { schema: "chexbert-calibration/1", temperatures: { Edema: 2 } };
  writeFileSync(join(model.path, "calibration.json"), JSON.stringify(calibration));
  await using calibrated = await load(model.path);

  expect(plain.identity).not.toHaveProperty("temperaturesSha256");
  expect(calibrated.identity).toHaveProperty("temperaturesSha256");
  expect(calibrated.identity["weightsSha256"]).toBe(plain.identity["weightsSha256"]);
});

test("a stream is labeled in order", async () => {
  using model = oddModel();
  await using labeler = await load(model.path);
  const texts = ["w10", "w11 w12", "w13"];

  const streamed = [];
  for await (const labels of labeler.labelStream(texts)) streamed.push(labels);

  expect(streamed).toEqual(await labeler.label(texts));
});

test("an aborted call rejects with the signal's reason", async () => {
  using model = oddModel();
  await using labeler = await load(model.path);
  const signal = AbortSignal.abort(new Error("enough"));

  await expect(labeler.label(["w10"], { signal })).rejects.toThrow("enough");
});

test("a vocabulary of another size is refused", async () => {
  using model = oddModel();
  const vocabularyFile = join(model.path, "short.txt");
  writeFileSync(vocabularyFile, ODD_VOCABULARY.slice(0, 98).join("\n"));

  await expect(load(model.path, { vocabularyFile })).rejects.toMatchObject({
    code: "CHECKPOINT_VOCABULARY_SIZE",
  });
});

test.each([
  ["threads", { threads: 0 }],
  ["batchTokens", { batchTokens: 1.5 }],
  ["batchSize", { batchSize: -1 }],
])("%s must be a positive whole number", async (_, options) => {
  using model = oddModel();

  await expect(load(model.path, options)).rejects.toMatchObject({ code: "OPTION_NOT_A_COUNT" });
});
