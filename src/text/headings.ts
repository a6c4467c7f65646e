/**
 * @file Light section handling: which tokens of a report stand under which heading.
 *
 * A heading is a known title followed by a colon, wherever lines are wrapped, or a title that is
 * a sentence of its own on its line. Text under indication, history, technique, comparison
 * and the like is left out when the report also has findings or an impression. Everything else
 * is kept, so an unknown layout loses no text.
 */
import { NO_TOKEN, type Token } from "./report-tokens.ts";
import {
  EVERYDAY_TITLES,
  MOST_TITLE_WORDS,
  NAME_OF_TITLE,
  REQUESTS,
  type SectionName,
  SILENT,
} from "./section-titles.ts";

/** Tokens `[first, end)` under one heading, the heading's own tokens left out. */
export interface ReportSection {
  /** Absent for text before the first heading. */
  readonly name?: SectionName;
  readonly first: number;
  readonly end: number;
}

interface Heading {
  readonly name: SectionName;
  readonly start: number;
  /** First token behind the heading. */
  readonly end: number;
}

/** Returns the sections that are to be labeled, in order. */
export function findSections(text: string, tokens: readonly Token[]): readonly ReportSection[] {
  const headings = findHeadings(text, tokens);
  const sections = withoutRevised(cutSections(headings, tokens.length));
  const has = (wanted: SectionName): boolean =>
    sections.some(({ name, first, end }) => name === wanted && first < end);
  if (has("findings")) return sections.filter(isSpoken);
  // The body of many reports follows the request without a heading of its own.
  return sections.flatMap((section) => {
    if (isSpoken(section)) return [section];
    const isRequest = section.name !== undefined && REQUESTS.has(section.name);
    const body = findBody(text, tokens, section, isRequest ? endsRequest : endsRemark);
    if (body !== undefined) return [{ first: body, end: section.end }];
    const rest = { first: endOfSentence(tokens, section), end: section.end };
    if (has("impression")) {
      return isRequest && BODY_SENTENCES <= countSentences(tokens, rest) ? [rest] : [];
    }
    return [isRequest ? rest : section];
  });
}

function cutSections(headings: readonly Heading[], tokenCount: number): readonly ReportSection[] {
  const firstStart = headings[0]?.start ?? tokenCount;
  const opening = 0 < firstStart ? [{ first: 0, end: firstStart }] : [];
  const headed = headings.map(({ name, end }, index) => ({
    name,
    first: end,
    end: headings[index + 1]?.start ?? tokenCount,
  }));
  return [...opening, ...headed];
}

/** A final reading replaces the preliminary one before it. */
function withoutRevised(sections: readonly ReportSection[]): readonly ReportSection[] {
  const lastFinal = sections.findLastIndex(({ name }) => name === "final");
  return sections.filter(({ name }, index) => name !== "preliminary" || lastFinal < index);
}

function isSpoken({ name }: ReportSection): boolean {
  return name === undefined || !SILENT.has(name);
}

/** Where the body of a section begins: the first token in front of which it breaks. */
function findBody(
  text: string,
  tokens: readonly Token[],
  { first, end }: ReportSection,
  isBreak: (gap: Gap) => boolean,
): number | undefined {
  for (let index = first + 1; index < end; index++) {
    const before = tokens[index - 1] ?? NO_TOKEN;
    const start = tokens[index]?.start ?? 0;
    const lineBreaks = countLineBreaks(text, before.end, start);
    if (isBreak({ lineBreaks, isStopped: before.word === ".", next: text.charAt(start) })) {
      return index;
    }
  }
  return undefined;
}

/** What lies between two tokens. */
interface Gap {
  readonly lineBreaks: number;
  /** Behind a full stop. */
  readonly isStopped: boolean;
  /** First character of the token behind. */
  readonly next: string;
}

/** A request ends at an empty line, or at a full stop that ends a line. */
function endsRequest({ lineBreaks, isStopped }: Gap): boolean {
  return 1 < lineBreaks || (lineBreaks === 1 && isStopped);
}

/** Date, views and comparison fill one line or sentence; a small letter goes on with it. */
function endsRemark({ lineBreaks, isStopped, next }: Gap): boolean {
  return isStopped || 1 < lineBreaks || (0 < lineBreaks && !/\p{Ll}/u.test(next));
}

function endOfSentence(tokens: readonly Token[], { first, end }: ReportSection): number {
  for (let index = first; index < end; index++) {
    if (isStop(tokens[index])) return index + 1;
  }
  return end;
}

/** A request is told in a sentence or two; what goes on is the report itself. */
const BODY_SENTENCES = 3;

function countSentences(tokens: readonly Token[], { first, end }: ReportSection): number {
  return tokens.slice(first, end).filter(isStop).length;
}

function isStop(token: Token | undefined): boolean {
  return token?.word === "." || token?.word === "?";
}

function findHeadings(text: string, tokens: readonly Token[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!canStartHeading(tokens, index)) continue;
    const heading = readHeading(text, tokens, index);
    if (heading === undefined) continue;
    headings.push(heading);
    index = heading.end - 1;
  }
  return headings;
}

function canStartHeading(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] ?? NO_TOKEN;
  return token.kind === "word" && FIRST_WORDS.has(token.word);
}

const FIRST_WORDS: ReadonlySet<string> = new Set(
  Array.from(NAME_OF_TITLE.keys(), (title) => title.split(" ")[0] ?? ""),
);

const SENTENCE_MARKS: ReadonlySet<string> = new Set([
  ".",
  ";",
  "?",
  "!",
  ":",
  ")",
  "*",
  "#",
  "]",
  "___",
]);

function readHeading(text: string, tokens: readonly Token[], start: number): Heading | undefined {
  let title = "";
  let found: Heading | undefined;
  for (let index = start; index < start + MOST_TITLE_WORDS; index++) {
    const token = tokens[index] ?? NO_TOKEN;
    if (token.kind !== "word") {
      if (token.word !== "/") break;
      continue;
    }
    title = title === "" ? token.word : `${title} ${token.word}`;
    const name = NAME_OF_TITLE.get(title);
    const next = tokens[index + 1];
    if (name === undefined) continue;
    const isOpening = !EVERYDAY_TITLES.has(title) || opensLine(text, tokens, start);
    if (!isOpening) continue;
    if (next?.word === ":" || (next?.word === "*" && tokens[index + 2]?.word === ":")) {
      found = { name, start, end: index + (next.word === ":" ? 2 : 3) };
    } else if (!SILENT.has(name) && isAloneOnLine(text, tokens, { first: start, end: index + 1 })) {
      found = { name, start, end: index + 1 };
    }
  }
  return found;
}

function opensLine(text: string, tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined || SENTENCE_MARKS.has(before.word)) return true;
  return hasLineBreak(text, before.end, tokens[index]?.start ?? 0);
}

function isAloneOnLine(
  text: string,
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean {
  const before = tokens[first - 1];
  const after = tokens[end];
  const last = tokens[end - 1] ?? NO_TOKEN;
  const opens = before === undefined || SENTENCE_MARKS.has(before.word);
  return opens && after !== undefined && hasLineBreak(text, last.end, after.start);
}

function countLineBreaks(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\n|\r(?!\n)/g)?.length ?? 0;
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  return /[\n\r]/.test(text.slice(start, end));
}
