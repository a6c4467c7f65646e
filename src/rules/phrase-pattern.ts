/**
 * @file The pattern language of lexicon phrases.
 *
 * A pattern is words with a few marks: `(a|b c|)` is a choice, also nested and also of nothing;
 * `~` after a word or a choice adds its plural; `{NAME}` stands for a macro of the same file.
 * Hyphens read as blanks. A pattern stands for a finite list of phrases, which this file spells out.
 */

/** A phrase as words, lower-cased. */
export type Phrase = readonly string[];

export type Macros = Readonly<Record<string, string>>;

/** Longest list of phrases that one pattern may stand for; more is a slip of the pen. */
const MOST_PHRASES_PER_PATTERN = 20_000;

/** Spells out a pattern; `undefined` when its brackets, macros or size are wrong. */
export function expandPattern(pattern: string, macros: Macros = {}): readonly Phrase[] | undefined {
  const source = insertMacros(pattern.toLowerCase(), macros).replaceAll("-", " ");
  const reader = { source, position: 0 };
  const texts = readChoice(reader);
  if (texts === undefined || reader.position < source.length) return undefined;
  const phrases = new Map<string, Phrase>();
  for (const text of texts) {
    const words = text.split(" ").filter((word) => word !== "");
    phrases.set(words.join(" "), words);
  }
  return [...phrases.values()];
}

interface Reader {
  readonly source: string;
  position: number;
}

function insertMacros(pattern: string, macros: Macros): string {
  return pattern.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => {
    const body = macros[name.toUpperCase()];
    return body === undefined ? whole : insertMacros(body.toLowerCase(), macros);
  });
}

/** Reads alternatives up to a closing bracket or the end. */
function readChoice(reader: Reader): string[] | undefined {
  const texts: string[] = [];
  for (;;) {
    const sequence = readSequence(reader);
    if (sequence === undefined) return undefined;
    texts.push(...sequence);
    if (MOST_PHRASES_PER_PATTERN < texts.length) return undefined;
    if (reader.source[reader.position] !== "|") return texts;
    reader.position++;
  }
}

function readSequence(reader: Reader): string[] | undefined {
  let texts = [""];
  while (reader.position < reader.source.length) {
    const mark = reader.source[reader.position];
    if (mark === "|" || mark === ")") break;
    let part = mark === "(" ? readGroup(reader) : [readRun(reader)];
    if (part === undefined) return undefined;
    if (reader.source[reader.position] === "~") {
      reader.position++;
      part = part.flatMap((text) => [text, pluralize(text)]);
    }
    const tails = part;
    if (MOST_PHRASES_PER_PATTERN < texts.length * tails.length) return undefined;
    texts = texts.flatMap((head) => tails.map((tail) => head + tail));
  }
  return texts;
}

function readGroup(reader: Reader): string[] | undefined {
  reader.position++;
  const texts = readChoice(reader);
  if (reader.source[reader.position] !== ")") return undefined;
  reader.position++;
  return texts;
}

function readRun(reader: Reader): string {
  const start = reader.position;
  while (
    reader.position < reader.source.length &&
    !/[(|)~]/.test(reader.source[reader.position] ?? "")
  ) {
    reader.position++;
  }
  return reader.source.slice(start, reader.position);
}

function pluralize(text: string): string {
  if (/[^aeiou]y$/.test(text)) return `${text.slice(0, -1)}ies`;
  if (/sis$/.test(text)) return `${text.slice(0, -2)}es`;
  if (/(s|x|ch|sh)$/.test(text)) return `${text}es`;
  return `${text}s`;
}
