import { expect, test } from "vitest";
import { GraphBuilder } from "./graph-builder.ts";
import { openSession, type RunTensor } from "./session.ts";

function doubler(): Uint8Array {
  const graph = new GraphBuilder();
  const x = graph.input("x", "float32", ["n"]);
  graph.output("twice", graph.add(x, x));
  graph.output("square", graph.multiply(x, x));
  return graph.toBytes();
}

const x: RunTensor = { type: "float32", shape: [3], data: Float32Array.of(1, 2, 3) };

test("returns every output, or those that are asked for", async () => {
  await using session = await openSession(doubler());

  expect(Object.keys(await session.run({ x })).toSorted()).toEqual(["square", "twice"]);
  expect(Object.keys(await session.run({ x }, ["square"]))).toEqual(["square"]);
});

test("writes an output into the tensor that is given for it", async () => {
  await using session = await openSession(doubler());
  const twice: RunTensor = { type: "float32", shape: [3], data: new Float32Array(3) };

  await session.run({ x }, { twice });

  expect(twice.data).toEqual(Float32Array.of(2, 4, 6));
});

test("bytes that are no model are a RuntimeError without a stack of native text", async () => {
  const opening = openSession(new TextEncoder().encode("no model"));

  await expect(opening).rejects.toMatchObject({ name: "RuntimeError", code: "SESSION_FAILED" });
});
