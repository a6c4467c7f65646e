/**
 * @file Area under the ROC curve: the chance that a positive report gets the higher probability.
 */

/** Ties count half. NaN when all reports are positive or none is. */
export function auroc(probabilities: readonly number[], isPositive: readonly boolean[]): number {
  const order = [...probabilities.keys()].toSorted(
    (a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0),
  );
  const positives = isPositive.filter(Boolean).length;
  const negatives = isPositive.length - positives;
  let negativesBelow = 0;
  let wins = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let [tiedPositives, tiedNegatives] = [0, 0];
    const value = probabilities[order[start] ?? 0];
    while (end < order.length && probabilities[order[end] ?? 0] === value) {
      if (isPositive[order[end] ?? 0] === true) tiedPositives += 1;
      else tiedNegatives += 1;
      end += 1;
    }
    wins += tiedPositives * (negativesBelow + tiedNegatives / 2);
    negativesBelow += tiedNegatives;
    start = end;
  }
  return wins / (positives * negatives);
}
