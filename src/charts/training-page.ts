/**
 * @file A training run as one HTML file: curves, the scores of the best evaluation and the recipe,
 * without scripts and remote assets.
 */
import { OBSERVATIONS, type Observation } from "../labels/observations.ts";
import { escapeHtml } from "./evaluation-page.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { type CurvePoint, observationCurves, trainingCurves } from "./training-curves.ts";

/** An evaluation on the dev set; `null` where a score is undefined. */
export interface PageEvaluation {
  readonly step: number;
  readonly loss: number;
  readonly kappa: number | null;
  readonly weightedF1: number | null;
  readonly observations: Readonly<
    Record<Observation, { readonly kappa: number | null; readonly weightedF1: number | null }>
  >;
}

export interface TrainingPage {
  readonly title: string;
  /** Loss of every step. */
  readonly losses: readonly CurvePoint[];
  readonly evaluations: readonly PageEvaluation[];
  /** Step of the best evaluation. */
  readonly bestStep: number | undefined;
  /** Facts and the fields of the recipe. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly recipe: readonly (readonly [name: string, value: string])[];
}

/** Renders the page. */
export function trainingPage(page: TrainingPage): string {
  const best = page.evaluations.find(({ step }) => step === page.bestStep);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(page.title)}</h1>
${definitions(page.facts)}
</header>
<main>
${section("Loss", lossFigure(page))}
${page.evaluations.length === 0 ? "" : section("Agreement with the dev set", agreementFigure(page))}
${page.evaluations.length === 0 ? "" : section("Weighted F1 per observation", observationFigure(page))}
${best === undefined ? "" : section(`Best evaluation, step ${best.step}`, scoreTable(best))}
${section("Recipe", definitions(page.recipe))}
</main>
</body>
</html>
`;
}

/** Steps in the moving average of the loss: single batches jump. */
const SMOOTHED_STEPS = 25;

function lossFigure({ losses, evaluations }: TrainingPage): string {
  return trainingCurves(
    [
      { name: "training", points: movingAverage(losses) },
      { name: "dev", points: evaluations.map(({ step, loss }) => ({ step, value: loss })) },
    ],
    { label: "loss", description: "Training loss, averaged over neighboring steps, and dev loss" },
  );
}

function agreementFigure({ evaluations }: TrainingPage): string {
  return trainingCurves(
    [
      { name: "weighted F1", points: pointsOf(evaluations, (one) => one.weightedF1) },
      { name: "kappa", points: pointsOf(evaluations, (one) => one.kappa) },
    ],
    {
      label: "mean over observations",
      domain: [0, 1],
      description: "Mean weighted F1 and mean kappa on the dev set over the steps of the run",
    },
  );
}

function observationFigure({ evaluations }: TrainingPage): string {
  const curves = OBSERVATIONS.map((name) => ({
    name,
    points: pointsOf(evaluations, (one) => one.observations[name].weightedF1),
  }));
  return observationCurves(curves, "Weighted F1 of each observation over the steps of the run");
}

function scoreTable({ observations, kappa, weightedF1 }: PageEvaluation): string {
  const rows = [
    ["mean", { kappa, weightedF1 }] as const,
    ...OBSERVATIONS.map((name) => [name, observations[name]] as const),
  ];
  const cells = rows.map(
    ([name, scores]) =>
      `<tr><th scope="row">${name}</th><td>${shown(scores.weightedF1)}</td><td>${shown(scores.kappa)}</td></tr>`,
  );
  return `<table>
<thead><tr><th scope="col">observation</th><th scope="col">weighted F1</th><th scope="col">kappa</th></tr></thead>
<tbody>
${cells.join("\n")}
</tbody>
</table>`;
}

function pointsOf(
  evaluations: readonly PageEvaluation[],
  score: (evaluation: PageEvaluation) => number | null,
): readonly CurvePoint[] {
  return evaluations.flatMap((evaluation) => {
    const value = score(evaluation);
    return value === null ? [] : [{ step: evaluation.step, value }];
  });
}

/** One point per {@link SMOOTHED_STEPS} steps: a page must not hold 70,000 of them. */
function movingAverage(losses: readonly CurvePoint[]): readonly CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let start = 0; start < losses.length; start += SMOOTHED_STEPS) {
    const part = losses.slice(start, start + SMOOTHED_STEPS);
    const sum = part.reduce((total, { value }) => total + value, 0);
    points.push({ step: part.at(-1)?.step ?? 0, value: sum / part.length });
  }
  return points;
}

function section(title: string, content: string): string {
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n${content}\n</section>`;
}

function definitions(facts: readonly (readonly [string, string])[]): string {
  const items = facts.map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<dl class="facts">${items.join("")}</dl>`;
}

function shown(score: number | null): string {
  return score === null ? "–" : score.toFixed(3);
}
