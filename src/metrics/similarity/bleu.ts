/**
 * @file BLEU-2 of one pair of texts, as RadCliQ uses it [Yu2023].
 *
 * Words are split on spaces after lower-casing and setting full stops apart; weights are ½ and ½.
 * The reference library's smoothing is unverified; ours is none, so a pair without a common word
 * pair scores 0.
 */

/** Scores a candidate against a reference; 0 when either has no words. */
export function bleu2(reference: string, candidate: string): number {
  const given = splitWords(candidate);
  const wanted = splitWords(reference);
  if (given.length === 0 || wanted.length === 0) return 0;
  const one = ngramPrecision(wanted, given, 1);
  const two = ngramPrecision(wanted, given, 2);
  const brevity = given.length < wanted.length ? Math.exp(1 - wanted.length / given.length) : 1;
  return brevity * Math.sqrt(one * two);
}

function splitWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll(".", " .")
    .split(" ")
    .filter((word) => word !== "");
}

function ngramPrecision(
  reference: readonly string[],
  candidate: readonly string[],
  size: number,
): number {
  const available = countNgrams(reference, size);
  const given = countNgrams(candidate, size);
  let [common, total] = [0, 0];
  for (const [ngram, count] of given) {
    common += Math.min(count, available.get(ngram) ?? 0);
    total += count;
  }
  return total === 0 ? 0 : common / total;
}

function countNgrams(words: readonly string[], size: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + size <= words.length; start++) {
    const ngram = words.slice(start, start + size).join(" ");
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}
