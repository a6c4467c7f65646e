import { expect, test } from "vitest";
import type { Attribution } from "../../labeler/occlusion.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import { loadRuleLabeler } from "../../rules/rule-labeler.ts";
import { formatPage } from "./explain-page.ts";
import { formatExplanation } from "./explain-terminal.ts";
import type { ExplainedReport } from "./explained-report.ts";

const TEXT = "No edema. <b>Tip</b> in vein.";

const EDEMA: readonly Attribution[] = [
  { unit: "clause", start: 0, end: 9, drop: 0.913, classWithout: "blank" },
  { unit: "word", start: 0, end: 2, drop: 0.871, classWithout: "positive" },
  {
    unit: "word",
    start: 3,
    end: 8,
    drop: 0.62,
    classWithout: "blank",
    repeats: [{ start: 10, end: 29 }],
  },
];

/** A report as a model labels it that gives no No Finding. */
async function explained(): Promise<ExplainedReport> {
  const rules = await loadRuleLabeler();
  const [labels, blank] = await rules.label([TEXT, "Seen."]);
  if (labels === undefined || blank === undefined) throw new Error("Expected labels");
  return {
    id: undefined,
    row: undefined,
    text: TEXT,
    labels: {
      ...labels,
      Edema: { class: "negative", probabilities: { negative: 0.954 } },
      "Support Devices": { class: "uncertain", probabilities: { uncertain: 0.6 } },
      "No Finding": { class: "blank", probabilities: { blank: 0.9 } },
    },
    observations: OBSERVATIONS,
    engine: "bert",
    identity: {},
    attributions: { Edema: EDEMA, "Support Devices": [] },
    rules: labels,
  };
}

test("the terminal shows model evidence and rule evidence under titles of their own", async () => {
  const shown = formatExplanation(await explained(), { isColorOn: false, width: 100 });
  const [model = "", rules = ""] = shown.split("Rules beside the model: mentions and cues");

  expect(model).toContain("Model evidence (occlusion): words without which the probability falls");
  expect(model).toContain("<No ↓87> <edema ↓62>. <b>Tip</b> in vein.");
  expect(model).toMatch(/Edema +│ − negative +│ 95\.4 % +│ No +│ −87 +│ \+ positive/);
  expect(model).toMatch(/│ edema +│ −62 ×2 +│ · blank/);
  expect(model).toMatch(/Support Devices +│ \? uncertain +│ 60\.0 % +│ \(none is missed\)/);
  expect(model).toContain(
    "Model and rules differ: No Finding (model blank, rules positive; label blank).",
  );
  expect(rules).toContain("{No} [−edema].");
  expect(rules).toContain("negation.direct");
});

test("the page does the same, text as text", async () => {
  const page = formatPage(await explained());
  const [model = "", rules = ""] = page.split("<h2>Rules beside the model: mentions and cues</h2>");

  expect(model).toContain('title="Edema: −87, positive without">No&nbsp;<small>−87</small>');
  expect(model).toContain("&lt;b&gt;Tip&lt;/b&gt;");
  expect(model).toContain("60.0 %</td><td>none is missed");
  expect(model).toContain("Model and rules differ: No Finding");
  expect(rules).toContain("<code>negation.direct</code>");
  expect(page).not.toMatch(/<b>Tip|<script|https?:|src=/);
});

test("a model alone has no section of the rules", async () => {
  const alone = { ...(await explained()), rules: undefined };

  expect(formatExplanation(alone, { isColorOn: false, width: 100 })).not.toContain("ules");
  expect(formatPage(alone)).not.toContain("ules beside");
});
