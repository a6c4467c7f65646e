import { closest, distance } from "fastest-levenshtein";

/** Finds the known name that a mistyped one most likely means; `undefined` when none is near. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = given.toLowerCase();
  const byLower = new Map(known.map((name) => [name.toLowerCase(), name]));
  const containing = [...byLower.keys()].filter(
    (name) => 3 <= lower.length && (name.includes(lower) || lower.includes(name)),
  );
  const nearest = closest(lower, [...byLower.keys()]);
  const isNear = distance(lower, nearest) <= Math.floor(lower.length / 2);
  if (isNear) return byLower.get(nearest);
  return containing.length === 1 ? byLower.get(containing[0] ?? "") : undefined;
}
