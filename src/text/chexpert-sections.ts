/**
 * @file The section step of chexpert-labeler: passages under wanted titles.
 *
 * A passage runs from a title with its colon, or from the words "final report", to the next title.
 * Only titles that chexpert-labeler knows cut a report; its names are in lower case.
 */

/** The titles that cut a report. */
const TITLES = [
  "addendum",
  "clinical history",
  "clinical information",
  "comparison",
  "conclusion",
  "exam",
  "examination",
  "findings",
  "history",
  "impression",
  "indication",
  "notification",
  "procedure",
  "reason for exam",
  "recommendation",
  "technique",
  "wet read",
] as const;

const TITLE_PATTERN = new RegExp(`\\b(${TITLES.join("|")}):|\\b(final report)\\b`, "gi");

/** Joins the passages under the wanted titles; `undefined` when the report has none of them. */
export function extractChexpertSections(
  text: string,
  wanted: readonly string[],
): string | undefined {
  const titles = [...text.matchAll(TITLE_PATTERN)].map((match) => ({
    name: (match[1] ?? match[2] ?? "").toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const passages = titles
    .map(({ name, end }, i) => ({ name, passage: text.slice(end, titles[i + 1]?.start).trim() }))
    .filter(({ name }) => wanted.includes(name));
  if (passages.length === 0) return undefined;
  return passages.map(({ passage }) => passage).join(" ");
}
