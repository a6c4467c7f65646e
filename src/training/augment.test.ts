import { expect, test } from "vitest";
import { augmentReports } from "./augment.ts";

const REPORTS = [
  { id: "a", text: "Clear lungs." },
  { id: "b", text: "Small effusion." },
];

test("originals stay and are followed by their paraphrases", () => {
  const { reports } = augmentReports(REPORTS, [
    { reportId: "b", text: "A little fluid." },
    { reportId: "a", text: "The lungs are clear." },
    { reportId: "b", text: "Minor fluid." },
  ]);

  expect(
    reports.map(({ report, text, paraphraseNumber }) => [report.id, text, paraphraseNumber]),
  ).toEqual([
    ["a", "Clear lungs.", 0],
    ["a", "The lungs are clear.", 1],
    ["b", "Small effusion.", 0],
    ["b", "A little fluid.", 1],
    ["b", "Minor fluid.", 2],
  ]);
});

test("what the set says already is dropped, whatever its case and white space", () => {
  const result = augmentReports(REPORTS, [
    { reportId: "a", text: "clear  LUNGS." },
    { reportId: "a", text: "Lungs clear." },
    { reportId: "b", text: "lungs clear." },
    { reportId: "b", text: " \n" },
    { reportId: "c", text: "Of no report." },
  ]);

  expect(result).toMatchObject({ added: 1, repeated: 2, empty: 1, unknown: 1 });
});
