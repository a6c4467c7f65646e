/**
 * @file The graph that trains: packed token ids, targets and parameters in; the loss and the
 * gradient of every parameter out.
 *
 * Parameters and gradients are inputs and outputs, so both stay in memory that the optimizer owns.
 * Shapes: N packed rows, B sequences, T longest length, H hidden width, C classes of a head.
 */
import { InternalError } from "../base/errors.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { GraphBuilder, type SymbolicShape, type Value } from "../onnx/graph-builder.ts";
import type { BertConfig } from "./bert-config.ts";
import { encodeCls, encodeClsPass } from "./encoder.ts";
import { heads, headsPass, MAX_CLASS_COUNT } from "./heads.ts";
import { crossEntropy } from "./layers/cross-entropy.ts";
import { parameterShapes } from "./parameters.ts";
import type { TrainingContext } from "./pass.ts";

export interface TrainingGraphOptions {
  /** Whether masks for dropout are inputs. */
  readonly dropout: "masks" | "none";
  /** Whether gradients are added to those that earlier micro-batches gave. */
  readonly gradients: "overwrite" | "accumulate";
  /** Whether embeddings get gradients. */
  readonly embeddings: "trained" | "frozen";
}

export interface TrainingGraph {
  readonly model: Uint8Array;
  /** Names and shapes of the dropout masks, in the order of the layers. */
  readonly dropoutMasks: ReadonlyMap<string, SymbolicShape>;
  /** Parameters whose gradients are outputs, each named {@link gradientName}. */
  readonly trainedParameters: readonly string[];
}

/** Inputs besides parameters, masks and earlier gradients. */
export const TRAINING_INPUTS = {
  input_ids: ["rows"],
  position_ids: ["rows"],
  padded_rows: ["batch", "length"],
  packed_rows: ["rows"],
  attention_bias: ["batch", 1, 1, "length"],
  token_mask: ["batch", "length", 1],
  cls_rows: ["batch"],
  targets: ["batch", OBSERVATIONS.length, MAX_CLASS_COUNT],
} as const satisfies Record<string, SymbolicShape>;

/** Scalar output: the loss of the micro-batch. */
export const LOSS_OUTPUT = "loss";

/** Output with the gradient of the summed embedding rows, [N, H]. */
export const EMBEDDING_ROWS_OUTPUT = "embedding_rows_gradient";

/** The three tables whose gradient is that of the summed rows, scattered by the caller. */
export const EMBEDDING_TABLES = {
  words: "bert.embeddings.word_embeddings.weight",
  positions: "bert.embeddings.position_embeddings.weight",
  tokenTypes: "bert.embeddings.token_type_embeddings.weight",
} as const;

/** Name of the output with the gradient of a parameter. */
export function gradientName(parameter: string): string {
  return `gradient.${parameter}`;
}

/** Name of the input with the gradient that earlier micro-batches gave. */
export function earlierGradientName(parameter: string): string {
  return `earlier.${parameter}`;
}

/** Builds forward pass, loss and backward pass. */
export function buildTrainingGraph(
  config: BertConfig,
  options: TrainingGraphOptions,
): TrainingGraph {
  const graph = new GraphBuilder();
  const { parameters, inputs, targets } = declareInputs(graph, config);
  const dropoutMasks = new Map<string, SymbolicShape>();
  const gradients = new Map<string, Value>();
  const earlier = new Map<string, Value>();
  const context: TrainingContext = {
    graph,
    gradients: {
      earlier({ name }) {
        if (options.gradients === "overwrite") return undefined;
        const shape = parameterShapes(config).get(name) ?? [];
        const known = earlier.get(name) ?? graph.input(earlierGradientName(name), "float32", shape);
        earlier.set(name, known);
        return known;
      },
      set({ name }, gradient) {
        gradients.set(name, gradient);
      },
    },
    dropoutMask(shape) {
      if (options.dropout === "none") return undefined;
      const name = `dropout_mask.${dropoutMasks.size}`;
      dropoutMasks.set(name, shape);
      return graph.input(name, "float32", shape);
    },
  };

  const encoded = encodeClsPass(context, inputs, parameters, config); // [B, H]
  const headed = headsPass(context, encoded.output, parameters, config.hiddenSize); // [B, 14, C]
  const { loss, gradient } = crossEntropy(graph, headed.output, targets);
  const gradHidden = encoded.backward(headed.backward(gradient)); // [N, H]
  graph.output(LOSS_OUTPUT, loss);
  if (options.embeddings === "trained") {
    graph.output(EMBEDDING_ROWS_OUTPUT, encoded.embeddingBackward(gradHidden));
  }
  for (const [name, value] of gradients) graph.output(gradientName(name), value);
  return { model: graph.toBytes(), dropoutMasks, trainedParameters: [...gradients.keys()] };
}

/** Builds the forward pass alone, with parameters as inputs: logits, [B, 54]. */
export function buildEvaluationGraph(config: BertConfig): Uint8Array {
  const graph = new GraphBuilder();
  const parameters = declareParameters(graph, config);
  const inputs = {
    inputIds: graph.input("input_ids", "int64", ["rows"]),
    positionIds: graph.input("position_ids", "int64", ["rows"]),
    paddedRows: graph.input("padded_rows", "int64", ["batch", "length"]),
    packedRows: graph.input("packed_rows", "int64", ["rows"]),
    attentionBias: graph.input("attention_bias", "float32", ["batch", 1, 1, "length"]),
    clsRows: graph.input("cls_rows", "int64", ["batch"]),
  };
  const cls = encodeCls(graph, inputs, parameters, config); // [B, H]
  graph.output("logits", graph.concat(heads(graph, cls, parameters), 1));
  return graph.toBytes();
}

function declareInputs(graph: GraphBuilder, config: BertConfig) {
  const shapes = TRAINING_INPUTS;
  return {
    parameters: declareParameters(graph, config),
    inputs: {
      inputIds: graph.input("input_ids", "int64", shapes.input_ids),
      positionIds: graph.input("position_ids", "int64", shapes.position_ids),
      paddedRows: graph.input("padded_rows", "int64", shapes.padded_rows),
      packedRows: graph.input("packed_rows", "int64", shapes.packed_rows),
      attentionBias: graph.input("attention_bias", "float32", shapes.attention_bias),
      tokenMask: graph.input("token_mask", "float32", shapes.token_mask),
      clsRows: graph.input("cls_rows", "int64", shapes.cls_rows),
    },
    targets: graph.input("targets", "float32", shapes.targets),
  };
}

function declareParameters(graph: GraphBuilder, config: BertConfig): (name: string) => Value {
  const values = new Map(
    Array.from(parameterShapes(config), ([name, shape]) => [
      name,
      graph.input(name, "float32", shape),
    ]),
  );
  return (name) => {
    const value = values.get(name);
    if (value !== undefined) return value;
    throw new InternalError("PARAMETER_UNKNOWN", `Expected a known parameter, got ${name}`);
  };
}
