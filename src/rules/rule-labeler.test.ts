import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeReportLabeler } from "../../test/contract/report-labeler.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import type { LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { loadRuleLabeler } from "./rule-labeler.ts";

describeReportLabeler("the rule labeler", () => loadRuleLabeler());
describeReportLabeler("the rule labeler in chexpert mode", () =>
  loadRuleLabeler({ compat: "chexpert" }),
);

/** The labels that are not blank. */
function spoken(labels: ReportLabels | undefined): Readonly<Record<string, LabelClass>> {
  const entries = OBSERVATIONS.map((name) => [name, labels?.[name].class ?? "blank"] as const);
  return Object.fromEntries(entries.filter(([, labelClass]) => labelClass !== "blank"));
}

async function labelLikeChexpert(text: string): Promise<Readonly<Record<string, LabelClass>>> {
  await using labeler = await loadRuleLabeler({ compat: "chexpert" });
  const [labels] = await labeler.label([text]);
  return spoken(labels);
}

describe("chexpert mode gives the published labels of four sample reports", () => {
  test("a normal chest with three findings denied", async () => {
    const text =
      "The heart is normal in size and the lungs are clear. There is no edema, no pneumonia, and no effusion.";

    expect(await labelLikeChexpert(text)).toEqual({
      Cardiomegaly: "negative",
      Edema: "negative",
      Pneumonia: "negative",
      "Pleural Effusion": "negative",
      "No Finding": "positive",
    });
  });

  test("a numbered list with effusions, atelectasis and a large heart", async () => {
    const text =
      "1. Small left effusion with adjacent atelectasis.\n2. Right effusion, smaller.\n3. Cardiomegaly without overt edema.";

    expect(await labelLikeChexpert(text)).toEqual({
      "Pleural Effusion": "positive",
      Atelectasis: "positive",
      Cardiomegaly: "positive",
      Edema: "negative",
    });
  });

  test("airspace disease with a hedged explanation", async () => {
    const text =
      "Patchy airspace disease at the left base may reflect atelectasis or consolidation.";

    expect(await labelLikeChexpert(text)).toEqual({
      "Lung Opacity": "positive",
      Atelectasis: "uncertain",
      Consolidation: "uncertain",
    });
  });

  test("a stable large heart and clear lungs", async () => {
    expect(
      await labelLikeChexpert("Stable mild cardiomegaly. Hyperexpanded but clear lungs."),
    ).toEqual({ Cardiomegaly: "positive" });
  });
});

describe("chexpert mode", () => {
  test("finds phrases inside words, as published", async () => {
    const labels = await labelLikeChexpert("Findings of old tuberculosis.");

    expect(labels["Support Devices"]).toBe("positive");
  });

  test("takes a bare heart phrase for positive", async () => {
    expect((await labelLikeChexpert("The heart is seen."))["Cardiomegaly"]).toBe("positive");
    expect((await labelLikeChexpert("The heart is small."))["Cardiomegaly"]).toBe("positive");
  });

  test("lets an opacity over the heart alone", async () => {
    expect(
      (await labelLikeChexpert("Opacity over the left heart."))["Cardiomegaly"],
    ).toBeUndefined();
  });

  test("makes the heart uncertain when it fails", async () => {
    expect((await labelLikeChexpert("Mild heart failure."))["Cardiomegaly"]).toBe("uncertain");
    expect((await labelLikeChexpert("No heart failure."))["Cardiomegaly"]).toBeUndefined();
  });

  test("reads positive, negative and uncertain together as uncertain", async () => {
    const text = "Left effusion. No right effusion. Possible loculated effusion.";
    await using paper = await loadRuleLabeler({ compat: "chexpert", aggregation: "paper" });

    expect((await labelLikeChexpert(text))["Pleural Effusion"]).toBe("uncertain");
    const [labels] = await paper.label([text]);
    expect(labels?.["Pleural Effusion"].class).toBe("positive");
  });

  test("points evidence into the text before its cleaning", async () => {
    await using labeler = await loadRuleLabeler({ compat: "chexpert" });
    const text = "FINDINGS..  Small\n\nRIGHT/LEFT Pleural\tEffusion,not new.";

    const [labels] = await labeler.label([text]);

    const [evidence] = labels?.["Pleural Effusion"].evidence ?? [];
    expect(text.slice(evidence?.mention.start, evidence?.mention.end)).toBe("Effusion");
  });

  test("takes phrases of the caller in place of the published ones", async () => {
    await using labeler = await loadRuleLabeler({
      compat: "chexpert",
      mentionPhrases: { Pneumothorax: ["air leak"] },
      unmentionPhrases: { Pneumothorax: ["no longer an air leak"] },
    });

    const [first, second] = await labeler.label([
      "Air leak on the left. Pneumothorax.",
      "There is no longer an air leak.",
    ]);

    expect(first?.["Pneumothorax"].evidence).toHaveLength(1);
    expect(second?.["Pneumothorax"].class).toBe("blank");
  });

  test("is needed for phrases of the caller", async () => {
    await expect(loadRuleLabeler({ mentionPhrases: {} })).rejects.toMatchObject({
      code: "RULES_PHRASES_NEED_COMPAT",
    });
  });
});

