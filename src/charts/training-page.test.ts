import { expect, test } from "vitest";
import { OBSERVATIONS } from "../labels/observations.ts";
import { type PageEvaluation, trainingPage } from "./training-page.ts";

const EVALUATIONS = [100, 200].map((step) => ({
  step,
  loss: 300 / step,
  kappa: 0.5,
  weightedF1: step / 250,
  observations: Object.fromEntries(
    OBSERVATIONS.map((name) => [
      name,
      { kappa: name === "Fracture" ? null : 0.5, weightedF1: 0.4 },
    ]),
  ) as PageEvaluation["observations"],
}));
const PAGE = {
  title: "Training of <model>",
  losses: Array.from({ length: 200 }, (_, i) => ({ step: i + 1, value: 20 / (i + 1) })),
  evaluations: EVALUATIONS,
  bestStep: 200,
  facts: [["steps", "200"]],
  recipe: [["epochs", "2"]],
} as const;

test("shows curves, the best scores and the recipe, and nothing from elsewhere", () => {
  const page = trainingPage(PAGE);

  expect(page.match(/<svg/g)).toHaveLength(3);
  expect(page).toContain("Best evaluation, step 200");
  expect(page).toContain('<th scope="row">mean</th><td>0.800</td><td>0.500</td>');
  expect(page).toContain("<dt>epochs</dt><dd>2</dd>");
  expect(page).not.toMatch(/<script|src=|href=/);
});

test("escapes names and shows undefined scores as a dash", () => {
  const page = trainingPage(PAGE);

  expect(page).toContain("<h1>Training of &lt;model&gt;</h1>");
  expect(page).toContain('<th scope="row">Fracture</th><td>0.400</td><td>–</td>');
});

test("a run without a dev set has a page without evaluations", () => {
  const page = trainingPage({ ...PAGE, evaluations: [], bestStep: undefined });

  expect(page.match(/<svg/g)).toHaveLength(1);
  expect(page).not.toContain("dev set");
});
