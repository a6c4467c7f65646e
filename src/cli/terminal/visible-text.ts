/**
 * Replaces control characters, which could command the terminal, by visible signs; line breaks and
 * tabs stay.
 */
export function visibleText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) =>
    character === "\r" ? "" : "\u{FFFD}",
  );
}