const header = { origin: "test", license: "MIT" };

describe("a lexicon folder", () => {
  test("extends an observation and adds a new one", async () => {
    using folder = temporaryFolder();
    await writeFile(
      join(folder.path, "edema.json"),
      JSON.stringify({ ...header, observation: "Edema", include: ["wet lung~"] }),
    );
    await mkdir(join(folder.path, "more"));
    await writeFile(
      join(folder.path, "more", "hernia.json"),
      JSON.stringify({ ...header, observation: "Hernia", new: true, include: ["hernia~"] }),
    );
    await using labeler = await loadRuleLabeler({ lexicon: folder.path });

    const [labels] = await labeler.label(["Wet lungs. No hiatal hernia."]);

    expect(labeler.extraObservations).toEqual(["Hernia"]);
    expect(labels?.["Edema"].class).toBe("positive");
    expect(labels?.extra["Hernia"]?.class).toBe("negative");
  });

  test("adds cues", async () => {
    using folder = temporaryFolder();
    await writeFile(
      join(folder.path, "negation.json"),
      JSON.stringify({
        ...header,
        category: "negation",
        rules: [{ id: "negation.own", direction: "forward", phrases: ["bereft of"] }],
      }),
    );
    await using labeler = await loadRuleLabeler({ lexicon: folder.path });

    const [labels] = await labeler.label(["The chest is bereft of effusion."]);

    expect(labels?.["Pleural Effusion"].evidence?.[0]?.ruleId).toBe("negation.own");
  });

  test.each([
    ["LEXICON_UNKNOWN_OBSERVATION", { ...header, observation: "Edemma", include: ["wet lung"] }],
    ["LEXICON_KNOWN_OBSERVATION", { ...header, observation: "Edema", new: true, include: ["wet"] }],
    ["LEXICON_EMPTY_PHRASE", { ...header, observation: "Edema", include: ["wet lung", " "] }],
    ["LEXICON_BAD_PATTERN", { ...header, observation: "Edema", include: ["wet (lung"] }],
    ["LEXICON_MALFORMED", { ...header, observation: "Edema", includes: ["wet lung"] }],
  ])("with a slip in it is refused with %s", async (code, content) => {
    using folder = temporaryFolder();
    await writeFile(join(folder.path, "own.json"), JSON.stringify(content));

    await expect(loadRuleLabeler({ lexicon: folder.path })).rejects.toMatchObject({ code });
  });

  test("that does not exist, is empty or holds broken JSON is refused", async () => {
    using folder = temporaryFolder();
    const load = (lexicon: string) => loadRuleLabeler({ lexicon });
    await expect(load(join(folder.path, "none"))).rejects.toMatchObject({
      code: "LEXICON_UNREADABLE",
    });
    await expect(load(folder.path)).rejects.toMatchObject({ code: "LEXICON_EMPTY" });
    await writeFile(join(folder.path, "own.json"), "{");
    await expect(load(folder.path)).rejects.toMatchObject({ code: "LEXICON_MALFORMED" });
  });
});
