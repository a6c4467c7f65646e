/**
 * @file Telegraphic style: the abbreviations of hurried reports. Labels stay.
 */
import { chance, type Random } from "./random.ts";

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bconsistent with\b/gi, "c/w"],
  [/\bcompatible with\b/gi, "c/w"],
  [/\bwithout\b/gi, "w/o"],
  [/\bwith\b/gi, "w/"],
  [/\bstatus post\b/gi, "s/p"],
  [/\bevidence of\b/gi, "e/o"],
  [/\brule out\b/gi, "r/o"],
  [/\bversus\b/gi, "vs"],
  [/\bpneumonia\b/gi, "PNA"],
  [/\bpneumothorax\b/gi, "PTX"],
  [/\bright upper lobe\b/gi, "RUL"],
  [/\bright lower lobe\b/gi, "RLL"],
  [/\bright middle lobe\b/gi, "RML"],
  [/\bleft upper lobe\b/gi, "LUL"],
  [/\bleft lower lobe\b/gi, "LLL"],
  [/\bright\b/gi, "rt"],
  [/\bleft\b/gi, "lt"],
  [/\bbilateral\b/gi, "bilat"],
  [/\bwithin normal limits\b/gi, "WNL"],
  [/\bcongestive heart failure\b/gi, "CHF"],
  [/\bcompared to\b/gi, "cf."],
  [/\bcostophrenic\b/gi, "CP"],
  [/\bpulmonary\b/gi, "pulm"],
  [/\bmoderate\b/gi, "mod"],
  [/\band\b/gi, "&"],
  [/\bnormal\b/gi, "nl"],
  [/\bpossible\b/gi, "poss"],
  [/\bprobable\b/gi, "prob"],
  [/\binterval change\b/gi, "interval chg"],
  [/\bquestionable\b/gi, "?"],
  [/\bincreased\b/gi, "incr"],
  [/\bdecreased\b/gi, "decr"],
  [/\beffusion\b/gi, "eff"],
  [/\bdegenerative joint disease\b/gi, "DJD"],
];

/** Each abbreviation is used throughout a report or not at all. */
export function abbreviate(text: string, random: Random): string {
  return ABBREVIATIONS.reduce(
    (shortened, [pattern, short]) =>
      chance(random, 0.4) ? shortened.replace(pattern, short) : shortened,
    text,
  );
}
