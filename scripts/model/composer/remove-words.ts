/**
 * @file Words that de-identification took out of running text. Only words that no statement
 * hangs on are removed, so labels stay.
 */
import { chance, type Random } from "./random.ts";

const REMOVABLE = new Set(
  `seen noted demonstrated identified again evident visualized appear appears size chest radiograph examination
  exam study prior previous compared view views bilaterally both pulmonary lungs lung interval since frontal
  lateral portable upper lower overlying projecting region zone area within throughout present current
  comparison film patient technique age structures`.split(/\s+/),
);

export function removeWords(text: string, rate: number, mark: string, random: Random): string {
  if (rate <= 0) return text;
  return text.replace(/[A-Za-z]+/g, (word) =>
    REMOVABLE.has(word.toLowerCase()) && chance(random, rate) ? mark : word,
  );
}
