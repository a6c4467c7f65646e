import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  float32,
  type JsonTensor,
  largestDifference,
  runGraph,
} from "../../../test/support/run-graph.ts";
import type { GraphBuilder, Value } from "../../onnx/graph-builder.ts";
import type { RunTensors } from "../../onnx/session.ts";
import { blockParameters, encoderBlock } from "../encoder.ts";
import { packBatch } from "../packed-batch.ts";
import type { Parameters } from "../parameters.ts";
import { attention, attentionParameters } from "./attention.ts";
import { embedding, embeddingParameters, rowsOf } from "./embedding.ts";
import { feedForward, feedForwardParameters } from "./feed-forward.ts";
import { gelu } from "./gelu.ts";
import { layerNorm, layerNormParameters } from "./layer-norm.ts";
import { linear, linearParameters } from "./linear.ts";

interface Case {
  readonly input: JsonTensor;
  readonly parameters: Readonly<Record<string, JsonTensor>>;
  readonly output: JsonTensor;
}

interface LayerFixture {
  readonly linear: Case;
  readonly layerNorm: Case;
  readonly gelu: Omit<Case, "parameters">;
  readonly sequences: readonly (readonly number[])[];
  readonly embedding: Omit<Case, "input">;
  readonly attention: Case;
  readonly feedForward: Omit<Case, "parameters">;
  readonly block: Pick<Case, "output">;
}

const folder = join(import.meta.dirname, "../../../test/oracles/fixtures/bert-layers");
const fixture: LayerFixture = JSON.parse(readFileSync(join(folder, "layers.json"), "utf8"));

const config = {
  vocabSize: 31,
  hiddenSize: 24,
  numHiddenLayers: 1,
  numAttentionHeads: 3,
  intermediateSize: 37,
  maxPositionEmbeddings: 41,
  typeVocabSize: 2,
  layerNormEps: 1e-12,
};
const layout = packBatch(fixture.sequences.map((ids) => Int32Array.from(ids)));

/** Float32 sums of at most 37 numbers of size 1 differ by this much between libraries. */
const TOLERANCE = 5e-6;

function named(parameters: Case["parameters"], prefix: string): RunTensors {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, tensor]) => [`${prefix}.${name}`, float32(tensor)]),
  );
}

async function expectOutput(
  tensors: RunTensors,
  expected: JsonTensor,
  build: (graph: GraphBuilder, input: Parameters) => Value,
): Promise<void> {
  const result = await runGraph(build, tensors);

  expect(result.shape).toEqual(expected.shape);
  expect(largestDifference(result.data, expected.values)).toBeLessThan(TOLERANCE);
}

/** The layout's values; the graph takes them as inputs like everything else. */
function packedLayout(input: Parameters) {
  return {
    paddedRows: input("padded_rows"),
    packedRows: input("packed_rows"),
    attentionBias: input("attention_bias"),
    clsRows: input("cls_rows"),
  };
}

test("a linear layer uses PyTorch's weights without a transpose", async () => {
  const { input, parameters, output } = fixture.linear;

  await expectOutput({ x: float32(input), ...named(parameters, "fc") }, output, (graph, value) =>
    linear(graph, value("x"), linearParameters(value, "fc")),
  );
});

test("a factor multiplies product and bias of a linear layer", async () => {
  const { input, parameters, output } = fixture.linear;
  const scaled = { ...output, values: output.values.map((value) => value * -2) };

  await expectOutput({ x: float32(input), ...named(parameters, "fc") }, scaled, (graph, value) =>
    linear(graph, value("x"), linearParameters(value, "fc"), -2),
  );
});

test("layer normalization equals PyTorch's", async () => {
  const { input, parameters, output } = fixture.layerNorm;

  await expectOutput({ x: float32(input), ...named(parameters, "norm") }, output, (graph, value) =>
    layerNorm(graph, value("x"), layerNormParameters(value, "norm", 1e-12)),
  );
});

test("GELU is the exact form", async () => {
  const { input, output } = fixture.gelu;

  await expectOutput({ x: float32(input) }, output, (graph, value) => gelu(graph, value("x")));
});

test("embeddings of packed sequences equal those of padded ones", async () => {
  const { parameters, output } = fixture.embedding;

  await expectOutput(
    { ...layout, ...named(parameters, "bert.embeddings") },
    output,
    (graph, value) =>
      embedding(
        graph,
        { inputIds: value("input_ids"), positionIds: value("position_ids") },
        embeddingParameters(rowsOf(graph, value), value, 1e-12),
      ),
  );
});

test("attention over packed rows equals attention over padded sequences", async () => {
  const { input, parameters, output } = fixture.attention;

  await expectOutput(
    { ...layout, x: float32(input), ...named(parameters, "block") },
    output,
    (graph, value) =>
      attention(
        graph,
        value("x"),
        attentionParameters(value, "block"),
        config,
        packedLayout(value),
      ),
  );
});

test("the feed-forward block widens, bends and narrows as PyTorch's does", async () => {
  const { input, output } = fixture.feedForward;

  await expectOutput(
    { x: float32(input), ...named(fixture.attention.parameters, "block") },
    output,
    (graph, value) => feedForward(graph, value("x"), feedForwardParameters(value, "block")),
  );
});

test("a whole encoder layer equals PyTorch's", async () => {
  const { input, parameters } = fixture.attention;

  await expectOutput(
    { ...layout, x: float32(input), ...named(parameters, "bert.encoder.layer.0") },
    fixture.block.output,
    (graph, value) =>
      encoderBlock(
        graph,
        value("x"),
        blockParameters(value, 0, config),
        config,
        packedLayout(value),
      ),
  );
});
