/**
 * @file Adam [Kingma2015] and AdamW [Loshchilov2019 Alg. 2] on the parameter store, with PyTorch's
 * order of operations.
 */
import { EMBEDDING_TABLES } from "../bert/training-graph.ts";
import type { EmbeddingGradients } from "./embedding-gradients.ts";
import type { AdamCoefficients } from "./kernels.ts";
import { type ParameterStore, paddedBytes, type TrainedParameter } from "./parameter-store.ts";

export interface AdamOptions {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Decoupled from the gradient; biases and layer normalizations have none. */
  readonly weightDecay: number;
}

export interface AdamStep extends AdamOptions {
  /** 1 in the first step. */
  readonly step: number;
  readonly learningRate: number;
  /** Factor of every gradient, for clipping. */
  readonly gradientFactor: number;
}

/** Updates every trained parameter and its moments. */
export function adamStep(
  { trained, config }: ParameterStore,
  embeddings: EmbeddingGradients | undefined,
  step: AdamStep,
): void {
  for (const parameter of trained.values()) {
    const coefficients = adamCoefficients(step, decays(parameter.name) ? step.weightDecay : 0);
    const isWordTable = parameter.name === EMBEDDING_TABLES.words;
    if (isWordTable && embeddings !== undefined && coefficients.decayFactor === 1) {
      for (const [start, end] of runsOf(embeddings.everRows)) {
        update(parameter, coefficients, start * config.hiddenSize, end * config.hiddenSize);
      }
    } else {
      update(parameter, coefficients, 0, paddedBytes(parameter.weights.length) / FLOAT_BYTES);
    }
  }
}

/** The norm of all gradients together. */
export function gradientNorm(
  { trained, config }: ParameterStore,
  embeddings: EmbeddingGradients | undefined,
): number {
  const { hiddenSize } = config;
  let sum = 0;
  for (const { name, kernels, gradients } of trained.values()) {
    if (name === EMBEDDING_TABLES.words && embeddings !== undefined) {
      // In order of ids, so that the sum does not depend on the order of reports.
      for (const row of [...embeddings.stepRows].toSorted((a, b) => a - b)) {
        const address = gradients.byteOffset + row * hiddenSize * FLOAT_BYTES;
        sum += kernels.sumOfSquares(address, hiddenSize * FLOAT_BYTES);
      }
    } else {
      sum += kernels.sumOfSquares(gradients.byteOffset, paddedBytes(gradients.length));
    }
  }
  return Math.sqrt(sum);
}

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

function adamCoefficients(step: AdamStep, weightDecay: number): AdamCoefficients {
  const { beta1, beta2, epsilon, learningRate, gradientFactor } = step;
  return {
    gradientFactor,
    beta1,
    beta2,
    epsilon,
    stepSize: learningRate / (1 - beta1 ** step.step),
    correction: Math.sqrt(1 - beta2 ** step.step),
    decayFactor: 1 - learningRate * weightDecay,
  };
}

/** Biases and layer normalizations are left out of weight decay, as BERT's authors do. */
function decays(name: string): boolean {
  return name.endsWith(".weight") && !name.includes("LayerNorm");
}

function update(
  { weights, gradients, firstMoments, secondMoments, kernels }: TrainedParameter,
  coefficients: AdamCoefficients,
  start: number,
  end: number,
): void {
  const from = (values: Float32Array) => values.byteOffset + start * FLOAT_BYTES;
  const range = {
    weights: from(weights),
    gradients: from(gradients),
    firstMoments: from(firstMoments),
    secondMoments: from(secondMoments),
    bytes: (end - start) * FLOAT_BYTES,
  };
  kernels.adam(range, coefficients);
}

/** The half-open ranges of rows that are marked. */
function* runsOf(marks: Uint8Array): Generator<readonly [start: number, end: number]> {
  let start = marks.indexOf(1);
  while (0 <= start) {
    const next = marks.indexOf(0, start);
    const end = next < 0 ? marks.length : next;
    yield [start, end];
    start = marks.indexOf(1, end);
  }
}
