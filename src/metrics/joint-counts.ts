/**
 * @file How often each class of the reference meets each class of the candidate.
 *
 * Every metric of labels is computed from these counts and from sums over reports, so a replicate
 * of a bootstrap costs one pass over small integers. A cell of a pair of tables is one number:
 *
 *     cell = observation * 24 + reference * 4 + candidate
 *
 * References 0 to 3 are class indices; 4 stands for a cell that is left out; 5 for a positive of
 * positive-only gold whose words are not in the text. Letters: R reports, O observations.
 */
import { LEFT_OUT } from "./label-policy.ts";
import { OBSERVATION_COUNT } from "./tables/label-table.ts";

/** Classes of a candidate, hence the stride of a reference class in the counts. */
export const CANDIDATE_CLASSES = 4;

/** Joint counts of one observation: 6 reference codes times 4 candidate classes. */
export const OBSERVATION_STRIDE = 6 * CANDIDATE_CLASSES;

/** Reference code of a gold positive whose words were removed from the report. */
export const POSITIVE_WITHOUT_TEXT = 5;

/** Class indices of two tables row by row, [R, O] each, after policies. */
export interface LabelPair {
  readonly reportCount: number;
  /** Reference codes 0 to 5, [R, O]. */
  readonly reference: Uint8Array;
  /** Class indices, [R, O]. */
  readonly candidate: Uint8Array;
}

/** Joins two sides to cells, [R, O]; a cell left out on one side is left out. */
export function jointCells(pair: LabelPair): Uint16Array {
  const { reference, candidate } = pair;
  const cells = new Uint16Array(reference.length); // [R, O]
  for (let first = 0; first < cells.length; first += OBSERVATION_COUNT) {
    for (let observation = 0; observation < OBSERVATION_COUNT; observation++) {
      const i = first + observation;
      const base = observation * OBSERVATION_STRIDE;
      const given = candidate[i]!;
      cells[i] =
        given === LEFT_OUT
          ? base + LEFT_OUT * CANDIDATE_CLASSES
          : base + reference[i]! * CANDIDATE_CLASSES + given;
    }
  }
  return cells;
}

/** Adds the cells of all reports to counts, [O, 6, 4]. */
export function countCells(cells: Uint16Array, counts: Float64Array): void {
  for (let i = 0; i < cells.length; i++) {
    counts[cells[i]!]! += 1;
  }
}

/** Returns the confusion matrix of an observation with the reference in rows, [4, 4]. */
export function confusionMatrix(counts: Float64Array, observationIndex: number): number[][] {
  const start = observationIndex * OBSERVATION_STRIDE;
  return [0, 1, 2, 3].map((row) => {
    const from = start + row * CANDIDATE_CLASSES;
    return [...counts.subarray(from, from + CANDIDATE_CLASSES)];
  });
}
