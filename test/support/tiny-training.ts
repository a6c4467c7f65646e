/**
 * @file A training run small enough for a unit test: a tiny random BERT and random reports.
 */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../src/base/seeded-random.ts";
import type { ParameterStore } from "../../src/training/parameter-store.ts";
import { parseTrainConfig, type TrainConfig } from "../../src/training/train-config.ts";
import type { TrainingExample } from "../../src/training/training-example.ts";
import { oracleStore, readGradientsOracle } from "./training-oracle.ts";

const oracle = readGradientsOracle();

/** A store with the parameters of the fixture. */
export function tinyStore(): ParameterStore {
  return oracleStore(oracle);
}

/** Reports of random ids; the labels depend on the ids, so there is something to learn. */
export function tinyExamples(count: number, seed: number): TrainingExample[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const length = 2 + random.below(9);
    const inputIds = Int32Array.from({ length }, () => 1 + random.below(98));
    const classIndices = Uint8Array.from({ length: 14 }, (_, observation) => {
      const id = inputIds[observation % length] ?? 0;
      return id % (observation === 13 ? 2 : 4);
    });
    return { inputIds, classIndices };
  });
}

export function tinyConfig(changes: Partial<TrainConfig> = {}): TrainConfig {
  const tiny = { batchSize: 4, epochs: 2, learningRate: 1e-3, threads: 1 };
  return parseTrainConfig("default", { ...tiny, ...changes });
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "chexbert-training-"));
}
