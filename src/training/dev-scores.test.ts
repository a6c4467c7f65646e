import { expect, test } from "vitest";
import { tinyExamples, tinyStore } from "../../test/support/tiny-training.ts";
import { evaluateOnDev } from "./dev-scores.ts";
import { makeEmbeddingGradients } from "./embedding-gradients.ts";
import { openStepRunner } from "./step-runner.ts";

test("the order of the dev set changes no score", async () => {
  const store = tinyStore();
  const options = { dropout: 0.1, threads: 1, maxTokens: 4096 };
  await using runner = await openStepRunner(store, makeEmbeddingGradients(store, 0), options);
  const dev = tinyExamples(12, 3);

  const scores = await evaluateOnDev(runner, dev);
  const reversed = await evaluateOnDev(runner, dev.toReversed());

  expect(scores.undefinedKappas).toBeLessThan(14);
  expect(reversed).toEqual({ ...scores, loss: expect.closeTo(scores.loss, 6) });
});
