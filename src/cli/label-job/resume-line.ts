/** The line that goes on with an interrupted run, for a POSIX shell. */
export function resumeLine(argv: readonly string[]): string {
  const words = argv.includes("--resume") ? argv : [...argv, "--resume"];
  return ["chexbert", ...words].map(quoteWord).join(" ");
}

function quoteWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
