import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/base/seeded-random.ts";
import { parseCalibration } from "../../src/labeler/calibration.ts";
import { OBSERVATIONS } from "../../src/labels/observations.ts";
import { formatCalibration } from "./calibrate.ts";
import {
  byObservation,
  calibrationScores,
  fitRuleVote,
  fitTemperatures,
  type HeadOutputs,
  type OutputsByHead,
} from "./calibration.ts";

interface Oracle {
  readonly heads: readonly (HeadOutputs & { readonly temperature: number })[];
  readonly scores: Readonly<Record<string, number>>;
}

const fixtures = join(import.meta.dirname, "../../test/oracles/fixtures/metrics");
const oracle = JSON.parse(readFileSync(join(fixtures, "head-calibration.json"), "utf8")) as Oracle; // Written by test/oracles/calibration.py.

const headOf = (observation: (typeof OBSERVATIONS)[number]) => {
  const head = oracle.heads[OBSERVATIONS.indexOf(observation)];
  if (head === undefined) throw new Error("Expected 14 heads in the fixture");
  return head;
};

test("errors over cells and over heads are those of numpy", () => {
  const scores = calibrationScores(
    byObservation(headOf),
    byObservation((observation) => headOf(observation).temperature),
  );

  for (const [name, expected] of Object.entries(oracle.scores)) {
    expect(scores[name as keyof typeof scores]).toBeCloseTo(expected, 10);
  }
});

/** A head whose gold follows its own probabilities at a temperature. */
function drawnHead(reportCount: number, temperature: number, seed: number): HeadOutputs {
  const random = seededRandom(seed);
  const logits = Array.from({ length: reportCount }, () =>
    [0, 1, 2, 3].map(() => 6 * (random.unit() + random.unit() - 1)),
  );
  const gold = logits.map((row) => {
    const powers = row.map((logit) => Math.exp(logit / temperature));
    let rest = random.unit() * powers.reduce((sum, value) => sum + value, 0);
    const found = powers.findIndex((power) => {
      rest -= power;
      return rest < 0;
    });
    return Math.max(0, found);
  });
  return { logits, gold };
}

test("finds the temperatures that the data were drawn with", () => {
  const wanted = byObservation((observation) => 0.8 + OBSERVATIONS.indexOf(observation) / 10);
  const outputs: OutputsByHead = byObservation((observation) =>
    drawnHead(300, wanted[observation], OBSERVATIONS.indexOf(observation)),
  );

  const found = fitTemperatures(outputs);

  for (const observation of OBSERVATIONS) {
    expect(Math.abs(Math.log(found[observation] / wanted[observation]))).toBeLessThan(0.35);
  }
  const before = calibrationScores(outputs);
  const after = calibrationScores(outputs, found);
  expect(after.negativeLogLikelihood).toBeLessThan(before.negativeLogLikelihood);
  expect(after.pooledError).toBeLessThan(before.pooledError);
});

test("a head without mentions takes the temperature of all heads together", () => {
  const silent: HeadOutputs = { logits: [[9, 0, 0, 0]], gold: [0] };
  const outputs = byObservation((observation) =>
    observation === "Fracture" ? silent : drawnHead(200, 2, 3),
  );

  const { Fracture, Edema } = fitTemperatures(outputs);

  expect(Fracture).toBeCloseTo(Edema, 1);
});

test("a head without a mistake stays near the others", () => {
  const perfect: HeadOutputs = {
    logits: [
      [9, 0, 0, 0],
      [0, 9, 0, 0],
    ],
    gold: [0, 1],
  };
  const outputs = byObservation((observation) =>
    observation === "Fracture" ? perfect : drawnHead(200, 2, 3),
  );

  const { Fracture, Edema } = fitTemperatures(outputs);

  expect(Fracture).toBeLessThan(Edema);
  expect(Fracture).toBeGreaterThan(Edema * 0.9);
});

test.each([
  ["right nine times in ten", 0.9, Math.log(0.9 / 0.1 / 1)],
  ["right as often as chance", 0.5, 0],
])("rules that are %s beside a silent model get the odds they earn", (_, accuracy, logOdds) => {
  const random = seededRandom(5);
  // Two classes of equal logits: the model knows nothing.
  const gold = Array.from({ length: 400 }, () => random.below(2));
  const ruled = gold.map((truth) => (random.unit() < accuracy ? truth : 1 - truth));
  const outputs = byObservation(() => ({ logits: gold.map(() => [0, 0]), gold, ruled }));

  const vote = fitRuleVote(
    outputs,
    byObservation(() => 1),
  );

  expect(Math.abs(vote - logOdds)).toBeLessThan(0.4);
});

test("writes what the labeler reads", () => {
  const written: unknown = JSON.parse(
    formatCalibration(
      byObservation(() => 1.234567),
      2.5,
    ),
  );

  const { temperatures, ruleVote } = parseCalibration("model", written);

  expect(temperatures).toEqual(byObservation(() => 1.2346));
  expect(ruleVote).toBe(2.5);
});
