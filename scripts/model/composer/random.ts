/**
 * @file Seeded random choices. Report number i of a seed is the same whatever the count.
 */
import { uniformFloat32 } from "pure-rand/distribution/uniformFloat32";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Random {
  /** A number in [0, 1). */
  next(): number;
}

/** The stream of random numbers that belongs to one report. */
export function randomOfReport(seed: number, reportIndex: number): Random {
  // Odd multipliers spread neighboring indexes and seeds over the 32-bit seed space.
  const mixed = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(reportIndex + 1, 0x85ebca6b)) | 0;
  const generator = xoroshiro128plus(mixed);
  return { next: () => uniformFloat32(generator) };
}

export function chance(random: Random, probability: number): boolean {
  return random.next() < probability;
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random.next() * items.length)];
  if (item === undefined) throw new Error("Expected at least one item to pick from, got none");
  return item;
}

/** A whole number in [low, high]. */
export function integer(random: Random, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1));
}

/** Draws a key of a table of weights. */
export function pickWeighted<K extends string>(
  random: Random,
  weights: Readonly<Record<K, number>>,
): K {
  const entries = Object.entries(weights) as [K, number][]; // the record's own keys
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = random.next() * total;
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest < 0) return key;
  }
  throw new Error("Expected a positive weight, got none");
}

export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; 0 < i; i -= 1) {
    const j = Math.floor(random.next() * (i + 1));
    const swapped = shuffled[i] as T; // i and j are below the length
    shuffled[i] = shuffled[j] as T;
    shuffled[j] = swapped;
  }
  return shuffled;
}
