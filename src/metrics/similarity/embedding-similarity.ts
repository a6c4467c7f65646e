/**
 * @file Semantic similarity (s_emb, SembScore): the cosine of two `[CLS]` states
 * [Yu2023].
 */

/** Cosine in single precision; 0 when a vector has no length. */
export function embeddingSimilarity(a: Float32Array, b: Float32Array): number {
  let [dot, squaresA, squaresB] = [0, 0, 0];
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? 0;
    dot += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  if (squaresA === 0 || squaresB === 0) return 0;
  return Math.fround(dot / (Math.sqrt(squaresA) * Math.sqrt(squaresB)));
}

/** Which way s_emb points; printed beside every score. */
export const SIMILARITY_DIRECTION = "higher is better";

/** Mean over pairs. */
export function meanSimilarity(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
