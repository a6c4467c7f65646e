/**
 * @file The 14 heads: one linear layer per observation on the hidden state of `[CLS]` [Smit2020],
 * forward and backward.
 *
 * Fidelity F06: they read the raw hidden state, not the pooler's output.
 * Shapes: B sequences, H hidden width, C classes of a head.
 */
import type { GraphBuilder, Value } from "../onnx/graph-builder.ts";
import { dropout } from "./layers/dropout.ts";
import { linear, linearParameters, linearPass } from "./layers/linear.ts";
import { HEAD_CLASS_COUNTS, type Parameters } from "./parameters.ts";
import { addTo, type Pass, type TrainingContext } from "./pass.ts";

/** Number of logits of all heads together. */
export const LOGIT_COUNT: number = HEAD_CLASS_COUNTS.reduce((sum, count) => sum + count, 0);

/** Computes the logits of each head: [B, H] → 14 × [B, C]. */
export function heads(graph: GraphBuilder, cls: Value, parameters: Parameters): readonly Value[] {
  return HEAD_CLASS_COUNTS.map((_, head) =>
    linear(graph, cls, linearParameters(parameters, `linear_heads.${head}`)),
  );
}

/** Classes of the widest head; in training every head has as many, to be one tensor. */
export const MAX_CLASS_COUNT: number = Math.max(...HEAD_CLASS_COUNTS);

/** Bias of the classes that a narrow head does not have: their probability is exactly zero. */
const NO_CLASS = -1e9;

/** {@link heads} in training, all in one product: [B, H] → [B, 14, C] with C = 4 for every head. */
export function headsPass(
  context: TrainingContext,
  cls: Value,
  parameters: Parameters,
  hiddenSize: number,
): Pass {
  const { graph, gradients } = context;
  const parts = HEAD_CLASS_COUNTS.map((classCount, head) => ({
    ...linearParameters(parameters, `linear_heads.${head}`),
    classCount,
  }));
  const missing = MAX_CLASS_COUNT * parts.length - LOGIT_COUNT;
  const noWeights = graph.reshape(graph.vector(0, missing * hiddenSize), [missing, hiddenSize]);
  const joined = {
    // The one narrow head is the last, so what it lacks stands at the end.
    weight: graph.concat([...parts.map(({ weight }) => weight), noWeights], 0), // [56, H]
    bias: graph.concat([...parts.map(({ bias }) => bias), graph.vector(NO_CLASS, missing)], 0), // [56]
  };
  const mask = context.dropoutMask(["batch", hiddenSize]);
  const split = (whole: Value) =>
    graph.node("Split", [whole, graph.integers([...HEAD_CLASS_COUNTS, missing])], {
      attributes: { axis: { int: 0 } },
      outputCount: parts.length + 1,
    });
  const joinedGradients = {
    earlier: () => undefined,
    set(joinedParameter: Value, gradient: Value) {
      const kind = joinedParameter === joined.weight ? "weight" : "bias";
      split(gradient)
        .slice(0, parts.length)
        .forEach((part, head) => {
          const parameter = parts[head]?.[kind];
          if (parameter === undefined) return;
          gradients.set(parameter, addTo(graph, part, gradients.earlier(parameter)));
        });
    },
  };
  const product = linearPass(
    { ...context, gradients: joinedGradients },
    dropout(graph, cls, mask),
    joined,
  ); // [B, 56]
  return {
    output: graph.reshape(product.output, [-1, parts.length, MAX_CLASS_COUNT]),
    backward(gradOutput) {
      const flat = graph.reshape(gradOutput, [-1, MAX_CLASS_COUNT * parts.length]); // [B, 56]
      return dropout(graph, product.backward(flat), mask);
    },
  };
}
