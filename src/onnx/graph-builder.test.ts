import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { GraphBuilder } from "./graph-builder.ts";
import { openSession } from "./session.ts";
import { float32Tensor } from "./tensor-data.ts";

const x = { type: "float32", shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) } as const;

/** y = x · Wᵀ + b, then the rows in another order. */
function buildExample(weight: Parameters<GraphBuilder["initializer"]>[1]): Uint8Array {
  const graph = new GraphBuilder();
  const input = graph.input("x", "float32", ["rows", 3]);
  const product = graph.gemm(input, graph.initializer("weight", weight), {
    transposeB: true,
    addend: graph.initializer("bias", float32Tensor([100, 200], [2])),
  });
  graph.output("y", graph.gather(product, graph.integers([1, 0])));
  return graph.toBytes();
}

const weight = float32Tensor([1, 0, 0, 0, 1, 10], [2, 3]);

test("the same calls give the same bytes", () => {
  expect(buildExample(weight)).toEqual(buildExample(weight));
});

test("a graph computes what its operators say", async () => {
  await using session = await openSession(buildExample(weight));

  const { y } = await session.run({ x });

  expect(y).toEqual({ type: "float32", shape: [2, 2], data: Float32Array.of(104, 265, 101, 232) });
});

test("a tensor may lie anywhere in a file, at an odd offset too", async () => {
  using folder = temporaryFolder();
  const padding = Buffer.from([1, 2, 3]);
  writeFileSync(join(folder.path, "w.bin"), Buffer.concat([padding, weight.bytes, padding]));
  const model = buildExample({
    type: "float32",
    shape: [2, 3],
    file: "w.bin",
    offset: 3,
    length: 24,
  });
  await using session = await openSession(model, { weightsFolder: folder.path });

  const { y } = await session.run({ x });

  expect(y?.data).toEqual(Float32Array.of(104, 265, 101, 232));
});

test("equal constants are stored once", () => {
  const graph = new GraphBuilder();

  expect(graph.integers([2, 3])).toBe(graph.integers([2, 3]));
  expect(graph.integers([2, 3])).not.toEqual(graph.integers([3, 2]));
});

test("an optional input that is left out stays empty", async () => {
  const graph = new GraphBuilder();
  const input = graph.input("x", "float32", [2, 3]);
  const [clipped] = graph.node("Clip", [input, undefined, graph.scalar(4)]);
  graph.output("y", clipped);
  await using session = await openSession(graph.toBytes());

  const { y } = await session.run({ x });

  expect(y?.data).toEqual(Float32Array.of(1, 2, 3, 4, 4, 4));
});
