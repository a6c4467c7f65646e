import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeReportLabeler } from "../../test/contract/report-labeler.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { writeTinyModel } from "../../test/support/tiny-model.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { loadRuleLabeler } from "../rules/rule-labeler.ts";
import { COMPACT_MODEL, loadLabeler } from "./load-labeler.ts";
import { withRulesBeside } from "./rules-beside.ts";

const TEXTS = ["w7 w9 small right effusion", "w8: no pneumothorax", ""];

async function loadTiny() {
  using folder = temporaryFolder();
  await writeTinyModel(folder.path);
  return await loadLabeler(folder.path, { place: "caller" });
}

async function loadBoth(ruleVote?: number) {
  using folder = temporaryFolder();
  const { path } = folder;
  await writeTinyModel(path);
  if (ruleVote !== undefined) {
    const calibration = { schema: "chexbert-calibration/1", temperatures: {}, ruleVote };
    writeFileSync(join(path, "calibration.json"), JSON.stringify(calibration));
  }
  const model = await loadLabeler(path, { place: "caller" });
  return withRulesBeside(model, await loadRuleLabeler());
}

describeReportLabeler("A model with the rules beside it", () => loadBoth());

test("labels say what each of the two says, with the rules' evidence", async () => {
  await using model = await loadTiny();
  const [alone] = await model.label(TEXTS);
  await using labeler = await loadBoth();

  const [labels] = await labeler.label(TEXTS);

  expect(labels?.["Pleural Effusion"]).toMatchObject({
    votes: { model: alone?.["Pleural Effusion"].class, rules: "positive" },
    evidence: [{ class: "positive" }],
  });
});

test("the model that ships reads plain sentences", async () => {
  await using labeler = await loadLabeler(COMPACT_MODEL, { place: "caller" });

  const [labels] = await labeler.label([
    "Small right effusion. No pneumothorax. Possible pneumonia.",
  ]);

  expect(labels).toMatchObject({
    "Pleural Effusion": { class: "positive" },
    Pneumothorax: { class: "negative" },
    Pneumonia: { class: "uncertain" },
    Fracture: { class: "blank" },
  });
});

test("without a vote the labels and probabilities are the model's", async () => {
  await using model = await loadTiny();
  const alone = await model.label(TEXTS);
  await using labeler = await loadBoth(0);

  const beside = await labeler.label(TEXTS);

  beside.forEach((labels, i) => {
    for (const observation of OBSERVATIONS) {
      expect(labels[observation].class).toBe(alone[i]?.[observation].class);
    }
  });
  expect(labeler.identity).not.toHaveProperty("ruleVote");
});

test("an empty report is labeled by the rules where they have a vote", async () => {
  await using rules = await loadRuleLabeler();
  const [ruled] = await rules.label([""]);
  await using labeler = await loadBoth(0.01);

  const [, , labels] = await labeler.label(TEXTS);

  expect(labels?.empty).toBe(true);
  for (const observation of OBSERVATIONS) {
    expect(labels?.[observation].class).toBe(ruled?.[observation].class);
  }
});

test("with a vote that drowns the model the labels are the rules'", async () => {
  await using rules = await loadRuleLabeler();
  const alone = await rules.label(TEXTS);
  await using labeler = await loadBoth(100);

  const beside = await labeler.label(TEXTS);
  const streamed: ReportLabels[] = [];
  for await (const labels of labeler.labelStream(TEXTS)) streamed.push(labels);

  beside.forEach((labels, i) => {
    for (const observation of OBSERVATIONS) {
      const { class: labelClass, probabilities } = labels[observation];
      expect(labelClass).toBe(alone[i]?.[observation].class);
      expect(probabilities?.[labelClass]).toBeGreaterThan(0.99);
    }
  });
  expect(streamed).toEqual(beside);
});
