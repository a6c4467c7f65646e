/**
 * @file The fixtures of `test/oracles/training.py`: a tiny BERT with its gradients, and Adam steps.
 */
import type { BertConfig } from "../../src/bert/bert-config.ts";
import {
  makeParameterStore,
  type ParameterStore,
  type StoreOptions,
} from "../../src/training/parameter-store.ts";
import type { TrainingExample } from "../../src/training/training-example.ts";
import { readOracle } from "./read-oracle.ts";

interface EncodedTensor {
  readonly shape: readonly number[];
  readonly dtype: "float32" | "float64" | "uint8";
  readonly base64: string;
}

interface EncodedBatch {
  readonly ids: readonly (readonly number[])[];
  readonly classIndices: readonly (readonly number[])[];
}

interface GradientCase extends EncodedBatch {
  readonly keep: Readonly<Record<string, EncodedTensor>>;
  readonly loss: number;
  readonly gradients: Readonly<Record<string, EncodedTensor>>;
}

export interface GradientsOracle {
  readonly config: BertConfig;
  readonly parameters: Readonly<Record<string, EncodedTensor>>;
  readonly dropout: number;
  /** Slopes of the loss at some places of each parameter: place and slope. */
  readonly centralDifferences: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly cases: { readonly "no dropout": GradientCase; readonly dropout: GradientCase };
}

export interface AdamOracle {
  readonly learningRate: number;
  readonly batches: readonly EncodedBatch[];
  readonly losses: readonly number[];
  readonly changes: Readonly<Record<string, EncodedTensor>>;
}

export function readGradientsOracle(): GradientsOracle {
  return readOracle("training/gradients.json.gz");
}

export function readAdamOracle(): AdamOracle {
  return readOracle("training/adam.json.gz");
}

/** A store with the parameters of the fixture. */
export function oracleStore(
  oracle: GradientsOracle,
  embeddings: StoreOptions["embeddings"] = "trained",
): ParameterStore {
  const store = makeParameterStore(oracle.config, { embeddings, passengers: new Map() });
  for (const [name, values] of store.weights) {
    const encoded = oracle.parameters[name];
    if (encoded === undefined) throw new Error(`No parameter ${name} in the fixture`);
    values.set(decode(encoded));
  }
  return store;
}

export function oracleExamples({ ids, classIndices }: EncodedBatch): TrainingExample[] {
  return ids.map((inputIds, row) => ({
    inputIds: Int32Array.from(inputIds),
    classIndices: Uint8Array.from(classIndices[row] ?? []),
  }));
}

export function decode({ dtype, base64 }: EncodedTensor): Float32Array | Float64Array | Uint8Array {
  const { buffer } = Uint8Array.from(Buffer.from(base64, "base64"));
  if (dtype === "float64") return new Float64Array(buffer);
  return dtype === "float32" ? new Float32Array(buffer) : new Uint8Array(buffer);
}
