/**
 * @file The order of reports in an epoch, as a function of seed and epoch: nothing to save.
 */
import { seededRandom } from "../base/seeded-random.ts";
import { mixKey } from "./dropout-masks.ts";

/** Returns the indexes of all reports in the order of this epoch [Fisher1938, Durstenfeld1964]. */
export function shuffledOrder(reportCount: number, seed: number, epoch: number): Int32Array {
  const order = fileOrder(reportCount);
  const random = seededRandom(mixKey([seed, epoch]));
  for (let last = reportCount - 1; 0 < last; last -= 1) {
    const chosen = random.below(last + 1);
    const value = order[chosen] ?? 0;
    order[chosen] = order[last] ?? 0;
    order[last] = value;
  }
  return order;
}

/** The indexes of all reports as they come. */
export function fileOrder(reportCount: number): Int32Array {
  return Int32Array.from({ length: reportCount }, (_, index) => index);
}
