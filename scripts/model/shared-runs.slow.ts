/**
 * @file Composed and authored reports copy nothing. `CHEXBERT_REPORTS_FOLDER` names a folder of other reports
 * (.txt, .csv, .xml, .json, .jsonl, searched through); without it only the comparison is tested.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { composeReport } from "./composer/compose-report.ts";
import { readCorpus } from "./gold.ts";
import { COPIED_WORDS, findSharedRuns } from "./shared-runs.ts";

const COMPOSED_COUNT = 30_000;
const folder = process.env["CHEXBERT_REPORTS_FOLDER"];

const composed = Array.from(
  { length: COMPOSED_COUNT },
  (_, i) => composeReport(i, { seed: 15, noiseShare: 0 }).text,
);

const corpus = readCorpus(join(import.meta.dirname, "../../test/corpus/development"));
const authored = [...corpus.files.flatMap(({ passages }) => passages), ...corpus.paraphrases].map(
  ({ text }) => text,
);

/** Tags and quotes become spaces, so that a run is not broken by the format of the file. */
function readReports(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(txt|csv|xml|jsonl?)$/.test(name))
    .map((name) => readFileSync(join(path, name), "utf8").replace(/<[^>]*>|\\n|["{}]/g, " "));
}

test("finds a run of 15 words and ignores one of 14", () => {
  const words = Array.from({ length: COPIED_WORDS }, (_, i) => `word${i}`);
  const copied = `Before it. ${words.join(" ")}, and after.`;
  const nearly = `Before it. ${words.slice(1).join(" ")}, and after.`;

  expect(findSharedRuns([nearly, copied], [words.join("\n")])).toEqual([
    { composedIndex: 1, otherIndex: 0, wordIndex: 2 },
  ]);
});

test("finds a composed report in a folder that holds a copy of it", () => {
  const long = composed.find((text) => COPIED_WORDS < text.split(/\s+/).length) ?? "";

  expect(findSharedRuns([long], [`Something else first. ${long} Something after.`])).toHaveLength(
    1,
  );
});

test(`no invented report shares ${COPIED_WORDS} words in a row with the reports of the environment`, () => {
  const others =
    folder === undefined
      ? ["An invented report that the grammar cannot write."]
      : readReports(folder);

  expect(findSharedRuns(composed, others)).toEqual([]);
  expect(findSharedRuns(authored, others)).toEqual([]);
});
