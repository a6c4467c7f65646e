/**
 * @file Temperature scaling [Guo2017]: one number per head that makes probabilities honest.
 *
 * Fit on dev data only. Classes never change, because dividing logits keeps their order.
 */

/** Softmax of logits divided by a temperature. */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - highest) / temperature));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

/** Mean negative log-likelihood of the gold class indices. */
export function negativeLogLikelihood(
  logits: readonly (readonly number[])[],
  classIndices: readonly number[],
  temperature = 1,
): number {
  const losses = logits.map((row, index) => {
    const highest = Math.max(...row);
    const total = row.reduce((sum, z) => sum + Math.exp((z - highest) / temperature), 0);
    return Math.log(total) - ((row[classIndices[index] ?? 0] ?? 0) - highest) / temperature;
  });
  return losses.reduce((sum, value) => sum + value, 0) / losses.length;
}

/** Temperatures outside of this range say that the data are too few to fit one. */
export const TEMPERATURE_RANGE = { lowest: 0.05, highest: 20 } as const;

/**
 * Finds the temperature with the lowest negative log-likelihood, within {@link TEMPERATURE_RANGE}.
 * The loss is convex in 1/T, so bisecting its slope finds the only minimum.
 */
export function fitTemperature(
  logits: readonly (readonly number[])[],
  classIndices: readonly number[],
): number {
  let low = 1 / TEMPERATURE_RANGE.highest;
  let high = 1 / TEMPERATURE_RANGE.lowest;
  // 60 halvings of a range of 20 reach the precision of a double.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (lossSlope(logits, classIndices, middle) < 0) low = middle;
    else high = middle;
  }
  return 2 / (low + high);
}

/** Slope of the loss by the inverse temperature: Σ (expected logit − gold logit). */
function lossSlope(
  logits: readonly (readonly number[])[],
  classIndices: readonly number[],
  inverse: number,
): number {
  return logits.reduce((sum, row, index) => {
    const shares = softmax(row, 1 / inverse);
    const expected = row.reduce((total, z, k) => total + z * (shares[k] ?? 0), 0);
    return sum + expected - (row[classIndices[index] ?? 0] ?? 0);
  }, 0);
}
