/**
 * @file Punctuation as careless typing leaves it. Every sentence still ends where it ended, except
 * that the text's last full stop goes.
 */
import { chance, type Random } from "../composer/random.ts";

/** Marks that get other space around them. */
const RATE = 0.5;

/** Sentence ends with a second full stop. */
const DOUBLED_RATE = 0.1;

/** Varies the space around commas, semicolons and full stops; digits keep theirs. */
export function repunctuate(text: string, random: Random): string {
  const spaced = text.replace(/([\p{L})])([,;])( )(?=\p{L})/gu, (whole, before: string, mark) => {
    if (!chance(random, RATE)) return whole;
    const forms = [`${before} ${mark} `, `${before}${mark}`, `${before}${mark}  `];
    return forms[Math.floor(random.next() * forms.length)] ?? whole;
  });
  // Three small letters before it: no abbreviation, no list number.
  const stopped = spaced.replace(/(\p{Ll}{3})\. (?=\p{Lu})/gu, (whole, before: string) => {
    if (chance(random, DOUBLED_RATE)) return `${before}.. `;
    return chance(random, RATE) ? before + (chance(random, 0.5) ? ".  " : " . ") : whole;
  });
  return stopped.replace(/\.\s*$/, "");
}
