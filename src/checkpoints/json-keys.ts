/**
 * @file Counts the keys of a JSON object, doubled ones included, which `JSON.parse` hides.
 */

/** Counts the keys at the top level of the text of a JSON object that `JSON.parse` accepted. */
export function countJsonKeys(text: string): number {
  let depth = 0;
  let keys = 0;
  // Strings as wholes, so that braces and colons inside them do not count.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/gs)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (token === ":" && depth === 1) keys += 1;
  }
  return keys;
}
