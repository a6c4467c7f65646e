/**
 * @file A layer in training: its output, and the way back.
 *
 * Every layer file holds both directions, one under the other. The backward pass is built after
 * the forward pass, from the last layer to the first, so a pass keeps the values that it needs.
 */
import type { GraphBuilder, SymbolicShape, Value } from "../onnx/graph-builder.ts";

export interface Pass {
  readonly output: Value;
  /**
   * Turns the gradient of the output into that of the input, and hands over the gradients of the
   * parameters. `addend`, a gradient that reaches the input on another way, is added.
   */
  backward(gradOutput: Value, addend?: Value): Value;
}

/** What layers need to know about the training graph that they are part of. */
export interface TrainingContext {
  readonly graph: GraphBuilder;
  readonly gradients: ParameterGradients;
  /**
   * Returns a new dropout mask of this shape: 0 for what is dropped, 1/(1 − p) for what is kept.
   * `undefined` when nothing is dropped.
   */
  dropoutMask(shape: SymbolicShape): Value | undefined;
}

/** Takes the gradients of parameters. */
export interface ParameterGradients {
  /** The gradient that earlier micro-batches gave; `undefined` when there is nothing to add to. */
  earlier(parameter: Value): Value | undefined;
  set(parameter: Value, gradient: Value): void;
}

/** Adds a gradient to what is there already. */
export function addTo(graph: GraphBuilder, gradient: Value, earlier: Value | undefined): Value {
  return earlier === undefined ? gradient : graph.add(gradient, earlier);
}
