/**
 * @file Builds a small graph around a function and runs it on given tensors, in this thread.
 */
import { GraphBuilder, type Value } from "../../src/onnx/graph-builder.ts";
import { openSession, type RunTensor, type RunTensors } from "../../src/onnx/session.ts";

/** A tensor as the oracle scripts write it. */
export interface JsonTensor {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

export function float32(tensor: JsonTensor): RunTensor {
  return { type: "float32", shape: tensor.shape, data: Float32Array.from(tensor.values) };
}

export function int64(values: readonly number[], shape = [values.length]): RunTensor {
  return { type: "int64", shape, data: BigInt64Array.from(values, BigInt) };
}

/** Runs what `build` makes of the inputs; every tensor becomes an input of the graph. */
export async function runGraph(
  build: (graph: GraphBuilder, input: (name: string) => Value) => Value,
  tensors: RunTensors,
): Promise<RunTensor> {
  const graph = new GraphBuilder();
  const inputs = new Map(
    Object.entries(tensors).map(([name, { type, shape }]) => [
      name,
      graph.input(name, type, shape),
    ]),
  );
  const output = build(graph, (name) => {
    const value = inputs.get(name);
    if (value === undefined) throw new Error(`Expected an input ${name}`);
    return value;
  });
  graph.output("result", output);
  await using session = await openSession(graph.toBytes());
  const { result } = await session.run(tensors);
  if (result === undefined) throw new Error("Expected a result");
  return result;
}

/** The largest difference between a tensor and the numbers of an oracle. */
export function largestDifference(
  actual: ArrayLike<number | bigint>,
  expected: ArrayLike<number>,
): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < expected.length; i += 1) {
    const difference = Math.abs(Number(actual[i]) - (expected[i] ?? Number.NaN));
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
