import { expect, test } from "vitest";
import { oddModel } from "../../test/support/odd-model.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { ReportLabeler } from "../labels/report-labeler.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { loadRuleLabeler } from "../rules/rule-labeler.ts";
import { loadLabeler } from "./load-labeler.ts";
import { type Attribution, explainByOcclusion } from "./occlusion.ts";

/** The rules, sure of what they say: what they miss is known by reading. */
async function sureLabeler(): Promise<ReportLabeler> {
  const rules = await loadRuleLabeler();
  return {
    ...rules,
    async label(texts, options) {
      const labels = await rules.label(texts, options);
      return labels.map((one) => {
        const sure = OBSERVATIONS.map((name) => [
          name,
          { ...one[name], probabilities: { [one[name].class]: 1 } },
        ]);
        return { ...one, ...Object.fromEntries(sure) } as ReportLabels; // All 14 again.
      });
    },
  };
}

function shown(text: string, attributions: readonly Attribution[] = []): readonly string[] {
  return attributions.map(
    ({ start, end, unit, classWithout }) => `${unit} ${text.slice(start, end)} > ${classWithout}`,
  );
}

test("the words that make and turn a label are found where they stand in the text", async () => {
  const text = "Lungs: \n\t No\n\nedema 😀. Possible   pneumonia.";

  const { attributions } = await explainByOcclusion(await sureLabeler(), text);

  expect(shown(text, attributions.Edema)).toEqual([
    "clause Lungs: \n\t No\n\nedema 😀. > blank",
    "word No > positive",
    "word edema > blank",
  ]);
  expect(shown(text, attributions.Pneumonia)).toEqual([
    "clause Possible   pneumonia. > blank",
    "word Possible > positive",
    "word pneumonia > blank",
  ]);
});

test("what is said twice is left out twice", async () => {
  const text = "Left effusion. Heart normal. Small effusion.";

  const { attributions } = await explainByOcclusion(await sureLabeler(), text);
  const found = attributions["Pleural Effusion"] ?? [];

  expect(shown(text, found)).toEqual([
    "clause Left effusion. > blank",
    "word effusion > blank",
    "clause Small effusion. > blank",
    "word effusion > blank",
  ]);
  expect(found[0]?.repeats).toEqual([{ start: 29, end: 44 }]);
});

test("a report of one word is that word, and an empty one has none", async () => {
  const labeler = await sureLabeler();

  const one = await explainByOcclusion(labeler, "Pneumothorax");
  const none = await explainByOcclusion(labeler, " \n");

  expect(shown("Pneumothorax", one.attributions.Pneumothorax)).toEqual([
    "clause Pneumothorax > blank",
    "word Pneumothorax > blank",
  ]);
  expect(none.attributions).toEqual({});
  expect(none.labels.empty).toBe(true);
});

test("a model's labels are those of the whole report, and drops are differences", async () => {
  using model = oddModel();
  await using labeler = await loadLabeler(model.path, { device: "cpu", place: "caller" });
  const text = "w10 w11, w12\r\nw13. w14 w15 w16.";

  const { labels, attributions } = await explainByOcclusion(labeler, text);
  const [whole, without] = await labeler.label([text, "w10 w11, w14 w15 w16."]);

  expect(labels).toEqual(whole);
  const clauses = OBSERVATIONS.flatMap((name) =>
    (attributions[name] ?? [])
      .filter(({ start, unit, repeats }) => start === 9 && unit === "clause" && !repeats)
      .map((one) => ({ name, one })),
  );
  expect(clauses.length).toBeGreaterThan(0);
  for (const { name, one } of clauses) {
    const labelClass = labels[name].class;
    const before = whole?.[name].probabilities?.[labelClass] ?? Number.NaN;
    const after = without?.[name].probabilities?.[labelClass] ?? Number.NaN;
    expect(one.drop).toBeCloseTo(before - after, 12);
    expect(one.classWithout).toBe(without?.[name].class);
    expect(text.slice(one.start, one.end)).toBe("w12\r\nw13.");
  }
});

test("what a model does not read is no evidence, and does not move into view", async () => {
  using model = oddModel();
  await using labeler = await loadLabeler(model.path, { device: "cpu", place: "caller" });
  const kept = Array.from({ length: 19 }, (_, i) => `w${20 + i},`).join(" ");

  const { labels, attributions } = await explainByOcclusion(
    labeler,
    `${kept} ${"w90 w91, ".repeat(50)}`,
  );

  expect(labels.truncated).toBe(true);
  const spans = Object.values(attributions).flat();
  expect(spans.length).toBeGreaterThan(0);
  for (const { end } of spans) expect(end).toBeLessThanOrEqual(kept.length + 4);
});

test("however long the report, few variants are labeled", async () => {
  using model = oddModel();
  await using labeler = await loadLabeler(model.path, {
    device: "cpu",
    place: "caller",
    long: "window",
  });
  const text = Array.from({ length: 600 }, (_, i) => `w${10 + (i % 80)},`).join(" ");

  await explainByOcclusion(labeler, text);

  expect(labeler.counts().reportCount).toBeLessThanOrEqual(350);
});

test("a labeler without probabilities is refused", async () => {
  await expect(explainByOcclusion(await loadRuleLabeler(), "Edema.")).rejects.toMatchObject({
    code: "OCCLUSION_NEEDS_MODEL",
  });
});
