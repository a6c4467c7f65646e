/**
 * @file The template language of the phrase books.
 *
 * - `(a|b|)` one of the alternatives, here possibly nothing;
 * - `<size>` a word of the list with that name, or the value of a slot;
 * - `<$side>` the same, but chosen once per topic, so that the impression names the same side;
 * - `{` and `}` stand for printed parentheses.
 */
import { chance, pick, type Random } from "./random.ts";

type Part =
  | string
  | { readonly kind: "choice"; readonly options: readonly Template[] }
  | { readonly kind: "list"; readonly name: string; readonly isSticky: boolean };

export type Template = readonly Part[];

export type WordLists = Readonly<Record<string, readonly Template[]>>;

export interface Scope {
  readonly random: Random;
  readonly lists: WordLists;
  /** Words already chosen for sticky lists; shared by all statements of a topic. */
  readonly chosen: Map<string, string>;
  /** Words given by a frame, such as the noun phrase and its verb. */
  readonly slots?: Readonly<Record<string, string>>;
  /** Share of modifiers that de-identification has removed. */
  readonly removalRate: number;
  /** What stands where a word was removed. */
  readonly removalMark: string;
}

/** Lists whose words can be removed from any phrase without touching what it states. */
const REMOVABLE_LISTS: ReadonlySet<string> = new Set([
  "side",
  "size",
  "degree",
  "zone",
  "lobe",
  "base",
  "chronic",
  "shape",
  "bi",
  "tiny",
  "rib",
  "vertebra",
]);

export function parseTemplate(text: string): Template {
  const { template, end } = parseUntil(text, 0, "");
  if (end !== text.length) throw new Error(`Expected balanced parentheses, got "${text}"`);
  return template;
}

/** One template for each line that is not empty. */
export function parseTemplates(block: string): readonly Template[] {
  return linesOf(block).map(parseTemplate);
}

export function linesOf(block: string): readonly string[] {
  return block
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function expand(template: Template, scope: Scope): string {
  let text = "";
  for (const part of template) {
    if (typeof part === "string") text += part;
    else if (part.kind === "choice") text += expand(pick(scope.random, part.options), scope);
    else text += expandList(part.name, part.isSticky, scope);
  }
  return text;
}

function expandList(name: string, isSticky: boolean, scope: Scope): string {
  const slot = scope.slots?.[name];
  if (slot !== undefined) return slot;
  const earlier = isSticky ? scope.chosen.get(name) : undefined;
  const list = scope.lists[name];
  if (list === undefined) throw new Error(`Expected a known word list, got "<${name}>"`);
  if (
    0 < scope.removalRate &&
    REMOVABLE_LISTS.has(name) &&
    chance(scope.random, scope.removalRate)
  ) {
    return scope.removalMark;
  }
  const word = earlier ?? expand(pick(scope.random, list), scope);
  if (isSticky) scope.chosen.set(name, word);
  return word;
}

function parseUntil(
  text: string,
  start: number,
  stops: string,
): { template: Template; end: number } {
  const parts: Part[] = [];
  let literal = "";
  let position = start;
  const flush = () => {
    if (literal !== "") parts.push(literal);
    literal = "";
  };
  while (position < text.length && !stops.includes(text.charAt(position))) {
    const character = text.charAt(position);
    if (character === "(") {
      flush();
      const choice = parseChoice(text, position);
      parts.push(choice.part);
      position = choice.end;
    } else if (character === "<") {
      flush();
      const close = text.indexOf(">", position);
      const name = text.slice(position + 1, close);
      parts.push({ kind: "list", name: name.replace("$", ""), isSticky: name.startsWith("$") });
      position = close + 1;
    } else {
      if (character === ")" && stops === "") break;
      literal += character === "{" ? "(" : character === "}" ? ")" : character;
      position += 1;
    }
  }
  flush();
  return { template: parts, end: position };
}

function parseChoice(text: string, open: number): { part: Part; end: number } {
  const options: Template[] = [];
  let position = open;
  do {
    const option = parseUntil(text, position + 1, "|)");
    options.push(option.template);
    position = option.end;
  } while (text.charAt(position) === "|");
  if (text.charAt(position) !== ")")
    throw new Error(`Expected ")" at the end of "${text.slice(open)}"`);
  return { part: { kind: "choice", options }, end: position + 1 };
}
