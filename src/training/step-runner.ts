/**
 * @file Runs forward and backward passes of batches: gradients go into the parameter store.
 *
 * The first micro-batch of a step overwrites the gradients, the others add to them, so nothing has
 * to be cleared. The session that adds is opened when a batch first needs it.
 */
import { InternalError } from "../base/errors.ts";
import { packBatch } from "../bert/packed-batch.ts";
import {
  buildEvaluationGraph,
  buildTrainingGraph,
  EMBEDDING_ROWS_OUTPUT,
  earlierGradientName,
  gradientName,
  LOSS_OUTPUT,
  type TrainingGraph,
} from "../bert/training-graph.ts";
import { openSession, type RunTensor, type RunTensors, type Session } from "../onnx/session.ts";
import { targetWeights, tokenMask } from "./batch-feeds.ts";
import { type DropoutMasks, makeDropoutMasks } from "./dropout-masks.ts";
import type { EmbeddingGradients } from "./embedding-gradients.ts";
import { planMicroBatches } from "./micro-batches.ts";
import type { ParameterStore } from "./parameter-store.ts";
import type { TrainingExample } from "./training-example.ts";

export interface RunnerOptions {
  readonly dropout: number;
  readonly threads: number;
  /** Most tokens that go through the graph at once. */
  readonly maxTokens: number;
  /** Weight of each class of each observation in the loss, [14, 4]. @default all 1 */
  readonly classWeights?: Float32Array | undefined;
}

export interface StepRunner extends AsyncDisposable {
  /** Computes the gradients of a batch and returns its loss. Masks depend on `maskKey` alone. */
  runBatch(examples: readonly TrainingExample[], maskKey: readonly number[]): Promise<number>;
  /** Computes the logits of sequences with the weights as they are, [B, 54]. */
  runLogits(sequences: readonly Int32Array[]): Promise<Float32Array>;
}

/** Opens the sessions that a store is trained with. */
export async function openStepRunner(
  store: ParameterStore,
  embeddings: EmbeddingGradients | undefined,
  options: RunnerOptions,
): Promise<StepRunner> {
  const overwriting = await openPass(store, "overwrite", options, embeddings);
  let accumulating: TrainingPass | undefined;
  let evaluation: Session | undefined;

  return {
    async runBatch(examples, maskKey) {
      embeddings?.clear();
      const lengths = examples.map(({ inputIds }) => inputIds.length);
      const parts = planMicroBatches(lengths, store.config, options);
      let loss = 0;
      for (const [index, part] of parts.entries()) {
        if (0 < index) accumulating ??= await openPass(store, "accumulate", options, embeddings);
        const pass = index === 0 ? overwriting : accumulating;
        if (pass === undefined) throw new InternalError("NO_SESSION", "Expected an open session");
        // The indexes are those of the examples.
        const chosen = part.map((i) => examples[i] as TrainingExample);
        loss += await pass.run(chosen, {
          batchSize: examples.length,
          maskKey: [...maskKey, index],
        });
      }
      return loss;
    },
    async runLogits(sequences) {
      evaluation ??= await openSession(buildEvaluationGraph(store.config), {
        threads: options.threads,
      });
      const feeds = { ...weightFeeds(store), ...packBatch(sequences) };
      const { logits } = await evaluation.run(feeds, ["logits"]);
      return floats(logits).slice(0, sequences.length * LOGITS);
    },
    async [Symbol.asyncDispose]() {
      await overwriting.session[Symbol.asyncDispose]();
      await accumulating?.session[Symbol.asyncDispose]();
      await evaluation?.[Symbol.asyncDispose]();
    },
  };
}

const LOGITS = 54;

interface TrainingPass {
  readonly session: Session;
  run(
    examples: readonly TrainingExample[],
    batch: { readonly batchSize: number; readonly maskKey: readonly number[] },
  ): Promise<number>;
}

async function openPass(
  store: ParameterStore,
  gradients: "overwrite" | "accumulate",
  options: RunnerOptions,
  embeddings: EmbeddingGradients | undefined,
): Promise<TrainingPass> {
  const graph = buildTrainingGraph(store.config, {
    dropout: 0 < options.dropout ? "masks" : "none",
    gradients,
    embeddings: embeddings === undefined ? "frozen" : "trained",
  });
  const session = await openSession(graph.model, { threads: options.threads });
  const weights = weightFeeds(store);
  const earlier =
    gradients === "accumulate" ? gradientTensors(store, graph, earlierGradientName) : {};
  const masks: DropoutMasks = makeDropoutMasks(graph.dropoutMasks, options.dropout);
  const outputs = {
    ...gradientTensors(store, graph, gradientName),
    [LOSS_OUTPUT]: null,
    ...(embeddings === undefined ? {} : { [EMBEDDING_ROWS_OUTPUT]: null }),
  };

  return {
    session,
    async run(examples, { batchSize, maskKey }) {
      const sequences = examples.map(({ inputIds }) => inputIds);
      const packed = packBatch(sequences);
      const [batch = 0, length = 0] = packed["padded_rows"]?.shape ?? [];
      const rows = packed["input_ids"]?.data.length ?? 0;
      const feeds = {
        ...weights,
        ...earlier,
        ...packed,
        token_mask: tokenMask(packed),
        targets: targetWeights(examples, {
          rowCount: batch,
          batchSize,
          classWeights: options.classWeights,
        }),
        ...masks.fill({ rows, batch, length }, maskKey),
      };
      const results = await session.run(feeds, outputs);
      if (embeddings !== undefined) {
        embeddings.add(floats(results[EMBEDDING_ROWS_OUTPUT]), sequences);
      }
      return floats(results[LOSS_OUTPUT])[0] ?? Number.NaN;
    },
  };
}

function weightFeeds(store: ParameterStore): RunTensors {
  const feeds = Array.from(store.weights, ([name, data]) => [
    name,
    { type: "float32" as const, data, shape: store.shapes.get(name) ?? [] },
  ]);
  return Object.fromEntries(feeds);
}

/** The gradient buffers under the names of outputs, or of inputs. */
function gradientTensors(
  { trained }: ParameterStore,
  { trainedParameters }: TrainingGraph,
  toName: (parameter: string) => string,
): RunTensors {
  const tensors = trainedParameters.map((name) => {
    const parameter = trained.get(name);
    if (parameter === undefined) {
      throw new InternalError("PARAMETER_UNKNOWN", `Expected ${name} among trained parameters`);
    }
    const { gradients: data, shape } = parameter;
    return [toName(name), { type: "float32" as const, data, shape }];
  });
  return Object.fromEntries(tensors);
}

function floats(tensor: RunTensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new InternalError("TENSOR_TYPE", "Expected a tensor of 32-bit floats");
}
