/**
 * @file Weights that let rare classes count for more in the loss.
 */
import { MAX_CLASS_COUNT } from "../bert/heads.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { TrainingExample } from "./training-example.ts";

/**
 * Weighs each class of each observation by the inverse square root of its frequency, scaled so that
 * the labels of an observation weigh 1 on average, [14, 4]. A class that is absent gets 1; nothing
 * asks for it. The plain inverse, as in the original's unused function (fidelity F18), would let a
 * class with one report outweigh all others.
 */
export function balancedClassWeights(examples: readonly TrainingExample[]): Float32Array {
  const counts = new Float64Array(OBSERVATIONS.length * MAX_CLASS_COUNT);
  for (const { classIndices } of examples) {
    for (const [observation, classIndex] of classIndices.entries()) {
      const cell = observation * MAX_CLASS_COUNT + classIndex;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const weights = new Float32Array(counts.length).fill(1);
  for (let start = 0; start < counts.length; start += MAX_CLASS_COUNT) {
    const present = counts.subarray(start, start + MAX_CLASS_COUNT);
    const sumOfRoots = present.reduce((sum, count) => sum + Math.sqrt(count), 0);
    for (const [classIndex, count] of present.entries()) {
      if (0 < count)
        weights[start + classIndex] = examples.length / (Math.sqrt(count) * sumOfRoots);
    }
  }
  return weights;
}
