import { expect, test } from "vitest";
import {
  decode,
  oracleExamples,
  oracleStore,
  readGradientsOracle,
} from "../../test/support/training-oracle.ts";
import { openSession, type RunTensor, type RunTensors } from "../onnx/session.ts";
import { targetWeights, tokenMask } from "../training/batch-feeds.ts";
import { packBatch } from "./packed-batch.ts";
import { buildTrainingGraph, gradientName, type TrainingGraph } from "./training-graph.ts";

const oracle = readGradientsOracle();
const SITES = [
  "embeddings",
  "scores.0",
  "attended.0",
  "narrowed.0",
  "scores.1",
  "attended.1",
  "narrowed.1",
  "cls",
];

test("with dropout, loss and gradients equal PyTorch's under the same masks", async () => {
  const graph = buildTrainingGraph(oracle.config, {
    dropout: "masks",
    gradients: "overwrite",
    embeddings: "trained",
  });
  const expected = oracle.cases.dropout;
  const examples = oracleExamples(expected);
  const sequences = examples.map(({ inputIds }) => inputIds);
  const packed = packBatch(sequences);
  const store = oracleStore(oracle);
  const weights = Array.from(store.weights, ([name, data]) => [
    name,
    { type: "float32" as const, data, shape: store.shapes.get(name) ?? [] },
  ]);
  await using session = await openSession(graph.model);

  const results = await session.run({
    ...Object.fromEntries(weights),
    ...packed,
    token_mask: tokenMask(packed),
    targets: targetWeights(examples, { rowCount: 5, batchSize: 5, classWeights: undefined }),
    ...masks(graph, packed, sequences),
  });

  expect(Number(results["loss"]?.data[0])).toBeCloseTo(expected.loss, 4);
  for (const name of graph.trainedParameters) {
    const reference = Array.from(decode(expected.gradients[name] ?? never(name)));
    const scale = name.endsWith("key.bias") ? 1 : Math.max(...reference.map(Math.abs));
    const ours = Array.from(results[gradientName(name)]?.data ?? [], Number);
    const errors = reference.map((value, i) => Math.abs(value - (ours[i] ?? Number.NaN)) / scale);
    expect(Math.max(...errors), name).toBeLessThan(1e-5);
  }
});

test("frozen embeddings have no gradients and the others are the same", () => {
  const options = { dropout: "none", gradients: "overwrite" } as const;
  const all = buildTrainingGraph(oracle.config, { ...options, embeddings: "trained" });
  const frozen = buildTrainingGraph(oracle.config, { ...options, embeddings: "frozen" });

  expect(frozen.trainedParameters.some((name) => name.startsWith("bert.embeddings."))).toBe(false);
  expect(frozen.model.length).toBeLessThan(all.model.length);
});

test("the same configuration gives the same bytes", () => {
  const options = { dropout: "masks", gradients: "accumulate", embeddings: "trained" } as const;

  expect(buildTrainingGraph(oracle.config, options).model).toEqual(
    buildTrainingGraph(oracle.config, options).model,
  );
});

/** The fixture's masks, [B, T, …] or [B, A, T, T], as the graph wants them. */
function masks(
  graph: TrainingGraph,
  packed: RunTensors,
  sequences: readonly Int32Array[],
): RunTensors {
  const B = sequences.length;
  const longest = Math.max(...sequences.map(({ length }) => length));
  const [, T = 0] = packed["padded_rows"]?.shape ?? [];
  const rows = sequences.flatMap((ids, b) => Array.from(ids, (_, t) => [b, t] as const));
  const { hiddenSize: H, numAttentionHeads: A } = oracle.config;
  const kept = 1 / (1 - oracle.dropout);
  const entries = [...graph.dropoutMasks].map(([name, symbolic], site): [string, RunTensor] => {
    const keep = decode(oracle.cases.dropout.keep[SITES[site] ?? ""] ?? never(name));
    if (symbolic.length === 4) {
      const S = symbolic[2] === 1 ? 1 : T;
      const data = new Float32Array(B * A * S * T).fill(kept);
      for (let i = 0; i < B * A; i += 1) {
        for (let s = 0; s < Math.min(S, longest); s += 1) {
          for (let t = 0; t < longest; t += 1) {
            data[(i * S + s) * T + t] = kept * (keep[(i * longest + s) * longest + t] ?? 0);
          }
        }
      }
      return [name, { type: "float32", data, shape: [B, A, S, T] }];
    }
    const isCls = SITES[site] === "cls";
    const places = symbolic[0] === "rows" ? rows : sequences.map((_, b) => [b, 0] as const);
    const data = Float32Array.from({ length: places.length * H }, (_, i) => {
      const [b, t] = places[Math.floor(i / H)] ?? [0, 0];
      return kept * (keep[(isCls ? b : b * longest + t) * H + (i % H)] ?? 0);
    });
    return [name, { type: "float32", data, shape: [places.length, H] }];
  });
  return Object.fromEntries(entries);
}

function never(name: string): never {
  throw new Error(`No ${name} in the fixture`);
}
