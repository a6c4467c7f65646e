import { expect, test } from "vitest";
import {
  type AdamOracle,
  decode,
  type GradientsOracle,
  oracleExamples,
  oracleStore,
  readAdamOracle,
  readGradientsOracle,
} from "../../test/support/training-oracle.ts";
import { adamStep } from "./adamw.ts";
import { makeEmbeddingGradients } from "./embedding-gradients.ts";
import type { ParameterStore } from "./parameter-store.ts";
import { openStepRunner, type RunnerOptions, type StepRunner } from "./step-runner.ts";

const oracle: GradientsOracle = readGradientsOracle();
const OPTIONS: RunnerOptions = { dropout: 0, threads: 1, maxTokens: 4096 };

test("gradients of every parameter equal PyTorch's in float64", async () => {
  const { store, runner } = await open(OPTIONS);
  await using _ = runner;
  const expected = oracle.cases["no dropout"];

  const loss = await runner.runBatch(oracleExamples(expected), [0]);

  expect(Math.abs(loss / expected.loss - 1)).toBeLessThan(1e-6);
  expect([...store.trained.keys()]).toEqual(Object.keys(expected.gradients));
  expect(worstGradientError(store, expected.gradients)).toBeLessThan(1e-5);
});

test("gradients equal central differences of the loss", async () => {
  const { store, runner } = await open(OPTIONS);
  await using _ = runner;

  await runner.runBatch(oracleExamples(oracle.cases["no dropout"]), [0]);

  for (const [name, slopes] of Object.entries(oracle.centralDifferences)) {
    const gradients = store.trained.get(name)?.gradients ?? never(name);
    const scale = name.endsWith("key.bias") ? 1 : largest(gradients);
    for (const [place, slope] of slopes) {
      expect(Math.abs((gradients[place] ?? Number.NaN) - slope) / scale, name).toBeLessThan(1e-5);
    }
  }
});

test("micro-batches give the same gradients as the whole batch", async () => {
  const { store, runner } = await open({ ...OPTIONS, maxTokens: 12 });
  await using _ = runner;
  const expected = oracle.cases["no dropout"];

  const loss = await runner.runBatch(oracleExamples(expected), [0]);

  expect(Math.abs(loss / expected.loss - 1)).toBeLessThan(1e-6);
  expect(worstGradientError(store, expected.gradients)).toBeLessThan(1e-5);
});

test("50 steps of Adam follow PyTorch's", async () => {
  const { store, runner, embeddings } = await open(OPTIONS);
  await using _ = runner;
  const adam: AdamOracle = readAdamOracle();
  const start = new Map(Array.from(store.weights, ([name, values]) => [name, values.slice()]));

  const losses: number[] = [];
  for (const [index, batch] of adam.batches.entries()) {
    losses.push(await runner.runBatch(oracleExamples(batch), [index]));
    adamStep(store, embeddings, {
      step: index + 1,
      learningRate: adam.learningRate,
      gradientFactor: 1,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      weightDecay: 0,
    });
  }

  const lossErrors = losses.map((loss, i) => Math.abs(loss / (adam.losses[i] ?? 0) - 1));
  expect(Math.max(...lossErrors)).toBeLessThan(1e-4);
  const changeErrors = Array.from(store.weights, ([name, values]) => {
    const expected = decode(adam.changes[name] ?? never(name));
    const change = values.map((value, i) => value - (start.get(name)?.[i] ?? 0));
    return {
      name,
      error: norm(change.map((value, i) => value - (expected[i] ?? 0))) / norm(expected),
    };
  });
  // The gradient of key biases is zero but for rounding, which Adam blows up to whole steps.
  const real = changeErrors.filter(({ name }) => !name.endsWith("key.bias"));
  expect(Math.max(...real.map(({ error }) => error))).toBeLessThan(1e-3);
});

async function open(options: RunnerOptions): Promise<{
  readonly store: ParameterStore;
  readonly runner: StepRunner;
  readonly embeddings: ReturnType<typeof makeEmbeddingGradients>;
}> {
  const store = oracleStore(oracle);
  const embeddings = makeEmbeddingGradients(store, 0);
  return { store, embeddings, runner: await openStepRunner(store, embeddings, options) };
}

/** The largest error relative to the largest gradient of the same parameter. */
function worstGradientError(
  store: ParameterStore,
  expected: Readonly<Record<string, Parameters<typeof decode>[0]>>,
): number {
  const errors = Array.from(store.trained, ([name, { gradients }]) => {
    const reference = Array.from(decode(expected[name] ?? never(name)));
    const scale = reference.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    const error = gradients.reduce(
      (max, value, i) => Math.max(max, Math.abs(value - (reference[i] ?? 0))),
      0,
    );
    // Key biases shift all scores of a row alike, so their true gradient is zero.
    return name.endsWith("key.bias") ? error : error / scale;
  });
  return Math.max(...errors);
}

function largest(values: Float32Array): number {
  return values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}

function norm(values: ArrayLike<number>): number {
  return Math.hypot(...Array.from(values));
}

function never(name: string): never {
  throw new Error(`No ${name} in the fixture`);
}
