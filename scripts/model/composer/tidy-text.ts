/**
 * @file The last touch on expanded text: spaces, commas and the article "an".
 */

/** Vowels by sound: "an acute", "an 8 mm", but "a unilateral". */
const ARTICLE_BEFORE_VOWEL =
  /\b(a)(?= (?:[aeio]|u(?!ni|re|se)|8|11 |18 |LLL|LUL|RUL|RML|RLL|LLL|AP |ET |NG |IJ |SVC|ICD|NGT))/gi;

export function tidyText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:)])/g, "$1")
    .replace(/\( /g, "(")
    .replace(/,(?:,)+/g, ",")
    .trim()
    .replace(ARTICLE_BEFORE_VOWEL, "$1n")
    .replace(/\b(a)n(?= [bcdfgjklmnpqrstvwyz])/gi, (article, a: string, at: number, all: string) =>
      /[A-Z]/.test(all.charAt(at + 3)) ? article : a,
    );
}

/** Starts a sentence: its first letter becomes a capital, unless it is a numeral or a mark. */
export function capitalize(text: string): string {
  return text.replace(/^[^A-Za-z0-9_*]*[a-z]/, (start) => start.toUpperCase());
}
