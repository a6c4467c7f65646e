/**
 * @file Line breaks where a window is narrow, and none where a form field has one line.
 */

/** Folds lines at a width, between words; the breaks that are there stay. */
export function foldLines(text: string, width = 60): string {
  return text
    .split("\n")
    .map((line) => foldLine(line, width))
    .join("\n");
}

/**
 * Joins all lines; `undefined` when a line break alone ends a sentence, because joining would then
 * change what is said.
 */
export function joinLines(text: string): string | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isSafe = lines.every((line, i) => {
    const next = lines[i + 1];
    return next === undefined || /[.:;,!?]$/.test(line) || /^\p{Ll}/u.test(next);
  });
  return isSafe ? lines.join(" ") : undefined;
}

function foldLine(line: string, width: number): string {
  const folded: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (longer.length <= width || current === "") {
      current = longer;
      continue;
    }
    folded.push(current);
    current = word;
  }
  return [...folded, current].join("\n");
}
